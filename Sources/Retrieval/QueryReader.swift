import Model

/// Reads the pieces of a query from left to right; the grammars of codes, words and conditions are its extensions.
struct QueryReader {
  /// In bytes.
  static let longest = 20_000
  /// SQLite's own parser of word queries gives up at some forty brackets; people lose count much earlier.
  static let deepest = 12
  static let mostTerms = 500

  let typed: String
  let saved: SavedQueries
  /// Whether a saved query stands in it.
  var namesSaved = false
  private let lexemes: [Lexeme]
  private var index = 0
  private var depth = 0
  private var terms = 0

  init(_ typed: String, saved: SavedQueries = SavedQueries()) throws(Problem) {
    self.typed = typed
    self.saved = saved
    lexemes = try Lexer.lexemes(of: typed)
  }

  var peek: Lexeme { lexemes[index] }
  var isAtEnd: Bool { peek.kind == .end }

  /// The piece after the next.
  var second: Lexeme { lexemes[min(index + 1, lexemes.count - 1)] }

  @discardableResult
  mutating func take() -> Lexeme {
    let lexeme = lexemes[index]
    if lexeme.kind != .end { index += 1 }
    return lexeme
  }

  /// Takes the next piece if it is this keyword.
  mutating func take(keyword: String) -> Bool {
    guard peek.keyword == keyword else { return false }
    take()
    return true
  }

  func problem(_ what: String, at lexeme: Lexeme, hint: String) -> Problem {
    problem(what, caret: lexeme.start, hint: hint)
  }

  func problem(_ what: String, caret: Int, hint: String) -> Problem {
    Problem(what, typed: typed, caret: caret, hint: hint)
  }

  /// Counts a code, word or comparison, so that a query cannot outgrow what answers it.
  mutating func countTerm(_ lexeme: Lexeme) throws(Problem) {
    terms += 1
    guard terms <= Self.mostTerms else {
      throw problem("The query has more than \(Self.mostTerms) terms.", at: lexeme, hint: "Cut it in two and run both.")
    }
  }

  /// Reads what stands one level deeper: behind a bracket or a `not`.
  mutating func deeper<Value>(
    at lexeme: Lexeme, _ read: (inout QueryReader) throws(Problem) -> Value
  ) throws(Problem) -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw problem(
        "The query goes more than \(Self.deepest) levels deep.", at: lexeme, hint: "Use fewer brackets, or two queries."
      )
    }
    return try read(&self)
  }

  /// Reads a bracket, what stands in it, and the bracket that closes it.
  mutating func bracketed<Value>(
    _ read: (inout QueryReader) throws(Problem) -> Value
  ) throws(Problem) -> Value {
    let open = take()
    let value = try deeper(at: open, read)
    if isAtEnd {
      throw problem("The bracket '(' is never closed.", at: open, hint: "Put a ')' where it should end.")
    }
    guard peek.kind == .close else { throw unexpected(peek) }
    take()
    return value
  }

  /// Refuses whatever is left when a whole query has been read.
  func expectEnd() throws(Problem) {
    if !isAtEnd { throw unexpected(peek) }
  }

  /// A piece that cannot stand where it stands.
  func unexpected(_ lexeme: Lexeme) -> Problem {
    switch lexeme.kind {
    case .close:
      problem("The bracket ')' closes nothing.", at: lexeme, hint: "Take it away, or put a '(' before it.")
    case .comma:
      problem("A comma means nothing here.", at: lexeme, hint: "Write 'and' or 'or'.")
    case .comparison:
      problem(
        "'\(lexeme.text)' belongs to a condition, and a condition begins with 'where'.", at: lexeme,
        hint: "Write it as in 'find any where sector = vo'.")
    case .word where Self.keywords.contains(lexeme.keyword):
      problem("'\(lexeme.text)' cannot stand here.", at: lexeme, hint: "If it is a name or a word, put it in quotes.")
    default:
      problem("Before '\(lexeme.text)' stands no 'and' or 'or'.", at: lexeme, hint: "Write 'and' or 'or' before it.")
    }
  }

  /// The words of the language that no name can be without quotes; `near/5` and its like are recognised by their slash.
  static let keywords: Set<String> = [
    "and", "or", "not", "matching", "where", "overlapping", "within", "around", "before", "after", "near",
  ]

  /// The number in `near/5`.
  mutating func distance(_ lexeme: Lexeme, of unit: String) throws(Problem) -> Int {
    let slash = lexeme.text.firstIndex(of: "/") ?? lexeme.text.endIndex
    let name = lexeme.text[..<slash]
    let digits = lexeme.text[slash...].dropFirst()
    guard let number = Int(digits), digits.allSatisfy(\.isASCII), (0...9999).contains(number), digits.first != "+"
    else {
      throw problem(
        "'\(name)' needs a number of \(unit) after a slash.",
        caret: lexeme.start + name.count + (digits.isEmpty ? 0 : 1),
        hint: "Write it as in '\(name.lowercased())/5'.")
    }
    return number
  }
}
