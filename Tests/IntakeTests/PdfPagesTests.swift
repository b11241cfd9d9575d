import Testing

@testable import Intake

struct PdfPagesTests {
  @Test(
    "Wide gaps within a line are tabs, or one blank behind a label",
    arguments: [
      ("Anna:      Goed.\n           En zo.\n", "Anna: Goed.\n           En zo.\n"),
      ("  00:02     Anna      Dank  je.\n", "  00:02\tAnna\tDank je.\n"),
      ("a   \n\u{C}    b   c", "a\n\u{C}    b\tc"),
      ("a\n\n \n\nb\n\n\u{C}\n\nc", "a\n\nb\n\n\u{C}\nc"),
      (
        "Een lange zin met aan het eind ervan een dubbele punt:    x",
        "Een lange zin met aan het eind ervan een dubbele punt:\tx"
      ),
    ])
  func evened(text: String, expected: String) {
    #expect(String(decoding: PdfPages.evened(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test("Columns are long words side by side on many lines; labels and times are none")
  func columns() {
    let text = { (line: String) in PdfPages(bytes: Array(String(repeating: line + "\n", count: 30).utf8)) }
    #expect(text("Hier staan wel woorden genoeg    en hier ook nog").hasColumns)
    #expect(!text("00:00:12    Interviewer    Hoe ging het dan met de woorden?").hasColumns)
    #expect(!text("Interviewer:      Hoe ging het dan met al die woorden?").hasColumns)
    #expect(!PdfPages(bytes: Array("Hier staan wel woorden genoeg    en hier ook nog\n".utf8)).hasColumns)
  }

  @Test("Pages without words are known by their numbers")
  func silent() {
    let pages = PdfPages(bytes: Array("een\n\u{C}\n \u{C}twee\u{C}\u{C}".utf8))
    #expect(pages.count == 4)
    #expect(pages.silent == [2, 4])
  }
}
