import Model

/// What a key may look like, so that it can be typed in a query and an address.
enum CodeKeyRule {
  /// Words of the query language.
  static let keywords: Set<String> = [
    "and", "or", "not", "any", "uncoded", "matching", "where", "overlapping", "within", "around",
  ]

  /// What is wrong with a key; nil when nothing is.
  static func problem(with key: String) -> Problem? {
    if key.isEmpty { return Problem("A code has no key.") }
    if keywords.contains(key.lowercased()) { return Problem("The key '\(key)' is a word of the query language.") }
    if let character = key.first(where: { !isAllowed($0) }) {
      let name = character.isWhitespace ? "a blank" : "'\(character)'"
      return Problem("The key '\(key)' has \(name) in it; a key is made of letters, digits, '-', '_' and '.'.")
    }
    guard let first = key.first, first.isLetter || first.isNumber || first == "_" else {
      return Problem("The key '\(key)' does not begin with a letter or a digit.")
    }
    return nil
  }

  private static func isAllowed(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_" || character == "."
  }
}
