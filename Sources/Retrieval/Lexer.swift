import Model

/// Cuts a typed query into pieces; all three parts of the language share them.
struct Lexer {
  private let characters: [Character]
  private let typed: String
  private var position = 0

  private init(_ text: String) {
    typed = text
    characters = Array(text)
  }

  /// The pieces in order; the last is `.end`, placed after the last character that is no white space.
  static func lexemes(of text: String) throws(Problem) -> [Lexeme] {
    guard text.utf8.count <= QueryReader.longest else {
      throw Problem("The query is longer than \(QueryReader.longest) characters.", hint: "Cut it in two and run both.")
    }
    var lexer = Lexer(text)
    var lexemes: [Lexeme] = []
    while let lexeme = try lexer.next() { lexemes.append(lexeme) }
    let end = lexemes.last?.end ?? 0
    return lexemes + [Lexeme(kind: .end, text: "", start: end, end: end, isApart: true)]
  }

  private mutating func next() throws(Problem) -> Lexeme? {
    let before = position
    while position < characters.count, Self.isBlank(characters[position]) { position += 1 }
    guard position < characters.count else { return nil }
    let start = position
    let isApart = before < start || start == 0
    let kind: Lexeme.Kind
    var text: String?
    switch characters[position] {
    case "(": kind = .open
    case ")": kind = .close
    case ",": kind = .comma
    case let mark where Quotation.opening.contains(mark):
      kind = .quoted
      text = try quoted()
    case _ where isComparison(at: position):
      kind = .comparison
      while position < characters.count, "=<>!".contains(characters[position]) { position += 1 }
    default:
      kind = .word
      while position < characters.count, !endsWord(at: position) { position += 1 }
    }
    if position == start { position += 1 }
    return Lexeme(
      kind: kind, text: text ?? String(characters[start..<position]), start: start, end: position, isApart: isApart)
  }

  /// White space, and an accent that stands on no letter: printed, it would stand on what comes before it.
  private static func isBlank(_ character: Character) -> Bool {
    character.isWhitespace
      || !character.isASCII && ((" " + String(character)).count == 1 || (String(character) + " ").count == 1)
  }

  private func isComparison(at index: Int) -> Bool {
    let character = characters[index]
    if character == "!" { return index + 1 < characters.count && characters[index + 1] == "=" }
    return character == "=" || character == "<" || character == ">"
  }

  private func endsWord(at index: Int) -> Bool {
    let character = characters[index]
    return Self.isBlank(character) || "(),".contains(character) || Quotation.opening.contains(character)
      || isComparison(at: index)
  }

  /// Reads from an opening quote past its closing one; a straight quote typed twice inside straight quotes is one in the text.
  private mutating func quoted() throws(Problem) -> String {
    let start = position
    let rest = characters[(start + 1)...]
    let isStraight = characters[start] == Quotation.straight && rest.contains(Quotation.straight)
    position += 1
    var text = ""
    while position < characters.count {
      let character = characters[position]
      position += 1
      guard isStraight ? character == Quotation.straight : Quotation.closing.contains(character) else {
        text.append(character)
        continue
      }
      guard isStraight, position < characters.count, characters[position] == Quotation.straight else { return text }
      text.append(character)
      position += 1
    }
    throw Problem(
      "The quote is never closed.", typed: typed, caret: start, hint: "Put a second quote after the last word of it.")
  }
}
