import Model

/// A line of the shell as words for the command tree.
enum ShellLine {
  /// How many words stand before the query, for the commands that take one as it was typed.
  private static let beforeQuery = ["find": 1, "search": 1, "kwic": 1, "autocode": 2]
  private static let flags: Set<String> = ["--force", "--dry-run", "--help", "-h"]

  /// None for an empty line or a comment.
  ///
  /// Throws on a quotation mark that is not closed.
  static func words(_ line: String) throws(Problem) -> [String] {
    let head = try LineTokens(line, first: 1).words
    guard let first = head.first else { return [] }
    if first == "draad" { return try words(String(line.drop { $0.isWhitespace }.dropFirst(5))) }
    guard let count = beforeQuery[first] else { return try LineTokens(line).words }
    let tokens = try LineTokens(line, first: count)
    let query = try LineTokens.query(in: line, from: tokens.tokens.last?.columns.upperBound ?? 0, flags: flags)
    let text = query.query.text
    return tokens.words + query.options + (text.isEmpty ? [] : text.hasPrefix("-") ? ["--", text] : [text])
  }
}

extension LineTokens {
  /// Words as a line that would be split into them again.
  static func joined(_ words: [String]) -> String { words.map { quoted($0) }.joined(separator: " ") }
}
