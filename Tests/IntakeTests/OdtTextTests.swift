import Testing

@testable import Intake

struct OdtTextTests {
  private func text(_ body: String) -> String? {
    OdtText.read(OdtFixture.xml(body)).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test(
    "A paragraph is a line, whatever it is made of",
    arguments: [
      (
        "<text:p>Ge<text:span>bro<text:span>k</text:span></text:span>en</text:p><text:h>Kop</text:h>", "Gebroken\nKop\n"
      ),
      ("<text:p/><text:p></text:p>", "\n\n"),
      ("<text:p>a<text:tab/>b<text:line-break/>c<text:s/>d<text:s text:c=\"3\"/>e</text:p>", "a\tb\nc d   e\n"),
      ("<text:p>\n  a \n <text:span> b</text:span>\tc  d</text:p>", "a b c d\n"),
      ("<text:p>a<text:s text:c=\"999999999\"/>b</text:p>", "a\(String(repeating: " ", count: 40))b\n"),
      ("<text:p>a <text:s/>b</text:p>", "a  b\n"),
      ("<text:p>op\u{AD}zet<text:soft-page-break/></text:p>", "op\u{AD}zet\n"),
      (
        "<text:p><text:a>link</text:a> <text:date>1 mei</text:date><text:page-number>3</text:page-number></text:p>",
        "link 1 mei\n"
      ),
      (
        "<text:list><text:list-item><text:number>1.</text:number><text:p>punt</text:p></text:list-item></text:list>",
        "punt\n"
      ),
      (
        "<text:p><text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby></text:p>",
        "漢\n"
      ),
      ("<text:section text:display=\"none\"><text:p>weg</text:p></text:section><text:p>er</text:p>", "er\n"),
      ("<text:p>weg<text:hidden-paragraph text:is-hidden=\"true\"/></text:p><text:p>er</text:p>", "er\n"),
      (
        "<text:p>voor<draw:frame><draw:text-box><text:p>kader</text:p></draw:text-box><svg:title>weg</svg:title></draw:frame>na</text:p>",
        "voorna\nkader\n"
      ),
      ("<text:p>voor<draw:custom-shape>\n<text:p>vorm</text:p></draw:custom-shape></text:p>", "voor\nvorm\n"),
    ])
  func paragraphs(body: String, expected: String) { #expect(text(body) == expected) }

  /// A region that LibreOffice keeps beside the text, or, as it does too, between two marks in it.
  @Test("Deleted words are not read, wherever they are kept; inserted words are")
  func tracked() {
    func region(_ id: String, _ kind: String, _ inside: String = "") -> String {
      "<text:changed-region text:id=\"\(id)\"><text:\(kind)>\(inside)</text:\(kind)></text:changed-region>"
    }
    func between(_ id: String, _ words: String) -> String {
      "<text:change-start text:change-id=\"\(id)\"/>\(words)<text:change-end text:change-id=\"\(id)\"/>"
    }
    let regions = region("a", "deletion", "<text:p>weg</text:p>") + region("b", "insertion") + region("c", "deletion")
    let changes = "<text:tracked-changes>\(regions)</text:tracked-changes>"
    let first =
      "<text:p>een <text:change text:change-id=\"a\"/>\(between("b", "twee"))\(between("c", "weg<text:tab/>")) drie</text:p>"
    #expect(text(changes + first) == "een twee drie\n")
    #expect(
      text(changes + "<text:p>een \(between("c", "weg</text:p><text:p>weg"))twee</text:p><text:p>drie</text:p>")
        == "een twee\ndrie\n")
  }

  @Test("Notes and comments leave nothing in the sentence, footnotes come first")
  func notes() {
    let note =
      "<text:note><text:note-citation>1</text:note-citation>\n<text:note-body>\n<text:p> noot <text:s/></text:p></text:note-body></text:note>"
    let comment = "<office:annotation><text:p>let op</text:p><text:p/><text:p>hier</text:p></office:annotation>"
    let text = OdtText.read(OdtFixture.xml("<text:p>een\(comment)<office:annotation-end/> twee\(note).</text:p>"))
    #expect(text?.bytes == Array("een twee.\n".utf8))
    #expect(text.map { String(decoding: $0.notes, as: UTF8.self) } == "noot  \nlet op\nhier\n")
    #expect(text?.counts == DocumentText.Counts(footnotes: 1, comments: 1))
  }

  @Test("Names are known by styles, with what these have from others")
  func names() {
    let styles =
      OdtFixture.style("T1", "fo:font-weight=\"bold\"") + OdtFixture.style("T2", "fo:color=\"#c9211e\"")
      + OdtFixture.style("T3", "style:text-underline-style=\"solid\"", parent: "T2")
      + OdtFixture.style("P1", "fo:font-weight=\"bold\"", family: "paragraph")
      + OdtFixture.style("T4", "text:display=\"none\"") + OdtFixture.style("T5", "style:font-name=\"Wingdings\"")
    func line(_ style: String, _ name: String) -> String {
      "<text:p><text:span text:style-name=\"\(style)\">\(name)</text:span> zei ja</text:p>"
    }
    let alone = "<text:p text:style-name=\"P1\">Dirk</text:p><text:p>Ja.</text:p>"
    let body =
      line("T1", "Anna") + line("T2", "Bram") + line("T3", "Cas") + alone + line("T4", "x") + line("T5", "\u{F0E0}")
    let text = OdtText.read(OdtFixture.xml(body + alone, styles: styles))
    #expect(text?.names == [0: "Anna", 1: "Bram", 2: "Cas", 3: "Dirk", 7: "Dirk"])
    #expect(
      text.map { String(decoding: $0.bytes, as: UTF8.self) }
        == "Anna zei ja\nBram zei ja\nCas zei ja\nDirk\nJa.\n zei ja\n→ zei ja\nDirk\nJa.\n")
    #expect(text?.counts.hasHiddenText == true)
  }
}
