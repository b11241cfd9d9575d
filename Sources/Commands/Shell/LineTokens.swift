import Model

/// A typed line as words, split the way a shell does it, but with the apostrophes of `zo'n` and `IB'er` left alone.
///
/// Columns are in characters, from 0.
struct LineTokens: Equatable {
  struct Token: Equatable {
    /// Without its quotation marks and backslashes.
    var text: String
    var columns: Range<Int>
    var quoted: Bool
  }

  /// A part of the line as it was typed.
  struct Fragment: Equatable {
    var text: String
    var column: Int
  }

  /// The rest of a line that holds a query, and the options that stood around it.
  struct Query: Equatable {
    /// As typed; an option in the middle has become blanks, so that columns stay true.
    var query: Fragment
    /// Ready for the option parser, without quotation marks.
    var options: [String]
  }

  let typed: String
  let tokens: [Token]

  var words: [String] { tokens.map(\.text) }

  /// Reads the first `limit` words, after which anything may follow.
  ///
  /// Throws on a quotation mark that is not closed.
  init(_ line: String, first limit: Int = .max) throws(Problem) {
    var scanner = LineScanner(line)
    var tokens: [Token] = []
    while tokens.count < limit, scanner.findWord() {
      if tokens.isEmpty, scanner.atComment { break }
      tokens.append(scanner.word())
      try scanner.refuseOpenQuote()
    }
    typed = line
    self.tokens = tokens
  }

  /// What was typed after the first `count` words, without the blanks at either end.
  func raw(after count: Int) -> Fragment {
    let start = count == 0 ? 0 : tokens.prefix(count).last?.columns.upperBound ?? 0
    return Self.fragment(Array(typed), from: start)
  }

  /// Splits `--option value` pairs and `-o value` off the rest of a line, wherever they stand outside double quotes.
  ///
  /// An option in `flags` takes no value. After `--` all is query. Throws on an open quotation mark in an option's value.
  static func query(in line: String, from column: Int = 0, flags: Set<String> = []) throws(Problem) -> Query {
    var scanner = LineScanner(line, from: column)
    var kept = scanner.characters
    var options: [String] = []
    func blank(_ columns: Range<Int>) { for index in columns { kept[index] = " " } }
    while scanner.findWord() {
      guard scanner.atOption else {
        _ = scanner.queryWord()
        continue
      }
      let option = scanner.word()
      blank(option.columns)
      if option.text == "--" { break }
      options.append(option.text)
      try scanner.refuseOpenQuote()
      guard !flags.contains(option.text), !option.text.contains("="), scanner.findWord(), !scanner.atOption else {
        continue
      }
      let value = scanner.word()
      try scanner.refuseOpenQuote()
      blank(value.columns)
      options.append(value.text)
    }
    return Query(query: fragment(kept, from: column), options: options)
  }

  /// The text as a word of a line that reads back as the text, in quotation marks where it needs them.
  ///
  /// With `open` it continues a quotation that has begun; a word that goes on is not `closed`.
  static func quoted(_ text: String, after open: Character? = nil, closed: Bool = true) -> String {
    var scanner = LineScanner(text)
    let word = scanner.findWord() ? scanner.word() : nil
    if open == nil, let word, word.text == text, !word.quoted { return text }
    if open != "\"", !text.contains("'"), open == "'" || text.contains("\"") { return "'\(text)" + (closed ? "'" : "") }
    let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    return "\"" + escaped + (closed ? "\"" : "")
  }

  private static func fragment(_ characters: [Character], from start: Int) -> Fragment {
    var columns = min(start, characters.count)..<characters.count
    while let first = columns.first, characters[first].isWhitespace { columns.removeFirst() }
    while let last = columns.last, characters[last].isWhitespace { columns.removeLast() }
    return Fragment(text: String(characters[columns]), column: columns.lowerBound)
  }
}

/// Walks along a line word by word; an open quotation mark ends at the end of the line and is remembered.
struct LineScanner {
  let characters: [Character]
  private(set) var position: Int
  /// The column of the quotation mark in the last word that nothing closes.
  private(set) var openQuote: Int?

  init(_ line: String, from column: Int = 0) {
    characters = Array(line)
    position = min(column, characters.count)
  }

  /// Skips blanks; false at the end of the line.
  mutating func findWord() -> Bool {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
    return position < characters.count
  }

  var atEnd: Bool { position == characters.count }

  /// Whether a word of one letter stands there.
  func atBlank(after column: Int) -> Bool {
    column + 1 >= characters.count || characters[column + 1].isWhitespace
  }

  var atComment: Bool { !atEnd && characters[position] == "#" }

  /// At `--name`, at `--` alone, or at a single letter as in `-o`.
  var atOption: Bool {
    let word = characters[position...].prefix { !$0.isWhitespace }
    guard word.first == "-", let second = word.dropFirst().first else { return false }
    if second != "-" { return word.count == 2 && second.isLetter }
    return word.count == 2 || word.dropFirst(2).first?.isLetter == true
  }

  /// A word by the shell's rules.
  mutating func word() -> LineTokens.Token {
    let start = position
    var text = ""
    var quoted = false
    openQuote = nil
    while !atEnd, !characters[position].isWhitespace {
      let letter = characters[position]
      let opens = position == start || characters[position - 1] == "="
      if let closing = Self.closing(letter, opensWord: opens) {
        quoted = true
        text += quotation(closedBy: closing)
        continue
      }
      position += 1
      if letter == "\\", !atEnd {
        text.append(characters[position])
        position += 1
      } else {
        text.append(letter)
      }
    }
    return LineTokens.Token(text: text, columns: start..<position, quoted: quoted)
  }

  /// A word of a query, as typed: blanks inside double quotes belong to it.
  mutating func queryWord() -> LineTokens.Token {
    let start = position
    var closing: Character?
    openQuote = nil
    while !atEnd, closing != nil || !characters[position].isWhitespace {
      let letter = characters[position]
      if let mark = closing {
        if Self.closes(letter, mark) { (closing, openQuote) = (nil, nil) }
      } else if letter != "'" {
        closing = Self.closing(letter, opensWord: position == start || "(=~,".contains(characters[position - 1]))
        if closing != nil { openQuote = position }
      }
      position += 1
    }
    let typed = start..<position
    return LineTokens.Token(text: String(characters[typed]), columns: typed, quoted: false)
  }

  private mutating func quotation(closedBy closing: Character) -> String {
    openQuote = position
    position += 1
    var text = ""
    while !atEnd {
      let letter = characters[position]
      position += 1
      if Self.closes(letter, closing) {
        openQuote = nil
        break
      }
      let escapes = closing != "'" && letter == "\\" && !atEnd
      if escapes, Self.closes(characters[position], closing) || characters[position] == "\\" {
        text.append(characters[position])
        position += 1
      } else {
        text.append(letter)
      }
    }
    return text
  }

  /// What closes the quotation that `letter` opens here; nil where it is a letter like others.
  private static func closing(_ letter: Character, opensWord: Bool) -> Character? {
    switch letter {
    case "\"": "\""
    case "'": opensWord ? "'" : nil
    case "“", "”", "„": opensWord ? "”" : nil
    default: nil
    }
  }

  private static func closes(_ letter: Character, _ closing: Character) -> Bool {
    letter == closing || (closing == "”" && letter == "“")
  }

  func refuseOpenQuote() throws(Problem) {
    guard let column = openQuote else { return }
    let mark = characters[column]
    let hint =
      mark == "'"
      ? "Put words that begin with an apostrophe in double quotes, as in 'memo \"'s avonds\"'."
      : "Close it, as in 'show \"school 1\"'."
    throw Problem(
      "The quotation mark \(mark) is never closed.", typed: String(characters), caret: column, hint: hint, kind: .usage)
  }
}
