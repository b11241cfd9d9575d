/// What a key may look like, so that it can be typed in a query and an address.
public enum CodeKeyRule {
  /// Words of the query language.
  public static let keywords: Set<String> = [
    "and", "or", "not", "any", "uncoded", "matching", "where", "overlapping", "within", "around", "before", "after",
    "near",
  ]

  /// The sentence that says what is wrong with a key; nil when nothing is.
  public static func fault(in key: String) -> String? {
    if key.isEmpty { return "A code has no key." }
    if keywords.contains(key.lowercased()) { return "The key '\(key)' is a word of the query language." }
    if let character = key.first(where: { !isAllowed($0) }) {
      let name = character.isWhitespace ? "a blank" : "'\(character)'"
      return "The key '\(key)' has \(name) in it; a key is made of letters, digits, '-', '_' and '.'."
    }
    guard let first = key.first, first.isLetter || first.isNumber || first == "_" else {
      return "The key '\(key)' does not begin with a letter or a digit."
    }
    return nil
  }

  /// The name in small letters with dashes for blanks, so that it can be typed; with a number where it is taken.
  public static func key(for name: String, taken: Set<String>) -> String {
    var key = ""
    for character in name.lowercased() {
      if character.isLetter || character.isNumber || character == "_" || character == "." {
        key.append(character)
      } else if key.last != "-" {
        key.append("-")
      }
    }
    while let last = key.last, last == "-" || last == "." { key.removeLast() }
    while let first = key.first, first == "-" || first == "." { key.removeFirst() }
    if key.isEmpty { key = "code" }
    key = String(key.prefix(40))
    if fault(in: key) != nil { key = "code-" + key }
    guard taken.contains(key) else { return key }
    var number = 2
    while taken.contains("\(key)-\(number)") { number += 1 }
    return "\(key)-\(number)"
  }

  private static func isAllowed(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_" || character == "."
  }
}
