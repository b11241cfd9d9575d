import Testing

@testable import Intake

@Suite struct SpreadsheetPartsTests {
  @Test("Sheets and parts are found by their relations, from the workbook's folder or from the root")
  func parts() {
    let sheets = "<sheet name='A' r:id='r1' state='veryHidden'/><sheet name='B' r:id='r2'/><sheet name='D' r:id='r5'/>"
    let parts = SpreadsheetParts(SpreadsheetFixture.xlsx("", sheets: sheets).bytes)
    #expect(
      parts?.sheets == [
        SpreadsheetParts.Sheet(name: "A", part: "xl/worksheets/sheet1.xml", isHidden: true),
        SpreadsheetParts.Sheet(name: "B", part: "xl/worksheets/sheet2.xml"),
      ])
    #expect(parts?.strings == "xl/sharedStrings.xml")
    #expect(parts?.styles == "xl/styles.xml")
    #expect(parts?.from1904 == false)
  }

  @Test("Another document, or a binary workbook, is none")
  func none() {
    #expect(SpreadsheetParts(WordFixture.docx("").bytes) == nil)
    let list = "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.bin'/></Relationships>"
    let binary = WordFixture.archive([("_rels/.rels", Array(list.utf8)), ("xl/workbook.bin", [0])])
    #expect(SpreadsheetParts.workbook(of: binary) == "xl/workbook.bin")
    #expect(SpreadsheetParts(binary) == nil)
    #expect(SpreadsheetParts([]) == nil)
  }
}
