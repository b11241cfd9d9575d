/// The condition of a query: which cases, transcripts and speakers count.
public indirect enum Condition: Hashable, Sendable {
  case comparison(attribute: String, Comparison, value: String)
  case oneOf(attribute: String, [String])
  /// Two or more.
  case and([Condition])
  /// Two or more.
  case or([Condition])
  case not(Condition)

  public enum Comparison: String, CaseIterable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// The names of the attributes used, each once, in the order typed.
  public var attributes: [String] {
    switch self {
    case .comparison(let attribute, _, _), .oneOf(let attribute, _): [attribute]
    case .not(let inner): inner.attributes
    case .and(let all), .or(let all):
      all.reduce(into: []) { names, one in names += one.attributes.filter { !names.contains($0) } }
    }
  }

  /// The same condition with `not` directly before comparisons only.
  ///
  /// A `not` stays: what has no answer, or several, is not `=` a value and need not be `!=` it either.
  public var negationNormalForm: Condition { normalForm(negated: false) }

  private func normalForm(negated: Bool) -> Condition {
    switch self {
    case .comparison, .oneOf: negated ? .not(self) : self
    case .not(let inner): inner.normalForm(negated: !negated)
    case .and(let all):
      negated ? .or(all.map { $0.normalForm(negated: true) }) : .and(all.map { $0.normalForm(negated: false) })
    case .or(let all):
      negated ? .and(all.map { $0.normalForm(negated: true) }) : .or(all.map { $0.normalForm(negated: false) })
    }
  }
}

extension Condition: CustomStringConvertible {
  /// As it can be typed.
  public var description: String {
    switch self {
    case .comparison(let attribute, let comparison, let value):
      "\(Self.printed(attribute: attribute)) \(comparison.rawValue) \(Self.printed(value: value))"
    case .oneOf(let attribute, let values):
      "\(Self.printed(attribute: attribute)) in (\(values.map(Self.printed(value:)).joined(separator: ", ")))"
    case .and(let all): all.map { $0.isLoose ? "(\($0))" : $0.description }.joined(separator: " and ")
    case .or(let all): all.map { $0.isOr ? "(\($0))" : $0.description }.joined(separator: " or ")
    case .not(let inner): inner.isLoose ? "not (\(inner))" : "not \(inner)"
    }
  }

  private var isOr: Bool { if case .or = self { true } else { false } }
  private var isLoose: Bool { if case .and = self { true } else { isOr } }

  private static func printed(attribute: String) -> String {
    let isPlain = isAttributeName(attribute) && !keywords.contains(attribute.lowercased())
    return isPlain ? attribute : Quotation.quote(attribute)
  }

  private static func printed(value: String) -> String {
    let isPlain =
      !value.isEmpty && !keywords.contains(value.lowercased()) && !value.hasPrefix("'") && !value.hasPrefix("‘")
      && value.allSatisfy { !$0.isWhitespace && !"(),=<>!".contains($0) && !Quotation.opening.contains($0) }
    return isPlain ? value : Quotation.quote(value)
  }

  /// What an attribute or value can only be in quotes.
  static let keywords: Set<String> = ["and", "or", "not", "in"]

  static func isAttributeName(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "." }
  }
}
