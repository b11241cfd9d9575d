/// A question to an FTS5 index of one column: which rows.
public enum IndexQuery: Hashable, Sendable {
  /// Those for which `MATCH` with this text is true.
  case match(String)
  /// Those for which it is not.
  case exclude(String)
  case all
  case none

  var inverted: IndexQuery {
    switch self {
    case .match(let text): .exclude(text)
    case .exclude(let text): .match(text)
    case .all: .none
    case .none: .all
    }
  }

  /// The rows that all of them find.
  ///
  /// FTS5 has `NOT` between two expressions only, hence the two lists.
  static func intersection(_ all: [IndexQuery]) -> IndexQuery {
    var wanted: [String] = []
    var unwanted: [String] = []
    for one in all {
      switch one {
      case .none: return .none
      case .all: continue
      case .match(let text): if !wanted.contains(text) { wanted.append(text) }
      case .exclude(let text): if !unwanted.contains(text) { unwanted.append(text) }
      }
    }
    guard !wanted.isEmpty else { return unwanted.isEmpty ? .all : .exclude(join(unwanted, by: "OR")) }
    guard !unwanted.isEmpty else { return .match(join(wanted, by: "AND")) }
    return .match("\(bracket(join(wanted, by: "AND"))) NOT \(bracket(join(unwanted, by: "OR")))")
  }

  static func union(_ all: [IndexQuery]) -> IndexQuery { intersection(all.map(\.inverted)).inverted }

  private static func join(_ texts: [String], by word: String) -> String {
    texts.count == 1 ? texts[0] : texts.map(bracket).joined(separator: " \(word) ")
  }

  /// One string in quotes needs no brackets.
  private static func bracket(_ text: String) -> String {
    let isOneString = text.hasPrefix("\"") && !text.dropFirst().dropLast().contains("\"") && text.hasSuffix("\"")
    return isOneString ? text : "(\(text))"
  }
}

/// What the index can say of an expression: rows among which all matches are, and rows that are matches for certain.
///
/// Under `not` the two change places, so that nothing is lost where the index knows less than the text.
struct IndexBounds: Equatable {
  let upper: IndexQuery
  let lower: IndexQuery

  /// Above so many combinations of forms a phrase or `near` is left to the check of the text.
  static let mostCombinations = 400

  init(_ words: ExpandedWords) {
    switch words {
    case .pattern(let pattern) where pattern.slots.count > 1 && Self.combinations(of: pattern) > Self.mostCombinations:
      upper = .intersection(pattern.slots.map { Self.query(Self.phrases(of: WordPattern([$0]))) })
      lower = .none
    case .pattern(let pattern):
      upper = Self.query(Self.phrases(of: pattern))
      lower = pattern.isCertain ? upper : .none
    case .near(let sides, let distance):
      let combinations = sides.reduce(1) { product, side in
        let some = side.reduce(0) { min($0 + Self.combinations(of: $1), Self.mostCombinations + 1) }
        return min(product * some, Self.mostCombinations + 1)
      }
      let alternatives = combinations > Self.mostCombinations ? [] : sides.map { $0.flatMap(Self.phrases(of:)) }
      if alternatives.isEmpty {
        upper = .intersection(sides.map { side in .union(side.map { IndexBounds(.pattern($0)).upper }) })
        lower = .none
      } else {
        upper = Self.query(Self.products(alternatives).map { "NEAR(\($0.joined(separator: " ")), \(distance))" })
        lower = sides.allSatisfy({ $0.allSatisfy(\.isCertain) }) ? upper : .none
      }
    case .and(let all):
      let bounds = all.map(IndexBounds.init)
      upper = .intersection(bounds.map(\.upper))
      lower = .intersection(bounds.map(\.lower))
    case .or(let all):
      let bounds = all.map(IndexBounds.init)
      upper = .union(bounds.map(\.upper))
      lower = .union(bounds.map(\.lower))
    case .not(let inner):
      let bounds = IndexBounds(inner)
      upper = bounds.lower.inverted
      lower = bounds.upper.inverted
    }
  }

  /// How many phrases a pattern stands for, where that are not too many.
  private static func combinations(of pattern: WordPattern) -> Int {
    pattern.slots.reduce(1) { product, slot in
      guard case .forms(let forms) = slot else { return product }
      return min(product * forms.count, mostCombinations + 1)
    }
  }

  private static func query(_ alternatives: [String]) -> IndexQuery {
    alternatives.isEmpty ? .none : .match(alternatives.joined(separator: " OR "))
  }

  /// The pattern in FTS5's words: `"kleine groepen"`, `"kleine groep" *`; several where a slot has several forms.
  private static func phrases(of pattern: WordPattern) -> [String] {
    let forms: [[String]] = pattern.slots.map { slot in
      switch slot {
      case .forms(let forms): forms
      case .surface(_, let folded): [folded]
      case .prefix(let prefix): [prefix]
      }
    }
    var isOpen = false
    if case .prefix = pattern.slots.last { isOpen = true }
    return products(forms).map { words in
      let text = words.joined(separator: " ").split(separator: "\"", omittingEmptySubsequences: false)
      return "\"" + text.joined(separator: "\"\"") + (isOpen ? "\" *" : "\"")
    }
  }

  private static func products(_ lists: [[String]]) -> [[String]] {
    lists.reduce([[]]) { rows, list in rows.flatMap { row in list.map { row + [$0] } } }
  }
}

extension WordPattern {
  /// The index can tell it from everything else.
  fileprivate var isCertain: Bool {
    slots.allSatisfy { if case .surface = $0 { false } else { true } }
  }
}
