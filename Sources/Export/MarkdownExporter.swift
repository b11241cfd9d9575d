import Model

/// A report to read: pipe tables, and excerpts as block quotes with who said it below.
struct MarkdownExporter: TextualExporter {
  func text(of result: ExportedResult, options: ExportOptions) -> String {
    switch result {
    case .table(let table): text(of: table, options)
    case .excerpts(let excerpts): text(of: excerpts, options.labels)
    }
  }

  private func text(of table: Table, _ options: ExportOptions) -> String {
    let (labels, cellText) = (options.labels, CellText(options))
    let notes = table.allNotes(options).map(labels.line)
    let table = table.rounded(options)
    let columns = table.columns.indices.map { number in
      let column = table.columns[number]
      let cells = table.rows.map { MarkdownText.cell(cellText.text($0[number], column.kind)) }
      return PipeColumn(
        head: MarkdownText.cell(DisplayWidth.printable(labels.heading(of: column))), cells: cells,
        isNumeric: column.kind.isNumeric)
    }
    return report(table.title, [PipeColumn.lines(of: columns)], notes: notes, labels)
  }

  private func text(of excerpts: Excerpts, _ labels: LabelLanguage) -> String {
    let quotes = excerpts.parts.flatMap { part in
      (part.section.map { heading($0, labels) } ?? []) + part.items.map { quote($0) }
    }
    return report(excerpts.title, quotes, notes: excerpts.noteLines(labels), labels)
  }

  private func heading(_ section: ExcerptSection, _ labels: LabelLanguage) -> [String] {
    let text = SectionText(section, labels)
    let marks = String(repeating: "#", count: 2 + min(3, max(0, section.depth)))
    let counts = text.counts.map { ["*\(MarkdownText.escaped($0))*\n"] } ?? []
    return ["\(marks) \(MarkdownText.escaped(text.heading))\n"] + text.definition.map { MarkdownText.line($0) + "\n" }
      + counts + text.memos.map { "*\(MarkdownText.line($0))*\n" }
  }

  private func quote(_ excerpt: Excerpt) -> String {
    let paragraphs = paragraphs(of: excerpt.text)
    let attribution = MarkdownText.escaped("— " + excerpt.attribution)
    let context = { (segments: [ContextSegment]) in
      segments.map { "*\(MarkdownText.line(DisplayWidth.printable($0.spoken)))*" }
    }
    let memos = excerpt.memos.flatMap(\.paragraphs).map { "*\(MarkdownText.line($0))*" }
    return (context(excerpt.before) + paragraphs + context(excerpt.after) + [attribution] + memos).map { "> \($0)\n" }
      .joined(
        separator: ">\n")
  }

  /// A line is a paragraph, but one that begins with a small letter goes on with the line before.
  private func paragraphs(of text: String) -> [String] {
    var paragraphs: [String] = []
    for line in text.split(separator: "\n") {
      let words = MarkdownText.line(DisplayWidth.printable(String(line)))
      if words.first?.isLowercase == true, !paragraphs.isEmpty {
        paragraphs[paragraphs.count - 1] += "\n> " + words
      } else {
        paragraphs.append(words)
      }
    }
    return paragraphs
  }

  private func report(_ title: String, _ parts: [String], notes: [String], _ labels: LabelLanguage) -> String {
    let noteLines = notes.map { "*\(MarkdownText.escaped(DisplayWidth.printable($0)))*" }
    let title = labels.title(title)
    let head = title.isEmpty ? [] : ["**\(MarkdownText.escaped(DisplayWidth.printable(title)))**\n"]
    // Two blanks before a line end keep the notes on lines of their own.
    let foot = noteLines.isEmpty ? [] : [noteLines.joined(separator: "  \n") + "\n"]
    return (head + parts + foot).joined(separator: "\n")
  }
}

/// A column of a pipe table, padded so that the source can be read too.
struct PipeColumn {
  var head: String
  var cells: [String]
  var isNumeric: Bool

  /// Wider cells than this are not padded for.
  private static let widest = 40

  static func lines(of columns: [PipeColumn]) -> String {
    guard !columns.isEmpty else { return "" }
    let widths = columns.map { column in
      min(widest, max(3, DisplayWidth.of(column.head), column.cells.map(DisplayWidth.of).max() ?? 0))
    }
    var text = line(zip(columns, widths).map { $0.padded($0.head, $1) })
    text += line(zip(columns, widths).map { $0.rule($1) })
    for row in 0..<(columns.first?.cells.count ?? 0) {
      text += line(zip(columns, widths).map { $0.padded($0.cells[row], $1) })
    }
    return text
  }

  private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  private func rule(_ width: Int) -> String {
    let dashes = String(repeating: "-", count: width - 1)
    return isNumeric ? dashes + ":" : ":" + dashes
  }

  private func padded(_ cell: String, _ width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, width - DisplayWidth.of(cell)))
    return isNumeric ? blanks + cell : cell + blanks
  }
}
