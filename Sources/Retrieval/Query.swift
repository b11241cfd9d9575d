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

  /// Reads `[codes] [matching words] [where condition]`; `@name` is a saved query.
  ///
  /// Throws a problem with a caret, whatever is typed.
  public static func parse(_ text: String, saved: SavedQueries = SavedQueries()) throws(Problem) -> Query {
    var reader = try QueryReader(text, saved: saved)
    guard !reader.isAtEnd else {
      throw reader.problem(
        "The query is empty.", caret: 0, hint: "Write a code, as in 'find B3', or 'search' and a word.")
    }
    var query = Query()
    if reader.isSavedName, !reader.second.joins {
      query = try reader.savedQuery().query
    } else if reader.peek.keyword != "matching", reader.peek.keyword != "where" {
      query.codes = try reader.codes()
    }
    if reader.take(keyword: "matching") { query.join(words: try reader.words()) }
    try query.readCondition(&reader)
    try query.checkPrinted(reader)
    return query
  }

  /// Reads `words [where condition]`, as `search` takes it.
  public static func parse(matching text: String, saved: SavedQueries = SavedQueries()) throws(Problem) -> Query {
    var reader = try QueryReader(text, saved: saved)
    guard !reader.isAtEnd else {
      throw reader.problem("There is no word to search for.", caret: 0, hint: "Write a word, as in 'search tekort'.")
    }
    var query = Query(words: try reader.words())
    try query.readCondition(&reader)
    try query.checkPrinted(reader)
    return query
  }

  private mutating func join(words more: WordExpression) {
    words = words.map { .and([$0, more]) } ?? more
  }

  private mutating func readCondition(_ reader: inout QueryReader) throws(Problem) {
    guard reader.take(keyword: "where") else { return try reader.expectEnd() }
    let more = try reader.condition()
    condition = condition.map { .and([$0, more]) } ?? more
    try reader.expectConditionEnd()
  }

  /// Saved queries can make a query that is too long or too deep to be typed; such a one is refused.
  private func checkPrinted(_ reader: QueryReader) throws(Problem) {
    guard reader.namesSaved else { return }
    do {
      _ = try Query.parse(description)
    } catch {
      throw reader.problem(error.what, caret: 0, hint: "Name fewer saved queries in it, or simpler ones.")
    }
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
