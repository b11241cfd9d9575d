/// Words that must read in Markdown as they are.
enum MarkdownText {
  /// In running text: no emphasis, code, link or tag.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    var last: Character = " "
    var rest = text[...]
    while let character = rest.popFirst() {
      let isInsideWord = character == "_" && isWord(last) && rest.first.map(isWord) == true
      if "\\`*_<[]".contains(character), !isInsideWord { escaped += "\\" }
      escaped.append(character)
      last = character
    }
    return escaped
  }

  /// In a cell of a pipe table.
  static func cell(_ text: String) -> String {
    escaped(text).split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  /// As a line of its own: not a heading, list or quote either.
  static func line(_ text: String) -> String {
    let text = escaped(text)
    let words = text.drop { $0 == " " }
    guard let first = words.first else { return text }
    if "#>+-=~".contains(first) { return "\\" + words }
    let digits = words.prefix { $0.isASCII && $0.isNumber }
    let mark = words.dropFirst(digits.count).first
    return digits.isEmpty || (mark != "." && mark != ")")
      ? String(words) : digits + "\\" + words.dropFirst(digits.count)
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
