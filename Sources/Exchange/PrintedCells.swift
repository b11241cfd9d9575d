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
    if let cells = Self.markdown(lines) {
      self = cells
      return
    }
    let aligned = Self.aligned(lines)
    // In `Ja 12 40,5%` a comma parts no cells.
    self = Self.delimited(lines, text).flatMap { $0.numbers < aligned.numbers ? nil : $0 } ?? aligned
  }

  /// How many numbers stand in cells that hold nothing else.
  private var numbers: Int {
    rows.reduce(0) { sum, row in
      row.fields.reduce(sum) { sum, cell in
        let read = PrintedNumber.all(in: cell)
        return read.isNumeric ? sum + read.numbers.count : sum
      }
    }
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

  /// Titles that may stand above a table, in lines.
  private static let mostTitles = 3

  /// Nil where the lines have no equal number of cells, or none holds a number.
  ///
  /// The first line tells what parts the cells: where it is a title, that tells otherwise than those below.
  private static func delimited(_ lines: [Line], _ text: String) -> PrintedCells? {
    let filled = lines.filter { !$0.text.isEmpty }
    var best: (numbers: Int, cells: PrintedCells)?
    for titles in 0...min(mostTitles, max(0, filled.count - 2)) {
      guard titles < filled.count else { break }
      let start = filled[titles].number
      let rest = titles == 0 ? text : rest(of: text, from: start)
      guard var cells = delimited(rest, from: titles == 0 ? 1 : start) else { continue }
      cells.beside.insert(contentsOf: filled[..<titles].map(\.text), at: 0)
      let numbers = cells.numbers
      if numbers > best?.numbers ?? 0 { best = (numbers, cells) }
    }
    return best?.cells
  }

  private static func rest(of text: String, from line: Int) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[(line - 1)...].joined(separator: "\n")
  }

  private static func delimited(_ text: String, from line: Int) -> PrintedCells? {
    let read = DelimitedText(text)
    let rows = read.records.filter { $0.fields.contains { !$0.trimmed.isEmpty } }
    let widths = Dictionary(grouping: rows.map(\.fields.count).filter { $0 > 1 }) { $0 }.mapValues(\.count)
    guard read.openQuote == nil, let width = widths.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else {
      return nil
    }
    // Titles and heads over several columns may have fewer cells, and notes below.
    let top = rows.prefix(mostTitles).prefix { $0.fields.count < width }
    let notes = rows.suffix(mostTitles).reversed().prefix { isBeside($0.fields.map(\.trimmed), width) }
    let body = rows.dropFirst(top.count).dropLast(notes.count)
    guard body.count(where: { $0.fields.count == width }) * 5 >= body.count * 4, rows.count > 1 else { return nil }
    var cells = PrintedCells(rows: [])
    for row in rows {
      let fields = row.fields.map(\.trimmed)
      if isBeside(fields, width) {
        cells.beside.append(fields.filter { !$0.isEmpty }.joined(separator: " "))
      } else {
        cells.rows.append(.init(line: row.line + line - 1, fields: fields))
      }
    }
    return cells
  }

  /// Whether it is a title or a note: one cell, or one or two of which the last says of how many.
  private static func isBeside(_ fields: [String], _ width: Int) -> Bool {
    let filled = fields.filter { !$0.isEmpty }
    guard fields.count > 1, let last = filled.last else { return true }
    guard filled.count < 3, saysBase(last), !PrintedNumber.all(in: last).isNumeric else { return false }
    return filled.count == 1 || fields.count < width && !saysBase(filled[0])
  }

  private static func saysBase(_ cell: String) -> Bool { PrintedNumber.all(in: cell).numbers.contains(where: \.isBase) }

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
    // `Tabel 2.1 (n=1.888)` is a title.
    guard !PrintedNumber.all(in: line).numbers.suffix(numbers.count).allSatisfy(\.isBase) else { return [line] }
    return [words.joined(separator: " ")] + numbers.reversed()
  }
}
