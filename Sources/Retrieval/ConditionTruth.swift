extension Condition {
  /// Whether the condition holds where `values` gives what is known under a (folded) attribute name.
  ///
  /// Values are equal without regard to case and accents, or as numbers; of several values one is enough. Where nothing is
  /// known no comparison holds, `!=` neither; `not` before it does. `<` compares numbers where both are, else texts, so
  /// that dates as `2022-05-12` are in order.
  public func holds(_ values: (String) -> [String]) -> Bool {
    switch self {
    case .comparison(let attribute, let comparison, let value):
      let known = values(Folding.fold(attribute))
      if comparison == .notEqual { return !known.isEmpty && !known.contains { Self.equal($0, value) } }
      return known.contains { Self.compare($0, comparison, value) }
    case .oneOf(let attribute, let wanted):
      return values(Folding.fold(attribute)).contains { known in wanted.contains { Self.equal(known, $0) } }
    case .and(let all): return all.allSatisfy { $0.holds(values) }
    case .or(let all): return all.contains { $0.holds(values) }
    case .not(let inner): return !inner.holds(values)
    }
  }

  private static func equal(_ known: String, _ wanted: String) -> Bool { compare(known, .equal, wanted) }

  private static func compare(_ known: String, _ comparison: Comparison, _ wanted: String) -> Bool {
    if let one = number(known), let other = number(wanted) { return comparison.orders(one, other) }
    return comparison.orders(Folding.fold(known), Folding.fold(wanted))
  }

  /// A number with a point or a decimal comma.
  public static func number(_ text: String) -> Double? {
    Double(text) ?? Double(text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: "."))
  }

  /// Each comparison with a value, in the order typed; `in (a, b)` as two that ask for equality.
  public var comparisons: [(attribute: String, comparison: Comparison, value: String)] {
    switch self {
    case .comparison(let attribute, let comparison, let value): [(attribute, comparison, value)]
    case .oneOf(let attribute, let values): values.map { (attribute, .equal, $0) }
    case .and(let all), .or(let all): all.flatMap(\.comparisons)
    case .not(let inner): inner.comparisons
    }
  }

  /// What the condition asks of units, which no coder made: what is said of `coder` is taken to hold.
  public var withoutCoders: Condition? { Self.dropping(negationNormalForm) }

  private static func dropping(_ condition: Condition) -> Condition? {
    switch condition {
    case .comparison(let attribute, _, _), .oneOf(let attribute, _):
      return Folding.fold(attribute) == "coder" ? nil : condition
    case .not(let inner): return dropping(inner).map { .not($0) }
    case .and(let all):
      let kept = all.compactMap(dropping)
      return kept.count < 2 ? kept.first : .and(kept)
    case .or(let all):
      let kept = all.compactMap(dropping)
      return kept.count < all.count ? nil : .or(kept)
    }
  }
}

extension Condition.Comparison {
  fileprivate func orders<Value: Comparable>(_ one: Value, _ other: Value) -> Bool {
    switch self {
    case .equal: one == other
    case .notEqual: one != other
    case .less: one < other
    case .lessOrEqual: one <= other
    case .greater: one > other
    case .greaterOrEqual: one >= other
    }
  }
}
