import Model
import Testing

@testable import Intake

@Suite struct SpreadsheetCellsTests {
  private func rows(_ file: SourceFile) throws -> [String] {
    try SpreadsheetFile(file).sheet().records().map { "\($0.line): " + $0.fields.joined(separator: "|") }
  }

  @Test("Inline strings, dates as text, results of formulas, errors")
  func types() throws {
    let file = SpreadsheetFixture.xlsx(
      """
      <row r="3"><c r="B3" t="inlineStr"><is><r><t>een</t></r><r><t> twee</t></r><rPh><t>x</t></rPh></is></c>
      <c t="d"><v>2022-04-14T00:00:00Z</v></c><c t="d"><v>2022-04-14T09:30:00</v></c>
      <c t="str"><f>A1</f><v>drie</v></c><c t="str"><f>A1</f></c><c t="e"><v>#N/A</v></c><c t="b"><v>0</v></c><c><v>5</v></c></row>
      """)
    #expect(try rows(file) == ["3: |een twee|2022-04-14|2022-04-14T09:30:00|drie|||FALSE|5"])
    #expect(try SpreadsheetFile(file).sheet().problems.count == 1)
  }

  @Test("Sparse rows and cells out of order stand where they belong; what is out of the sheet is left out")
  func sparse() throws {
    let file = SpreadsheetFixture.xlsx(
      """
      <row r="2"><c r="C2"><v>3</v></c><c r="A2"><v>1</v></c></row><row><c><v>9</v></c></row>
      <row r="1048577"><c><v>1</v></c></row><row r="9223372036854775807"><c r="ZZZZ1"><v>1</v></c></row><row/>
      <row r="7"><c r="XFE7"><v>1</v></c><c r="?"><v>1</v></c><c r="XFD7"><v>8</v></c></row>
      """)
    let sheet = try SpreadsheetFile(file).sheet()
    #expect(sheet.grid.rows.map(\.line) == [2, 3, 7])
    #expect(sheet.grid.text(sheet.grid.rows[0], 2) == "3")
    #expect(sheet.grid.text(sheet.grid.rows[2], 16_383) == "8")
    #expect(sheet.grid.width == 16_384)
  }

  @Test("The strict form, and days that count from 1904")
  func strict() throws {
    let file = SpreadsheetFixture.xlsx(
      "<row><c s='0'><v>43203</v></c></row>", styles: "<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>",
      properties: "<workbookPr date1904='true'/>", namespace: "http://purl.oclc.org/ooxml/spreadsheetml/main",
      relations: "http://purl.oclc.org/ooxml/officeDocument/relationships")
    #expect(try rows(file) == ["1: 2022-04-14"])
  }
}
