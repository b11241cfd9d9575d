import Export
import Model
import Testing

struct ExportFormatTests {
  @Test("A format is found by its name and by the ending of a file")
  func found() throws {
    #expect(try ExportFormat.allCases.map { try ExportFormat(named: $0.rawValue) } == ExportFormat.allCases)
    #expect(try ExportFormat(named: "CSV") == .csv)
    #expect(
      try ["a.txt", "b/c.d/e.CSV", "x.tsv", "x.json", "x.md"].map { try ExportFormat(ofFile: $0) }
        == ExportFormat.allCases)
  }

  @Test("A name that is no format lists those that are")
  func unknownName() {
    #expect(
      throws: Problem(
        "No format named 'html'.", hint: "The formats are text, csv, tsv, json and md: '--format csv'.", kind: .usage)
    ) { try ExportFormat(named: "html") }
  }

  @Test(
    "A file whose ending names no format says so",
    arguments: [("out/t.docx", "'t.docx' ends in '.docx'"), ("a.d/out", "'out' has no ending")])
  func unknownEnding(path: String, what: String) {
    #expect(
      throws: Problem(
        "\(what), which names no format.",
        hint: "Let it end in .txt, .csv, .tsv, .json or .md, or name the format: '--format csv'.", kind: .usage)
    ) { try ExportFormat(ofFile: path) }
  }

  @Test("Only CSV and TSV leave the notes to the caller")
  func notes() { #expect(ExportFormat.allCases.filter { !$0.carriesNotes } == [.csv, .tsv]) }
}
