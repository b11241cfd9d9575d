import Workbench

/// Text as it may be sent to a terminal: nothing in it commands the terminal, breaks the line or turns its direction.
enum TerminalText {
  /// A character with more parts is cut: no letter needs them, and some texts have thousands.
  private static let mostScalars = 8

  /// What is shown for a character, and how many columns it takes.
  static func shown(_ character: Character) -> (text: String, width: Int) {
    if let ascii = character.asciiValue, !character.isNewline {
      return (0x20...0x7E).contains(ascii) ? (String(character), 1) : (" ", 1)
    }
    if character.isNewline { return (" ", 1) }
    var scalars = String.UnicodeScalarView()
    for scalar in character.unicodeScalars.prefix(mostScalars) where !isUnseen(scalar) { scalars.append(scalar) }
    let text = Output.printable(String(scalars))
    let width = Output.width(of: text)
    return width == 0 ? ("", 0) : (text, width)
  }

  static func shown(_ text: some StringProtocol) -> String { text.reduce(into: "") { $0 += shown($1).text } }

  static func width(of text: some StringProtocol) -> Int { text.reduce(0) { $0 + shown($1).width } }

  /// At most so many columns; what is cut ends in `…`.
  static func cut(_ text: some StringProtocol, to width: Int) -> String {
    var (kept, used) = ("", 0)
    var shorter = ""
    for character in text {
      let (shown, columns) = shown(character)
      if used + columns > width { return width > 0 ? shorter + "…" : "" }
      if used + columns < width { shorter = kept + shown }
      kept += shown
      used += columns
    }
    return kept
  }

  /// The last columns, where the beginning does not fit; what is cut begins with `…`.
  static func end(of text: String, in width: Int) -> String {
    if let whole = tail(of: text, in: width), whole.startIndex == text.startIndex { return shown(whole) }
    return width > 0 ? "…" + shown(tail(of: text, in: width - 1) ?? "") : ""
  }

  /// The last characters that take so many columns at most; nil where there is room for none.
  private static func tail(of text: String, in width: Int) -> Substring? {
    guard width >= 0 else { return nil }
    var (start, used) = (text.endIndex, 0)
    while start > text.startIndex {
      let before = text.index(before: start)
      used += shown(text[before]).width
      guard used <= width else { break }
      start = before
    }
    return text[start...]
  }

  /// Marks of direction, soft hyphens and marks of byte order: a terminal shows them as it likes.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x061C, 0x200B, 0x200E, 0x200F, 0xFEFF: true
    default: false
    }
  }
}
