public import Model

/// Writes results in one format; knows tables and excerpts, not which analysis made them.
protocol Exporter: Sendable {
  func export(_ result: ExportedResult, options: ExportOptions) -> String
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
    }
  }

  /// Writes a table, with a line feed at the end; the same table and options give the same bytes.
  public func export(_ table: Table, options: ExportOptions = ExportOptions()) -> String {
    exporter.export(.table(table), options: options)
  }

  /// Writes excerpts, with a line feed at the end; the same excerpts and options give the same bytes.
  public func export(_ excerpts: Excerpts, options: ExportOptions = ExportOptions()) -> String {
    exporter.export(.excerpts(excerpts), options: options)
  }
}
