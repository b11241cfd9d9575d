import Model
import Testing

@testable import Export

@Suite("Documents and workbooks")
struct PackageTests {
  @Test("A workbook is the same on any day, and holds a result and its recipe")
  func workbook() throws {
    let package = OpenedPackage(try ExportFormat.xlsx.export(Samples.meetings, options: ExportOptions(labels: .nl)))
    #expect(package.text(of: "docProps/core.xml").contains("2000-01-01T00:00:00Z</dcterms:created>"))
    let book = package.text(of: "xl/workbook.xml")
    #expect(book.contains("name=\"Resultaat\"") && book.contains("name=\"Recept\""))
    let sheet = package.text(of: "xl/worksheets/sheet1.xml")
    #expect(sheet.contains("<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\""))
  }

  @Test("A result that is too long for a sheet says so")
  func tooLong() {
    let table = Table(
      title: "", columns: [.init("a", "A", .count)], rows: Array(repeating: [.count(1)], count: 1_048_576))
    #expect(
      throws: Problem(
        "A spreadsheet holds 1048575 rows and 16384 columns; this result has 1048576 and 1.",
        hint: "Write it as CSV: --format csv")
    ) { try ExportFormat.xlsx.export(table) }
  }

  @Test("Words of a cell keep their lines, and are cut by UTF-16 units")
  func cells() {
    #expect(XlsxText.cell("a\r\nb\u{1}c\n") == ("a\nb c\n", false))
    let face = XlsxText.cell(String(repeating: "\u{1F600}", count: 20_000))
    #expect(face.isCut && face.text.utf16.count == 32_766 && face.text.hasSuffix("\u{1F600} […]"))
    #expect(!XlsxText.cell(String(repeating: "é", count: 32_767)).isCut)
  }

  @Test("A wide table stands on a page on its side, with heads that are repeated")
  func wide() throws {
    let names = (0..<9).map { Table.Column("k\($0)", "K\($0)", .count) }
    let table = Table(title: "T", columns: names, rows: [names.map { _ in .count(1) }])
    let text = OpenedPackage(try ExportFormat.docx.export(table)).text(of: "word/document.xml")
    #expect(text.contains("w:orient=\"landscape\"") && text.contains("<w:tblHeader/>"))
    #expect(
      !OpenedPackage(try ExportFormat.docx.export(Samples.frequencies)).text(of: "word/document.xml").contains(
        "landscape"))
  }
}
