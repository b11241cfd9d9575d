/// The words part of a query.
public indirect enum WordExpression: Hashable, Sendable {
  case term(WordTerm)
  /// All of them with at most so many words between; each may have alternatives. Two or more.
  case near([[WordTerm]], within: Int)
  /// Two or more.
  case and([WordExpression])
  /// Two or more.
  case or([WordExpression])
  case not(WordExpression)
}

/// One thing that is looked for in a text.
///
/// No text has a `*` in it; case and accents count only where said.
public indirect enum WordTerm: Hashable, Sendable {
  /// A word and its inflected forms.
  case word(String)
  /// `=toets`: this form only, with its accents.
  case exact(String)
  /// `leer*`: all words that begin so.
  case prefix(String)
  /// `~achterstand`: all words with it inside.
  case part(String)
  /// Words in this order, as typed; `leer*` and `~groep` among them mean what they mean alone.
  case phrase(String)
  /// `toets !toetsen`: the same without these forms.
  case except(WordTerm, forms: [String])
}

extension WordTerm: CustomStringConvertible {
  /// As it can be typed.
  public var description: String {
    switch self {
    case .word(let text): text
    case .exact(let text): "=" + (Self.isBare(text) ? text : Quotation.quote(text))
    case .prefix(let text): "\(text)*"
    case .part(let text): "~\(text)"
    case .phrase(let text): Quotation.quote(text)
    case .except(let term, let forms): ([term.description] + forms.map { "!" + $0 }).joined(separator: " ")
    }
  }

  private static func isBare(_ text: String) -> Bool {
    text.allSatisfy { !$0.isWhitespace && !"(),=<>!".contains($0) && !Quotation.opening.contains($0) }
  }
}

extension WordExpression: CustomStringConvertible {
  /// As it can be typed.
  public var description: String {
    switch self {
    case .term(let term): term.description
    case .near(let sides, let distance):
      sides.map { side in
        let words = side.map(\.description).joined(separator: " or ")
        return side.count == 1 ? words : "(\(words))"
      }.joined(separator: " near/\(distance) ")
    case .and(let all): all.map { $0.isLoose ? "(\($0))" : $0.description }.joined(separator: " and ")
    case .or(let all): all.map { $0.isOr ? "(\($0))" : $0.description }.joined(separator: " or ")
    case .not(let inner): inner.isLoose ? "not (\(inner))" : "not \(inner)"
    }
  }

  private var isOr: Bool { if case .or = self { true } else { false } }
  private var isLoose: Bool { if case .and = self { true } else { isOr } }
}

extension WordExpression {
  /// What is joined by `and`; the expression itself where nothing is.
  ///
  /// Parts under `not` are left out.
  public var parts: [WordExpression] {
    guard case .and(let all) = self else { return [self] }
    return all.filter { if case .not = $0 { false } else { true } }
  }
}

extension WordTerm {
  /// The one word it is spelt as; nil for phrases.
  public var spelling: String? {
    switch self {
    case .word(let text), .exact(let text), .prefix(let text), .part(let text): text
    case .phrase: nil
    case .except(let term, _): term.spelling
    }
  }
}
