import Model

/// CSV and TSV as RFC 4180 has them, with LF line ends; heads are a contract, so nothing else stands in the file.
struct DelimitedExporter: TextualExporter {
  let separator: Unicode.Scalar

  func text(of result: ExportedResult, options: ExportOptions) -> String {
    switch result {
    case .table(let table): text(of: table)
    case .excerpts(let excerpts): text(of: excerpts.sheet)
    }
  }

  private func text(of table: Table) -> String {
    var text = ""
    write(table.columns.map { .text($0.key) }, into: &text)
    for row in table.rows { write(row, into: &text) }
    return text
  }

  private func write(_ cells: [Table.Cell], into text: inout String) {
    for (number, cell) in cells.enumerated() {
      if number > 0 { text.unicodeScalars.append(separator) }
      switch cell {
      case .none: break
      case .count(let count): text += String(count)
      case .number(let number): text += NumberText.exact(number) ?? ""
      case .text(let words): write(words, into: &text)
      }
    }
    text += "\n"
  }

  /// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
  private func write(_ words: String, into text: inout String) {
    let quiet = Self.quiet(words)
    let defused = isFormula(words) ? "'" + quiet : quiet
    let isPlain = defused.utf8.allSatisfy { $0 != 0x22 && $0 != 0x0A && $0 != 0x0D && UInt32($0) != separator.value }
    text +=
      isPlain
      ? defused
      : "\"" + defused.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// Line ends and tabs stay; what would command a terminal or turn the direction of the line does not.
  private static func quiet(_ words: String) -> String {
    func isKept(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "\n" || scalar == "\t" || scalar == "\r" || !DisplayWidth.isControl(scalar)
    }
    guard words.unicodeScalars.contains(where: { !isKept($0) || DisplayWidth.turnsDirection($0) }) else { return words }
    var quiet = String.UnicodeScalarView()
    for scalar in words.unicodeScalars where !DisplayWidth.turnsDirection(scalar) {
      quiet.append(isKept(scalar) ? scalar : " ")
    }
    return String(quiet)
  }

  /// Whether it begins as a formula does, apostrophes aside: one that has an apostrophe already gets another, which reading
  /// takes off.
  private func isFormula(_ words: String) -> Bool {
    guard let first = words.utf8.first(where: { $0 != UInt8(ascii: "'") }) else { return false }
    return first < 0x20 || first == 0x7F || "=+-@".utf8.contains(first)
  }
}
