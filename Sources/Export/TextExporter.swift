import Model

/// Aligned columns and indented quotes for a terminal or a plain file.
struct TextExporter: TextualExporter {
  func text(of result: ExportedResult, options: ExportOptions) -> String {
    switch result {
    case .table(let table):
      parts(table.title, blocks(of: table, options), notes: noteText(for: table, options: options), options)
    case .excerpts(let excerpts):
      parts(
        excerpts.title, excerpts.items.map { ExcerptText(options: options).text(of: $0) },
        notes: noteText(for: excerpts, options: options), options)
    }
  }

  /// Title, result and notes with a blank line between them.
  private func parts(_ title: String, _ results: [String], notes: String, _ options: ExportOptions) -> String {
    let words = DisplayWidth.printable(options.labels.title(title))
    let title = title.isEmpty ? "" : TerminalCode.bold(words, options.colour) + "\n"
    return ([title] + results + [notes]).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func blocks(of table: Table, _ options: ExportOptions) -> [String] {
    let cellText = CellText(options)
    let table = table.rounded(options)
    let columns = table.columns.indices.map { number in
      let column = table.columns[number]
      return TextColumn(
        head: DisplayWidth.printable(options.labels.heading(of: column)),
        cells: table.rows.map { cellText.text($0[number], column.kind) },
        isNumeric: column.kind.isNumeric, group: column.group)
    }
    return TextLayout.blocks(of: columns, width: options.width).map { block in
      TextBlock(columns: block, rowCount: table.rows.count, colour: options.colour).text
    }
  }
}

/// What a terminal understands.
enum TerminalCode {
  static func bold(_ text: String, _ colour: Bool) -> String { colour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  static func faint(_ text: String, _ colour: Bool) -> String { colour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
  static let hit = "\u{1B}[1;33m"
  static let end = "\u{1B}[0m"
}
