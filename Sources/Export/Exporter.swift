public import Model

/// Writes results in one format; knows tables and excerpts, not which analysis made them.
protocol Exporter: Sendable {
  /// Throws for a result that the format has no place for.
  func export(_ result: ExportedResult, options: ExportOptions) throws(Problem) -> [UInt8]
}

/// Writes results as text, in UTF-8.
protocol TextualExporter: Exporter {
  func text(of result: ExportedResult, options: ExportOptions) throws(Problem) -> String
}

extension TextualExporter {
  func export(_ result: ExportedResult, options: ExportOptions) throws(Problem) -> [UInt8] {
    Array(try text(of: result, options: options).utf8)
  }
}

/// What can leave.
enum ExportedResult: Sendable {
  case table(Table)
  case excerpts(Excerpts)
}

extension ExportFormat {
  private var exporter: any Exporter {
    switch self {
    case .text: TextExporter()
    case .csv: DelimitedExporter(separator: ",")
    case .tsv: DelimitedExporter(separator: "\t")
    case .json: JSONExporter()
    case .md: MarkdownExporter()
    case .html: HTMLExporter()
    case .tex: LaTeXExporter()
    case .docx: DocxExporter()
    case .xlsx: XlsxExporter()
    case .svg: SVGExporter()
    case .graphml: GraphMLExporter()
    case .gexf: GEXFExporter()
    }
  }

  /// Writes a table; the same table and options give the same bytes, and text ends with a line feed.
  ///
  /// Throws for a table that the format has no place for: one that is no picture, or too long for a sheet.
  public func export(_ table: Table, options: ExportOptions = ExportOptions()) throws(Problem) -> [UInt8] {
    try exporter.export(.table(table), options: options)
  }

  /// Writes excerpts; the same excerpts and options give the same bytes, and text ends with a line feed.
  ///
  /// Throws where the format has no place for quotes.
  public func export(_ excerpts: Excerpts, options: ExportOptions = ExportOptions()) throws(Problem) -> [UInt8] {
    try exporter.export(.excerpts(excerpts), options: options)
  }
}
