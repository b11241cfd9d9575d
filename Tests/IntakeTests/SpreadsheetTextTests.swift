import Model
import Testing

@testable import Intake

@Suite struct SpreadsheetTextTests {
  private func rows(_ file: SourceFile) throws -> [String] {
    try SpreadsheetFile(file).sheet().records().map { "\($0.line): " + $0.fields.joined(separator: "|") }
  }

  @Test("Shared strings: runs are joined, phonetic marks and escapes go")
  func strings() throws {
    let strings =
      "<si><r><rPr><b/></rPr><t>Meer </t></r><r><t xml:space='preserve'>handen</t></r><rPh><t>X</t></rPh></si>"
      + "<si><t>a_x000D_\nb_x005F_x0041_ _xZZZZ_ e\u{301}</t></si><si/>"
    let file = SpreadsheetFixture.xlsx(
      "<row><c t='s'><v>1</v></c><c t='s'><v>0</v></c><c t='s'><v>2</v></c><c t='s'><v>9</v></c><c t='s'><v>-1</v></c></row>",
      strings: strings)
    #expect(try rows(file) == ["1: a\nb_x0041_ _xZZZZ_ é|Meer handen"])
  }
}
