public import Model

/// The rows and cells of a table as somebody typed, saved or copied it.
public struct PrintedCells: Equatable, Sendable {
  public var rows: [DelimitedText.Record]
  /// Lines that stand beside the table: a title, notes.
  public var beside: [String]

  public init(rows: [DelimitedText.Record], beside: [String] = []) {
    self.rows = rows
    self.beside = beside
  }

  /// Reads Markdown with `|`, CSV with `,`, `;` or tabs, or columns that stand two blanks apart.
  public init(_ text: String) {
    let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().map {
      Line(number: $0 + 1, text: $1.trimmed)
    }
    self = Self.markdown(lines) ?? Self.delimited(text) ?? Self.aligned(lines)
  }

  private struct Line {
    var number: Int
    var text: String

    /// `|---|--:|`, `─────`.
    var isRule: Bool {
      text.count >= 3 && text.allSatisfy { "|-:=─—_+ ".contains($0) } && text.contains { "-─=—_".contains($0) }
    }
  }

  private static func markdown(_ lines: [Line]) -> PrintedCells? {
    guard lines.contains(where: { $0.isRule && $0.text.contains("|") }) else { return nil }
    var cells = PrintedCells(rows: [])
    for line in lines where !line.isRule && !line.text.isEmpty {
      guard line.text.contains("|") else {
        cells.beside.append(line.text)
        continue
      }
      var fields = bars(line.text)
      if fields.first?.isEmpty == true, line.text.hasPrefix("|") { fields.removeFirst() }
      if fields.last?.isEmpty == true, line.text.hasSuffix("|") { fields.removeLast() }
      cells.rows.append(.init(line: line.number, fields: fields))
    }
    return cells
  }

  /// The cells between bars; `\|` is a bar in a cell, and stars around a cell are no words of it.
  private static func bars(_ line: String) -> [String] {
    var fields = [""]
    var isEscaped = false
    for character in line {
      if isEscaped {
        fields[fields.count - 1].append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields.map { field in
      var cell = field.trimmed[...]
      while cell.count > 2, cell.first == "*", cell.last == "*" { cell = cell.dropFirst().dropLast() }
      return String(cell)
    }
  }

  /// Nil where the lines have no equal number of cells.
  private static func delimited(_ text: String) -> PrintedCells? {
    let read = DelimitedText(text)
    let rows = read.records.filter { $0.fields.contains { !$0.trimmed.isEmpty } }
    guard read.openQuote == nil, let first = rows.first(where: { $0.fields.count > 1 }) else { return nil }
    let width = first.fields.count
    guard rows.count(where: { $0.fields.count == width }) * 5 >= rows.count * 4, rows.count > 1 else { return nil }
    let cells = rows.map { row in DelimitedText.Record(line: row.line, fields: row.fields.map(\.trimmed)) }
    return PrintedCells(
      rows: cells.filter { $0.fields.count > 1 }, beside: cells.filter { $0.fields.count == 1 }.flatMap(\.fields))
  }

  private static func aligned(_ lines: [Line]) -> PrintedCells {
    var cells = PrintedCells(rows: [])
    let blocks = lines.split { $0.text.isEmpty }.map { block in
      block.filter { !$0.isRule }.map { ($0, columns($0.text)) }
    }
    // Where columns stand apart somewhere, what has one column is a title or a note.
    let isWide = blocks.contains { block in block.count(where: { $0.1.count > 1 }) * 2 > block.count }
    for block in blocks {
      let isTable = !isWide || block.count(where: { $0.1.count > 1 }) * 2 > block.count
      for (line, fields) in block {
        let fields = isTable && fields.count == 1 && !isWide ? peeled(line.text) : fields
        if isTable, fields.count > 1 {
          cells.rows.append(.init(line: line.number, fields: fields))
        } else {
          cells.beside.append(line.text)
        }
      }
    }
    return cells
  }

  private static func columns(_ line: String) -> [String] {
    var fields = [""]
    var blanks = 0
    for character in line {
      if character == " " || character == "\t" {
        blanks += character == "\t" ? 2 : 1
        continue
      }
      if blanks > 1 {
        fields.append("")
      } else if blanks == 1 {
        fields[fields.count - 1].append(" ")
      }
      blanks = 0
      fields[fields.count - 1].append(character)
    }
    return fields
  }

  /// Numbers at the end of a line, as they come from a page: `Het team 1.884 100%`.
  private static func peeled(_ line: String) -> [String] {
    var words = line.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    var numbers: [String] = []
    while words.count > 1, let last = words.last {
      if last == "%", let number = words.dropLast().last, PrintedNumber.all(in: number).isNumeric, words.count > 2 {
        numbers.append(number + "%")
        words.removeLast(2)
      } else if PrintedNumber.all(in: last).isNumeric {
        numbers.append(last)
        words.removeLast()
      } else {
        break
      }
    }
    return [words.joined(separator: " ")] + numbers.reversed()
  }
}
