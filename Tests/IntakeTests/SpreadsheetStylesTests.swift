import Testing

@testable import Intake

@Suite struct SpreadsheetStylesTests {
  @Test(
    "The letters of a format code tell dates and times; quoted words, escapes and colours do not",
    arguments: [
      ("General", SpreadsheetNumber.Style.plain), ("0.00", .plain), ("#,##0\\ \"dagen\"", .plain),
      ("[Red]0;[Blue]-0", .plain),
      ("d-m-yyyy", .date), ("[$-413]d mmmm yyyy;@", .date), ("MMM\\-YY", .date), ("mm:ss", .time),
      ("h:mm AM/PM", .time),
      ("[h]:mm", .elapsed), ("dd/mm/yyyy\\ hh:mm", .dateAndTime), ("0;\"d\"", .plain), ("", .plain), ("\"open", .plain),
      ("_d0", .plain), ("[", .plain), ("0.00E+00", .plain),
    ])
  func codes(code: String, style: SpreadsheetNumber.Style) { #expect(SpreadsheetStyles.style(of: code) == style) }

  @Test("Styles are those of cells, by a number of the file's own or a built-in one")
  func file() {
    let xml = """
      <styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="46"/><xf/></cellXfs></styleSheet>
      """
    #expect(SpreadsheetStyles(Array(xml.utf8))?.styles == [.plain, .date, .dateAndTime, .elapsed, .plain])
    #expect(SpreadsheetStyles(Array(xml.utf8))?[9] == .plain)
    #expect(SpreadsheetStyles(Array("<styleSheet>".utf8)) == nil)
  }
}
