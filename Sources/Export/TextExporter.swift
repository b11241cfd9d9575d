public import Model

/// Aligned columns and indented quotes for a terminal or a plain file.
struct TextExporter: TextualExporter {
  func text(of result: ExportedResult, options: ExportOptions) -> String {
    switch result {
    case .table(let table):
      parts(table.title, blocks(of: table, options), notes: noteText(for: table, options: options), options)
    case .excerpts(let excerpts):
      parts(
        excerpts.title,
        excerpts.parts.flatMap { part in
          (part.section.map { [heading($0, options)] } ?? [])
            + part.items.map { ExcerptText(options: options).text(of: $0) }
        },
        notes: noteText(for: excerpts, options: options), options)
    }
  }

  /// The name of a code, what it means, and how often it is there.
  private func heading(_ section: ExcerptSection, _ options: ExportOptions) -> String {
    let text = SectionText(section, options.labels)
    let lines = (text.definition + [text.counts].compactMap { $0 } + text.memos).flatMap {
      TextWrap.pieces(of: $0, width: options.width)
    }
    return ([TerminalCode.bold(text.heading, options.colour)] + lines).joined(separator: "\n") + "\n"
  }

  /// Title, result and notes with a blank line between them.
  private func parts(_ title: String, _ results: [String], notes: String, _ options: ExportOptions) -> String {
    let words = DisplayWidth.printable(options.labels.title(title))
    let title = title.isEmpty ? "" : TerminalCode.bold(words, options.colour) + "\n"
    return ([title] + results + [notes]).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// How many lines stand above the rows of a table, and how many columns of the terminal the names of the rows take.
  ///
  /// Names that would take more than half of the width are left out. `stops` are the left edges of the other columns. Nil
  /// where the table is in several pieces.
  func head(of table: Table, _ options: ExportOptions) -> (lines: Int, columns: Int, stops: [Int])? {
    let blocks = TextLayout.blocks(
      of: columns(of: table, options), width: options.width, movesSideways: options.movesSideways)
    guard blocks.count == 1, let block = blocks.first, !table.rows.isEmpty else { return nil }
    let heads = block.map { TextWrap.pieces(of: $0.head, width: $0.width).count }
    var columns = 0
    for column in block.prefix(while: { !$0.isNumeric }) {
      let next = columns + column.width + TextLayout.gap
      guard next - TextLayout.gap <= (options.width ?? 80) / 2 else { break }
      columns = next
    }
    var edges = [0]
    for column in block { edges.append(edges[edges.count - 1] + column.width + TextLayout.gap) }
    let stops = edges.dropLast().filter { $0 >= columns }
    return ((table.title.isEmpty ? 0 : 2) + (heads.max() ?? 0) + 1, columns, stops)
  }

  private func blocks(of table: Table, _ options: ExportOptions) -> [String] {
    TextLayout.blocks(of: columns(of: table, options), width: options.width, movesSideways: options.movesSideways)
      .map { TextBlock(columns: $0, rowCount: table.rows.count, colour: options.colour).text }
  }

  private func columns(of table: Table, _ options: ExportOptions) -> [TextColumn] {
    let cellText = CellText(options)
    let heat = options.colour ? table.heat : []
    let table = table.rounded(options)
    return table.columns.indices.map { number in
      let column = table.columns[number]
      var text = TextColumn(
        head: DisplayWidth.printable(options.labels.heading(of: column)),
        cells: table.rows.map { cellText.text($0[number], column.kind) },
        isNumeric: column.kind.isNumeric, group: column.group)
      if options.colour { text.heat = heat[number] }
      return text
    }
  }
}

/// What a terminal understands.
enum TerminalCode {
  static func bold(_ text: String, _ colour: Bool) -> String { colour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  static func faint(_ text: String, _ colour: Bool) -> String { colour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
  /// On a ground that is the darker, the more there is; 0 has none.
  static func shaded(_ text: String, _ heat: Double) -> String {
    guard heat > 0 else { return text }
    let grounds = [195, 153, 111, 68, 25]
    let step = min(grounds.count - 1, Int(heat * Double(grounds.count)))
    return "\u{1B}[48;5;\(grounds[step])m\u{1B}[38;5;\(step < 3 ? 16 : 231)m\(text)\u{1B}[0m"
  }

  static let hit = "\u{1B}[1;33m"
  static let end = "\u{1B}[0m"
}

/// What of the text of a table can be kept in sight while its rows move: lines above, columns of the terminal before, and
/// the left edges of the other columns.
public func textHead(of table: Table, options: ExportOptions) -> (lines: Int, columns: Int, stops: [Int])? {
  TextExporter().head(of: table, options)
}
