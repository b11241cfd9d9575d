import Model

/// A line of the shell as words for the command tree.
enum ShellLine {
  /// The commands that take a query as it was typed, and how many words stand before it.
  private static let beforeQuery = ["find": 0, "search": 0, "kwic": 0, "autocode": 1, "query save": 1]
  static let flags: Set<String> = ["--force", "--dry-run", "--rank", "--shared", "--help", "-h"]

  /// None for an empty line or a comment.
  ///
  /// Throws on a quotation mark that is not closed.
  static func words(_ line: String) throws(Problem) -> [String] {
    let head = try LineTokens(line, first: 1)
    guard let first = head.words.first else { return [] }
    if first == "draad" { return try words(String(line.drop { $0.isWhitespace }.dropFirst(5))) }
    let command = first == "query" ? try LineTokens(line, first: 2) : head
    guard let count = beforeQuery[command.words.joined(separator: " ")] else { return try LineTokens(line).words }
    let rest = try LineTokens.query(in: line, from: command.tokens.last?.columns.upperBound ?? 0, flags: flags)
    let before = try LineTokens(rest.query.text, first: count)
    let query = unwrapped(before.raw(after: count).text)
    return command.words + rest.options + before.words
      + (query.isEmpty ? [] : query.hasPrefix("-") ? ["--", query] : [query])
  }

  /// The column after the command where the rest of the line may hold a query; nil where it holds none.
  static func startOfQuery(in line: String) -> Int? {
    var head: [LineTokens.Token] = []
    for count in 1...3 { if let read = try? LineTokens(line, first: count).tokens { head = read } }
    if head.first?.text == "draad" { head.removeFirst() }
    return head.indices.first { index in
      beforeQuery[head[...index].map(\.text).joined(separator: " ")] != nil
    }.map { head[$0].columns.upperBound }
  }

  /// A whole query in quotation marks, as a command line needs it, is meant without them.
  private static func unwrapped(_ query: String) -> String {
    let inner = query.dropFirst().dropLast()
    if query.count > 1, query.hasPrefix("'"), query.hasSuffix("'"), !inner.contains("'") { return String(inner) }
    let isQuery = [" where ", " matching "].contains { inner.lowercased().contains($0) }
    return isQuery && query.hasPrefix("\"") && query.hasSuffix("\"") && !inner.contains("\"") ? String(inner) : query
  }
}

extension LineTokens {
  /// Words as a line that would be split into them again.
  static func joined(_ words: [String]) -> String { words.map { quoted($0) }.joined(separator: " ") }
}
