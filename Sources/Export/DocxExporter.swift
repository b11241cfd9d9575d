import Model
import Packages

/// A Word document: a table with its heads on every page, or quotes with who said them; and the notes.
struct DocxExporter: Exporter {
  /// Columns that still fit an upright page.
  private static let upright = 7

  func export(_ result: ExportedResult, options: ExportOptions) throws(Problem) -> [UInt8] {
    switch result {
    case .table(let table):
      let report = ReportTable(table, options)
      let caption = report.title.isEmpty ? "" : DocxText.paragraph(report.title, style: "Caption", keepsNext: true)
      let isWide = report.columns.count > Self.upright
      let room = isWide ? 14_004 : 9_072
      let body = caption + DocxTable.text(of: report, room: room) + notes(report.notes)
      return try document(body, title: report.title, isWide: isWide, options.labels)
    case .excerpts(let excerpts):
      let title = DisplayWidth.printable(options.labels.title(excerpts.title))
      let heading = title.isEmpty ? "" : DocxText.paragraph(title, style: "Heading1")
      let lines = excerpts.noteLines(options.labels)
      let parts = excerpts.parts.map { part in
        (part.section.map { self.heading($0, options.labels) } ?? "") + part.items.map(quote).joined()
      }
      let body = heading + parts.joined() + notes(lines)
      return try document(body, title: title, isWide: false, options.labels)
    }
  }

  private func heading(_ section: ExcerptSection, _ labels: LabelLanguage) -> String {
    let text = SectionText(section, labels)
    let style = section.depth == 0 ? "Heading2" : "Heading3"
    return DocxText.paragraph(text.heading, style: style)
      + text.definition.map { DocxText.paragraph($0, style: "Normal", keepsNext: true) }.joined()
      + (text.counts.map { DocxText.paragraph($0, style: "QuoteCount", keepsNext: true) } ?? "")
      + text.memos.map { DocxText.paragraph($0, style: "QuoteMemo") }.joined()
  }

  private func quote(_ excerpt: Excerpt) -> String {
    func context(_ segments: [ContextSegment]) -> String {
      segments.map { DocxText.paragraph($0.spoken, style: "QuoteContext", keepsNext: true) }.joined()
    }
    let words = HitWords(excerpt).paragraphs.map { pieces in
      let runs = pieces.map { DocxText.run($0.text, $0.isHit ? "<w:b/>" : "") }
      return DocxText.paragraph(runs: runs.joined(), style: "Quote", keepsNext: true)
    }
    return context(excerpt.before) + words.joined() + context(excerpt.after)
      + DocxText.paragraph(excerpt.attribution, style: "QuoteSource", keepsNext: !excerpt.memos.isEmpty)
      + excerpt.memos.flatMap(\.paragraphs).map { DocxText.paragraph($0, style: "QuoteMemo") }.joined()
  }

  private func notes(_ lines: [String]) -> String { lines.map { DocxText.paragraph($0, style: "Note") }.joined() }

  private func document(
    _ body: String, title: String, isWide: Bool, _ labels: LabelLanguage
  ) throws(Problem) -> [UInt8] {
    // A4 in twentieths of a point, with margins of 2.5 cm.
    let size =
      isWide ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>" : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
    let section =
      "<w:sectPr>\(size)<w:pgMar w:top=\"1417\" w:right=\"1417\" w:bottom=\"1417\" w:left=\"1417\" "
      + "w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr>"
    let text =
      "\(DocxParts.head)<w:document xmlns:w=\"\(DocxParts.words)\"><w:body>\(body)\(section)</w:body></w:document>"
    return try ZipPackage.bytes(of: DocxParts.around(title: title, labels) + [("word/document.xml", Array(text.utf8))])
  }
}
