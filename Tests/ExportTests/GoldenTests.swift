import Foundation
import Model
import TestSupport
import Testing

@testable import Export

/// Every file in `Golden` is written again, and must be what stands there.
///
/// `DRAAD_RECORD=1 swift test --filter GoldenTests` writes the files instead; look at them before you keep them.
@Suite("Golden files")
struct GoldenTests {
  private static let isRecording = ProcessInfo.processInfo.environment["DRAAD_RECORD"] == "1"
  private static let dutch = ExportOptions(labels: .nl)

  @Test(
    "A table as a page, in LaTeX and as a picture is what was looked at",
    arguments: [
      ("frequencies.html", Samples.frequencies), ("sectors-nl.html", Samples.byValue),
      ("meetings.html", Samples.meetings), ("frequencies.tex", Samples.frequencies),
      ("sectors-nl.tex", Samples.byValue),
      ("bars-nl.svg", Samples.frequencies), ("grouped.svg", Samples.byValue), ("heatmap-nl.svg", Samples.meetings),
      ("curve-nl.svg", Samples.newCodes), ("codeline.svg", Samples.segments), ("meetings.graphml", Samples.meetings),
      ("meetings.gexf", Samples.meetings),
    ])
  func tables(name: String, table: Table) throws {
    let options = name.contains("-nl") ? Self.dutch : ExportOptions()
    try compare(try ExportFormat(ofFile: name).export(table, options: options), with: name)
  }

  @Test(
    "A picture that is asked for is what was looked at",
    arguments: [
      ("network-nl.svg", Samples.meetings, PictureKind.network), ("stacked.svg", Samples.answers, .stacked),
      ("sectors-heatmap.svg", Samples.byValue, .heatmap),
    ])
  func pictures(name: String, table: Table, kind: PictureKind) throws {
    let options = ExportOptions(labels: name.contains("-nl") ? .nl : .en, picture: kind)
    try compare(try ExportFormat.svg.export(table, options: options), with: name)
  }

  @Test("Quotes as a page and in LaTeX are what was looked at", arguments: ["quotes.html", "quotes.tex"])
  func quotes(name: String) throws {
    try compare(try ExportFormat(ofFile: name).export(Samples.excerpts), with: name)
  }

  @Test(
    "Quotes under their codes are what was looked at",
    arguments: ["book.html", "book-nl.tex", "book-nl.md", "book.txt"])
  func book(name: String) throws {
    let options = name.contains("-nl") ? Self.dutch : ExportOptions()
    try compare(try ExportFormat(ofFile: name).export(Samples.book, options: options), with: name)
  }

  @Test("The body of a Word document is what was looked at")
  func documents() throws {
    let table = OpenedPackage(try ExportFormat.docx.export(Samples.byValue, options: Self.dutch))
    let quotes = OpenedPackage(try ExportFormat.docx.export(Samples.excerpts))
    try compare(lines(of: table.text(of: "word/document.xml")), with: "sectors-nl.document.xml")
    try compare(lines(of: quotes.text(of: "word/document.xml")), with: "quotes.document.xml")
    let book = OpenedPackage(try ExportFormat.docx.export(Samples.book))
    try compare(lines(of: book.text(of: "word/document.xml")), with: "book.document.xml")
    try compare(lines(of: table.text(of: "word/styles.xml")), with: "styles.xml")
  }

  @Test("The cells of a workbook are what was looked at")
  func workbook() throws {
    let book = OpenedPackage(try ExportFormat.xlsx.export(Samples.frequencies, options: Self.dutch))
    let parts = ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml"].map { part in
      let text = book.text(of: part)
      guard let start = text.firstRange(of: "<sheetData>") else { return text }
      return String(text[start.lowerBound...]).components(separatedBy: "</sheetData>")[0]
    }
    try compare(lines(of: parts.joined(separator: "\n")), with: "frequencies-nl.workbook.xml")
  }

  /// An element a line, so that a difference can be read.
  private func lines(of xml: String) -> [UInt8] {
    Array((xml.replacingOccurrences(of: "><", with: ">\n<") + "\n").utf8)
  }

  private func compare(_ bytes: [UInt8], with name: String) throws {
    let path = URL(fileURLWithPath: RepositoryFiles.path("Tests/ExportTests/Golden/" + name))
    if Self.isRecording { return try Data(bytes).write(to: path) }
    let expected = String(decoding: try Data(contentsOf: path), as: UTF8.self)
    #expect(String(decoding: bytes, as: UTF8.self) == expected, "\(name)")
  }
}
