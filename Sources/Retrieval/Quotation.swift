/// How words are held together in a query.
enum Quotation {
  static let straight: Character = "\""
  static let opening: Set<Character> = ["\"", "“", "”", "„", "«", "»"]
  static let closing: Set<Character> = ["\"", "“", "”", "«", "»"]

  /// As it must be typed to be read as this very text.
  static func quote(_ text: String) -> String {
    var result = String(straight)
    for character in text {
      result.append(character)
      if character == straight { result.append(character) }
    }
    return result + String(straight)
  }
}
