public import Model

/// What is asked of a study: codes, words and a condition, each of them optional, at least one there.
public struct Query: Hashable, Sendable {
  public var codes: CodeExpression?
  public var words: WordExpression?
  public var condition: Condition?

  public init(codes: CodeExpression? = nil, words: WordExpression? = nil, condition: Condition? = nil) {
    self.codes = codes
    self.words = words
    self.condition = condition
  }

  /// Reads `[codes] [matching words] [where condition]`.
  ///
  /// Throws a problem with a caret, whatever is typed.
  public static func parse(_ text: String) throws(Problem) -> Query {
    var reader = try QueryReader(text)
    guard !reader.isAtEnd else {
      throw reader.problem(
        "The query is empty.", caret: 0, hint: "Write a code, as in 'find B3', or 'search' and a word.")
    }
    var query = Query()
    if reader.peek.keyword != "matching", reader.peek.keyword != "where" { query.codes = try reader.codes() }
    if reader.take(keyword: "matching") { query.words = try reader.words() }
    try query.readCondition(&reader)
    return query
  }

  /// Reads `words [where condition]`, as `search` takes it.
  public static func parse(matching text: String) throws(Problem) -> Query {
    var reader = try QueryReader(text)
    guard !reader.isAtEnd else {
      throw reader.problem("There is no word to search for.", caret: 0, hint: "Write a word, as in 'search tekort'.")
    }
    var query = Query(words: try reader.words())
    try query.readCondition(&reader)
    return query
  }

  private mutating func readCondition(_ reader: inout QueryReader) throws(Problem) {
    guard reader.take(keyword: "where") else { return try reader.expectEnd() }
    condition = try reader.condition()
    try reader.expectConditionEnd()
  }
}

extension Query: CustomStringConvertible {
  /// As it can be typed.
  public var description: String {
    var parts: [String] = []
    if let codes { parts.append(codes.description) }
    if let words { parts.append("matching \(words)") }
    if let condition { parts.append("where \(condition)") }
    return parts.joined(separator: " ")
  }
}
