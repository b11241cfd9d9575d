/// Cells as RFC 4180 wants them, and safe to open in a spreadsheet.
enum CSVText {
  static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\n"
  }

  static func cell(_ text: String) -> String {
    let text = defused(text)
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x3B || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes || text.first?.isWhitespace == true || text.last?.isWhitespace == true else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// A cell that a spreadsheet would take for a formula gets an apostrophe in front; so does one that has it already.
  static func defused(_ text: String) -> String { looksLikeFormula(text) ? "'" + text : text }

  /// The text of a cell that was defused.
  static func restored(_ cell: String) -> String {
    cell.unicodeScalars.first == "'" && looksLikeFormula(cell) ? String(cell.unicodeScalars.dropFirst()) : cell
  }

  private static func looksLikeFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
    return "=+-@".unicodeScalars.contains(first) || first.value < 0x20
  }
}
