import Model

/// Queries kept under a name, for which `@name` stands inside other queries.
public struct SavedQueries: Sendable {
  /// How many names may stand for each other in a row.
  static let deepest = 4

  private let texts: [String: String]
  /// The names whose queries are being read, the outermost first.
  private var reading: [String] = []

  /// Names are told apart without regard to capitals and accents.
  public init(_ queries: [(name: String, text: String)] = []) {
    texts = Dictionary(queries.map { (Folding.fold($0.name), $0.text) }, uniquingKeysWith: { $1 })
  }

  /// The sentence that says what is wrong with a name; nil when nothing is.
  public static func fault(in name: String) -> String? {
    if name.isEmpty { return "A saved query needs a name." }
    guard let first = name.first, first.isLetter, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) })
    else { return "The name '\(name)' does not fit: a name begins with a letter and has letters, digits, '-' and '_'." }
    return nil
  }

  /// What `@name` stands for; throws a sentence about the name, or about what is kept under it.
  func query(named name: String) throws(Problem) -> Query {
    let key = Folding.fold(name)
    guard let text = texts[key] else {
      let known = texts.keys.sorted().map { "@" + $0 }.joined(separator: ", ")
      throw Problem(
        "No saved query named '@\(name)'.",
        hint: known.isEmpty ? "Save one with: query save NAME QUERY" : "There are: \(known).")
    }
    guard !reading.contains(key) else {
      throw Problem("'@\(name)' stands for itself, by way of others.", hint: "See it with: query show \(reading[0])")
    }
    guard reading.count < Self.deepest else {
      throw Problem(
        "'@\(name)' stands more than \(Self.deepest) names deep.", hint: "Write out one of them: query show \(name)")
    }
    var inner = self
    inner.reading.append(key)
    do {
      return try Query.parse(text, saved: inner)
    } catch {
      throw Problem("'@\(name)' cannot be read: \(error.what)", hint: "See it with: query show \(name)")
    }
  }
}

extension QueryReader {
  var isSavedName: Bool { peek.kind == .word && peek.text.hasPrefix("@") && peek.text.count > 1 }

  /// Takes `@name`: what it stands for.
  mutating func savedQuery() throws(Problem) -> (query: Query, at: Lexeme) {
    let lexeme = take()
    namesSaved = true
    do {
      let query = try saved.query(named: String(lexeme.text.dropFirst()))
      for _ in 0..<query.termCount { try countTerm(lexeme) }
      return (query, lexeme)
    } catch {
      throw problem(error.what, at: lexeme, hint: error.hint ?? "'query list' shows all saved queries.")
    }
  }

  /// Takes `@name` in the middle of a part, where it must have that part and no other.
  mutating func savedPart<Part>(_ part: KeyPath<Query, Part?>, called name: String) throws(Problem) -> Part {
    let (query, lexeme) = try savedQuery()
    let parts = [query.codes != nil, query.words != nil, query.condition != nil].count { $0 }
    guard let value = query[keyPath: part], parts == 1 else {
      throw problem(
        "'\(lexeme.text)' stands for '\(query)', and only \(name) fit here.", at: lexeme,
        hint: name == "words" && query.words == nil
          ? "Words are saved with 'matching' before them: query save NAME matching WORDS"
          : "At the beginning of a query it may have every part: find \(lexeme.text) where ...")
    }
    return value
  }
}

extension Query {
  /// Codes, words and comparisons, counted.
  var termCount: Int { (codes?.termCount ?? 0) + (words?.termCount ?? 0) + (condition?.attributes.count ?? 0) }
}

extension CodeExpression {
  fileprivate var termCount: Int {
    switch self {
    case .code, .exactCode, .any, .uncoded: 1
    case .and(let left, let right), .or(let left, let right), .andNot(let left, let right),
      .positional(let left, _, let right):
      left.termCount + right.termCount
    }
  }
}

extension WordExpression {
  fileprivate var termCount: Int {
    switch self {
    case .term: 1
    case .near(let sides, _): sides.reduce(0) { $0 + $1.count }
    case .and(let all), .or(let all): all.reduce(0) { $0 + $1.termCount }
    case .not(let inner): inner.termCount
    }
  }
}
