import Model

/// A line of which the result goes on into a program of the system: `frequencies | head -5`.
///
/// The sign stands between blanks, outside of quotation marks: `a|b` are two values of a cell.
struct PipedLine: Equatable {
  var command: String
  /// For the system's own shell, as typed.
  var program: String
  /// The column of the sign, in characters from 0.
  var column: Int

  /// None where the line has no such sign.
  init?(_ line: String) {
    guard let column = Self.sign(in: line) else { return nil }
    let letters = Array(line)
    command = String(letters[..<column]).trimmed
    program = String(letters[(column + 1)...]).trimmed
    self.column = column
  }

  private static func sign(in line: String) -> Int? {
    var scanner = LineScanner(line)
    let queryAt = ShellLine.startOfQuery(in: line)
    var isFirst = true
    while scanner.findWord() {
      if isFirst, scanner.atComment { return nil }
      isFirst = false
      let start = scanner.position
      if scanner.characters[start] == "|", scanner.atBlank(after: start) { return start }
      guard let queryAt, start >= queryAt else {
        _ = scanner.word()
        continue
      }
      guard scanner.atOption else {
        _ = scanner.queryWord()
        continue
      }
      let option = scanner.word()
      guard !option.text.contains("="), !ShellLine.flags.contains(option.text), scanner.findWord(), !scanner.atOption,
        !scanner.atBlank(after: scanner.position)
      else { continue }
      _ = scanner.word()
    }
    return nil
  }
}
