public import Model

extension CodeExpression {
  /// Reads the codes part alone.
  ///
  /// Throws a problem with a caret.
  public static func parse(_ text: String) throws(Problem) -> CodeExpression {
    var reader = try QueryReader(text)
    let expression = try reader.codes()
    try reader.expectEnd()
    return expression
  }
}

extension QueryReader {
  /// Whether a word means something in the language, so that a name with it stands in quotes.
  static func isReserved(_ word: String) -> Bool {
    keywords.contains(word) || word.hasPrefix("before/") || word.hasPrefix("after/") || word.hasPrefix("near/")
  }

  mutating func codes() throws(Problem) -> CodeExpression {
    var left = try codesWithoutOr()
    while take(keyword: "or") { left = .or(left, try codesWithoutOr()) }
    return left
  }

  private mutating func codesWithoutOr() throws(Problem) -> CodeExpression {
    var left = try placedCodes()
    while take(keyword: "and") {
      let isWithout = take(keyword: "not")
      let right = try placedCodes()
      left = isWithout ? .andNot(left, right) : .and(left, right)
    }
    return left
  }

  private mutating func placedCodes() throws(Problem) -> CodeExpression {
    var left = try codeTerm()
    while let position = try position() { left = .positional(left, position, try codeTerm()) }
    return left
  }

  private mutating func position() throws(Problem) -> CodeExpression.Position? {
    let lexeme = peek
    switch lexeme.keyword.prefix(while: { $0 != "/" }) {
    case "overlapping" where lexeme.keyword == "overlapping":
      take()
      return .overlapping
    case "within" where lexeme.keyword == "within":
      take()
      return .within
    case "around" where lexeme.keyword == "around":
      take()
      return .around
    case "before": return .before(try distance(take(), of: "segments"))
    case "after": return .after(try distance(take(), of: "segments"))
    case "near": return .near(try distance(take(), of: "segments"))
    default: return nil
    }
  }

  private mutating func codeTerm() throws(Problem) -> CodeExpression {
    let lexeme = peek
    try countTerm(lexeme)
    switch lexeme.kind {
    case .open: return try bracketed { (reader) throws(Problem) in try reader.codes() }
    case .comparison where lexeme.text == "=":
      take()
      return .exactCode(try codeName())
    case .word where lexeme.keyword == "not":
      throw problem(
        "'not' comes after 'and'.", at: lexeme, hint: "For all other codings write 'any and not' and the code.")
    case .word where isSavedName: return try savedPart(\.codes, called: "codes")
    default:
      let name = try codeName()
      guard lexeme.kind == .word else { return .code(name) }
      return switch name.text.lowercased() {
      case "any": .any
      case "uncoded": .uncoded
      default: .code(name)
      }
    }
  }

  /// Takes a name in quotes, or all words up to the next keyword as one name.
  private mutating func codeName() throws(Problem) -> CodeName {
    let first = peek
    guard first.kind == .word || first.kind == .quoted, !Self.isReserved(first.keyword) else {
      throw missingCode(first)
    }
    if first.kind == .quoted {
      take()
      guard !first.text.trimmed.isEmpty else {
        throw problem("Between the quotes stands no code.", at: first, hint: "'codebook show' lists all codes.")
      }
      return CodeName(first.text, column: first.start)
    }
    var text = take().text
    while peek.kind == .word || peek.kind == .comma || isQuotedAfterFamily(text), !Self.isReserved(peek.keyword) {
      let lexeme = take()
      text += (lexeme.isApart ? " " : "") + lexeme.text
    }
    return CodeName(text, column: first.start)
  }

  /// `K/"time and money"`: the quotes hold the part after the slash.
  private func isQuotedAfterFamily(_ text: String) -> Bool {
    peek.kind == .quoted && !peek.isApart && text.hasSuffix("/")
  }

  private func missingCode(_ lexeme: Lexeme) -> Problem {
    let hint = "'codebook show' lists all codes."
    if lexeme.kind == .end { return problem("The query stops where a code is expected.", at: lexeme, hint: hint) }
    if lexeme.kind == .word {
      return problem(
        "A code is expected before '\(lexeme.text)'.", at: lexeme,
        hint: "If it is part of a name, put the name in quotes.")
    }
    return problem("A code is expected where '\(lexeme.text)' stands.", at: lexeme, hint: hint)
  }
}
