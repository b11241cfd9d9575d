public import Model

extension Condition {
  /// Reads a condition alone, as `--where` takes it.
  ///
  /// Throws a problem with a caret.
  public static func parse(_ text: String) throws(Problem) -> Condition {
    var reader = try QueryReader(text)
    let condition = try reader.condition()
    try reader.expectConditionEnd()
    return condition
  }
}

extension QueryReader {
  mutating func condition() throws(Problem) -> Condition {
    var all = [try conditionWithoutOr()]
    while take(keyword: "or") { all.append(try conditionWithoutOr()) }
    return all.count == 1 ? all[0] : .or(all)
  }

  private mutating func conditionWithoutOr() throws(Problem) -> Condition {
    var all = [try conditionTerm()]
    while take(keyword: "and") { all.append(try conditionTerm()) }
    return all.count == 1 ? all[0] : .and(all)
  }

  /// Refuses what is left after a whole condition.
  func expectConditionEnd() throws(Problem) {
    guard peek.kind == .word || peek.kind == .quoted else { return try expectEnd() }
    throw problem(
      "Before '\(peek.text)' stands no 'and' or 'or'.", at: peek,
      hint: "A value of several words stands in quotes: type = \"speciaal onderwijs\".")
  }

  private mutating func conditionTerm() throws(Problem) -> Condition {
    let lexeme = peek
    try countTerm(lexeme)
    if take(keyword: "not") {
      return .not(try deeper(at: lexeme) { (reader) throws(Problem) in try reader.conditionTerm() })
    }
    if lexeme.kind == .open {
      return try bracketed { (reader) throws(Problem) in
        let inner = try reader.condition()
        if reader.peek.kind != .close, !reader.isAtEnd { try reader.expectConditionEnd() }
        return inner
      }
    }
    if isSavedName { return try savedPart(\.condition, called: "conditions") }
    let attribute = try attribute()
    if take(keyword: "not") {
      guard take(keyword: "in") else {
        throw problem(
          "After '\(attribute) not' comes 'in'.", at: peek, hint: "Or put 'not' first: not \(attribute) = ...")
      }
      return .not(.oneOf(attribute: attribute, try values()))
    }
    if take(keyword: "in") { return .oneOf(attribute: attribute, try values()) }
    let comparison = try comparison(of: attribute)
    return .comparison(attribute: attribute, comparison, value: try value())
  }

  private mutating func attribute() throws(Problem) -> String {
    let lexeme = peek
    let hint = "Write it as in 'sector = vo'; 'cases' shows the attributes."
    if lexeme.kind == .quoted, !lexeme.text.trimmed.isEmpty { return take().text }
    guard lexeme.kind == .word, !Condition.keywords.contains(lexeme.keyword) else {
      let what =
        lexeme.kind == .end
        ? "The condition stops where an attribute is expected."
        : "An attribute is expected where '\(lexeme.text)' stands."
      throw problem(what, at: lexeme, hint: hint)
    }
    if let odd = lexeme.text.firstIndex(where: { !Condition.isAttributeName(String($0)) }) {
      throw problem(
        "'\(lexeme.text)' has a '\(lexeme.text[odd])' in it.",
        caret: lexeme.start + lexeme.text.distance(from: lexeme.text.startIndex, to: odd),
        hint: "Put the name of the attribute in quotes.")
    }
    return take().text
  }

  private mutating func comparison(of attribute: String) throws(Problem) -> Condition.Comparison {
    let lexeme = peek
    if lexeme.kind == .comparison, let comparison = Condition.Comparison(rawValue: lexeme.text) {
      take()
      return comparison
    }
    if lexeme.kind == .comparison {
      let meant = ["==": "=", "=>": ">=", "=<": "<=", "<>": "!="][lexeme.text]
      throw problem(
        "'\(lexeme.text)' is no comparison.", at: lexeme,
        hint: meant.map { "Write '\($0)'." } ?? "Use =, !=, <, <=, > or >=.")
    }
    throw problem(
      "After the attribute '\(attribute)' a comparison is expected.", at: lexeme,
      hint: "Use =, !=, <, <=, >, >= or 'in (..., ...)'.")
  }

  private mutating func value() throws(Problem) -> String {
    let lexeme = peek
    if lexeme.kind == .quoted { return take().text }
    guard lexeme.kind == .word, !Condition.keywords.contains(lexeme.keyword) else {
      let what =
        lexeme.kind == .end
        ? "The condition stops where a value is expected." : "A value is expected where '\(lexeme.text)' stands."
      throw problem(what, at: lexeme, hint: "Put a value that is a keyword or a sign in quotes.")
    }
    take()
    return Self.withoutApostrophes(lexeme.text)
  }

  /// `'vo'` is typed by those who know other query languages.
  private static func withoutApostrophes(_ text: String) -> String {
    guard text.count > 1, let first = text.first, let last = text.last, "'‘".contains(first), "'’".contains(last) else {
      return text
    }
    return String(text.dropFirst().dropLast())
  }

  private mutating func values() throws(Problem) -> [String] {
    let open = peek
    guard open.kind == .open else {
      throw problem("After 'in' a bracket is expected.", at: open, hint: "Write it as in 'wave in (1, 2)'.")
    }
    take()
    var values = [try value()]
    while peek.kind == .comma {
      take()
      values.append(try value())
    }
    if isAtEnd { throw problem("The bracket '(' is never closed.", at: open, hint: "Put a ')' after the last value.") }
    guard peek.kind == .close else {
      throw problem(
        "Before '\(peek.text)' a comma is expected.", at: peek, hint: "A value of several words stands in quotes.")
    }
    take()
    return values
  }
}
