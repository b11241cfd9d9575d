import Export
import Model
import Testing

struct ExportFormatTests {
  @Test("A format is found by its name and by the ending of a file")
  func found() throws {
    #expect(try ExportFormat.allCases.map { try ExportFormat(named: $0.rawValue) } == ExportFormat.allCases)
    #expect(try ExportFormat(named: "CSV") == .csv)
    #expect(
      try [
        "a.txt", "b/c.d/e.CSV", "x.tsv", "x.json", "x.md", "x.html", "x.tex", "x.docx", "x.xlsx", "x.svg", "x.graphml",
        "x.gexf",
      ].map { try ExportFormat(ofFile: $0) } == ExportFormat.allCases)
    #expect(try ["x.htm", "x.markdown"].map { try ExportFormat(ofFile: $0) } == [.html, .md])
  }

  @Test("A name that is no format lists those that are")
  func unknownName() {
    #expect(
      throws: Problem(
        "No format named 'pdf'.",
        hint:
          "The formats are text, csv, tsv, json, md, html, tex, docx, xlsx, svg, graphml, gexf and png: '--format csv'.",
        kind: .usage)
    ) { try ExportFormat(named: "pdf") }
  }

  @Test(
    "A file whose ending names no format says so",
    arguments: [("out/t.odt", "'t.odt' ends in '.odt'"), ("a.d/out", "'out' has no ending")])
  func unknownEnding(path: String, what: String) {
    #expect(
      throws: Problem(
        "\(what), which names no format.",
        hint:
          "Let it end in .txt, .csv, .tsv, .json, .md, .html, .tex, .docx, .xlsx, .svg, .graphml, .gexf or .png, "
          + "or name the format: '--format csv'.",
        kind: .usage)
    ) { try ExportFormat(ofFile: path) }
  }

  @Test("Only rows and networks leave the notes to the caller")
  func notes() { #expect(ExportFormat.allCases.filter { !$0.carriesNotes } == [.csv, .tsv, .graphml, .gexf]) }

  @Test("Only documents and workbooks are no text")
  func text() { #expect(ExportFormat.allCases.filter { !$0.isText } == [.docx, .xlsx]) }
}
