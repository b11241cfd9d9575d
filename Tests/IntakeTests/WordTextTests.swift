import Testing

@testable import Intake

struct WordTextTests {
  private func text(_ body: String) -> String? {
    WordText.read(WordFixture.xml(body)).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test(
    "A paragraph is a line, whatever runs and signs it is made of",
    arguments: [
      (WordFixture.paragraph("Ge", "brok", "en"), "Gebroken\n"), ("<w:p/><w:p></w:p>", "\n\n"),
      ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r></w:p>", "a\tb\nc\nd\n"),
      (
        "<w:p><w:r><w:t>op</w:t><w:noBreakHyphen/><w:t>ge</w:t><w:softHyphen/><w:t>zet</w:t></w:r></w:p>",
        "op‑ge\u{AD}zet\n"
      ),
      ("<w:p><w:r><w:br w:type=\"page\"/><w:t>a</w:t><w:br w:type=\"page\"/><w:t>b</w:t></w:r></w:p>", "a\nb\n"),
      ("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", "a\n"),
      ("<w:p><w:r><w:t xml:space=\"preserve\">a </w:t></w:r><w:r><w:t>b\nc</w:t></w:r></w:p>", "a b c\n"),
      ("<w:p><w:hyperlink>\(WordFixture.run("link"))</w:hyperlink></w:p>", "link\n"),
      (
        "<w:sdt><w:sdtPr><w:t>nee</w:t></w:sdtPr><w:sdtContent>\(WordFixture.paragraph("ja"))</w:sdtContent></w:sdt>",
        "ja\n"
      ),
      ("<w:p><w:smartTag>\(WordFixture.run("a"))</w:smartTag><w:ins><w:r><w:t>b</w:t></w:r></w:ins></w:p>", "ab\n"),
      ("<w:p><w:r><w:t>a</w:t><w:lastRenderedPageBreak/><w:br w:type=\"column\"/></w:r></w:p>", "a\n\n"),
      ("<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>\(WordFixture.run("punt"))</w:p>", "punt\n"),
      (
        "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/><w:sym w:font=\"Symbol\" w:char=\"F061\"/>"
          + "<w:sym w:font=\"Webdings\" w:char=\"F061\"/><w:sym w:font=\"Arial\" w:char=\"2022\"/></w:r></w:p>", "→α•\n"
      ),
      (
        "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>a\u{F0FC}</w:t></w:r><w:r><w:t>\u{F0FC}</w:t></w:r></w:p>",
        "a✓\u{F0FC}\n"
      ),
      ("<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>", "x=1\n"),
    ])
  func paragraphs(body: String, expected: String) { #expect(text(body) == expected) }

  @Test(
    "What was deleted, moved away, hidden or is a code of a field is not read",
    arguments: [
      "<w:del><w:r><w:delText>weg</w:delText><w:t>weg</w:t></w:r></w:del><w:ins>\(WordFixture.run("er"))</w:ins>",
      "<w:moveFrom>\(WordFixture.run("weg"))</w:moveFrom><w:moveTo>\(WordFixture.run("er"))</w:moveTo>",
      "<w:r><w:instrText>PAGE</w:instrText></w:r>\(WordFixture.run("er"))",
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\(WordFixture.run("code"))<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
        + "\(WordFixture.run("er"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
      "<w:fldSimple w:instr=\" PAGE \\* MERGEFORMAT\">\(WordFixture.run("3"))</w:fldSimple>\(WordFixture.run("er"))",
      "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> NUMPAGES </w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r>"
        + "\(WordFixture.run("9"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\(WordFixture.run("er"))",
      "<w:fldSimple w:instr=\"REF naam\">\(WordFixture.run("er"))</w:fldSimple>",
      "<w:r><w:rPr><w:vanish/></w:rPr><w:t>weg</w:t></w:r>\(WordFixture.run("er"))",
      "<w:r><w:drawing><a:t>weg</a:t></w:drawing></w:r>\(WordFixture.run("er"))",
    ])
  func unread(runs: String) { #expect(text("<w:p>\(runs)</w:p>") == "er\n") }

  @Test("A paragraph whose mark was deleted goes on in the next")
  func deletedMark() {
    let open = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>\(WordFixture.run("een "))</w:p>"
    #expect(text(open + WordFixture.paragraph("twee") + WordFixture.paragraph("drie")) == "een twee\ndrie\n")
  }

  @Test("A text box is read once, after its paragraph")
  func textBox() {
    let box = "<w:txbxContent>\(WordFixture.paragraph("kader"))</w:txbxContent>"
    let choice = "<mc:Choice><wps:txbx>\(box)</wps:txbx></mc:Choice><mc:Fallback>\(box)</mc:Fallback>"
    #expect(
      text(
        "<w:p>\(WordFixture.run("voor"))<w:r><mc:AlternateContent>\(choice)</mc:AlternateContent></w:r>\(WordFixture.run("na"))</w:p>"
      )
        == "voorna\nkader\n")
  }

  @Test("A row is a line with tabs; further paragraphs of its last cell follow")
  func tables() {
    #expect(text(WordFixture.table([["a", "b", "c"], ["", "d", ""], ["", ""], ["e"]])) == "a\tb\tc\n\td\ne\n")
    let twice = WordFixture.paragraph("een") + WordFixture.paragraph("twee")
    #expect(text("<w:tbl><w:tr><w:tc>\(twice)</w:tc><w:tc>\(twice)</w:tc></w:tr></w:tbl>") == "een twee\teen\ntwee\n")
    #expect(text("<w:tbl><w:tr><w:tc>\(WordFixture.table([["in", "nen"]]))</w:tc></w:tr></w:tbl>") == "in\tnen\n")
  }

  @Test("Notes and comments are counted")
  func counts() {
    let marks =
      "<w:footnoteReference w:id=\"1\"/><w:endnoteReference w:id=\"2\"/><w:commentReference w:id=\"0\"/>"
    let text = WordText.read(WordFixture.xml("<w:p><w:r><w:t>een</w:t>\(marks)</w:r>\(WordFixture.run(" twee"))</w:p>"))
    #expect(text?.bytes == Array("een twee\n".utf8))
    #expect(text?.counts == DocumentText.Counts(footnotes: 2, comments: 1))
  }

  @Test("Of a choice and its fallback one is read, whichever there is")
  func alternatives() {
    func choice(_ inside: String) -> String? { text("<w:p><mc:AlternateContent>\(inside)</mc:AlternateContent></w:p>") }
    let (one, two) = (WordFixture.run("een"), WordFixture.run("twee"))
    #expect(
      choice("<mc:Choice>\(one)</mc:Choice><mc:Choice>\(two)</mc:Choice><mc:Fallback>\(two)</mc:Fallback>") == "een\n")
    #expect(choice("<mc:Fallback>\(two)</mc:Fallback>") == "twee\n")
  }

  @Test("Fields in fields, and fields that never end")
  func fields() {
    func sign(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    let page =
      sign("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + sign("separate") + WordFixture.run("3")
      + sign("end")
    let inner = sign("begin") + sign("separate") + WordFixture.run("in") + sign("separate") + sign("end")
    #expect(
      text(
        "<w:p>\(sign("begin"))\(page)\(sign("separate"))\(inner)\(page)er\(sign("end"))\(WordFixture.run("uit"))</w:p>")
        == "inuit\n")
    #expect(
      text("<w:p>\(sign("end"))\(WordFixture.run("voor"))\(sign("begin"))\(WordFixture.run("weg"))</w:p>") == "voor\n")
  }

  @Test("Former properties of words change nothing")
  func formerProperties() {
    let run =
      "<w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:b w:val=\"0\"/><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Anna</w:t></w:r>"
    let text = WordText.read(WordFixture.xml("<w:p>\(run)\(WordFixture.run(" ja"))</w:p>"))
    #expect(text?.names == [0: "Anna"])
    #expect(text?.bytes == Array("Anna ja\n".utf8))
  }

  @Test("Names in a colour or underlined are remembered, and names alone that return above words that look otherwise")
  func marked() {
    func marked(_ name: String, _ look: String) -> String { "<w:r><w:rPr>\(look)</w:rPr><w:t>\(name)</w:t></w:r>" }
    let red = "<w:color w:val=\"C00000\"/>"
    let black = "<w:color w:val=\"000000\"/>"
    let line = "<w:u w:val=\"single\"/>"
    let plain = WordFixture.run(" zei ja")
    let paragraphs = [
      marked("Anna", red) + plain, marked("Bram", line) + plain, marked("Cas", black) + plain,
      marked("Dirk", "<w:u w:val=\"none\"/>") + plain, marked("Eva", red) + marked(" rood", red), marked("Finn", red),
      plain, marked("Finn", red), plain, marked("Kop", red), plain, marked("Goed.", red), plain, marked("Goed.", red),
      plain,
    ]
    let text = WordText.read(WordFixture.xml(paragraphs.map { "<w:p>\($0)</w:p>" }.joined()))
    #expect(text?.names == [0: "Anna", 1: "Bram", 5: "Finn", 7: "Finn"])
  }

  @Test("Bold words at the head of a paragraph are remembered by their line")
  func bold() {
    let bold =
      "<w:p>\(WordFixture.run("Anna", bold: true))\(WordFixture.run(" zei ja"))\(WordFixture.run("nee", bold: true))</w:p>"
    let off = "<w:p><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>niet</w:t></w:r></w:p>"
    #expect(
      WordText.read(WordFixture.xml(off + bold + WordFixture.table([["x"]]) + bold))?.names == [1: "Anna", 3: "Anna"])
  }
}
