public import Model

extension WordExpression {
  /// Reads the words part alone, as `kwic` takes it.
  ///
  /// Throws a problem with a caret.
  public static func parse(_ text: String) throws(Problem) -> WordExpression {
    var reader = try QueryReader(text)
    let expression = try reader.words()
    if reader.peek.keyword == "where" {
      throw reader.problem(
        "Only words are expected here, no condition.", at: reader.peek,
        hint: "Give the condition with '--where', or put \"where\" in quotes to search for it.")
    }
    try reader.expectEnd()
    return expression
  }
}

extension QueryReader {
  mutating func words() throws(Problem) -> WordExpression {
    var all = [try wordsWithoutOr()]
    while take(keyword: "or") { all.append(try wordsWithoutOr()) }
    return all.count == 1 ? all[0] : .or(all)
  }

  private mutating func wordsWithoutOr() throws(Problem) -> WordExpression {
    var all = [try wordsWithoutAnd()]
    while take(keyword: "and") || beginsWords { all.append(try wordsWithoutAnd()) }
    return all.count == 1 ? all[0] : .and(all)
  }

  /// Words that follow each other without a keyword are joined by `and`.
  private var beginsWords: Bool {
    switch peek.kind {
    case .quoted, .open, .comparison: true
    case .word: !["or", "where", "matching"].contains(peek.keyword)
    case .close, .comma, .end: false
    }
  }

  private mutating func wordsWithoutAnd() throws(Problem) -> WordExpression {
    let lexeme = peek
    if take(keyword: "not") {
      return .not(try deeper(at: lexeme) { (reader) throws(Problem) in try reader.wordsWithoutAnd() })
    }
    let first = try wordAtom()
    guard isNear(peek) else { return first }
    var distance: Int?
    var sides = [try side(first, of: peek)]
    while isNear(peek) {
      let near = take()
      let number = try self.distance(near, of: "words")
      if let distance, distance != number {
        throw problem(
          "A row of words has one distance, here it changes.", at: near, hint: "Write 'near/\(distance)' again.")
      }
      distance = number
      sides.append(try side(try wordAtom(), of: near))
    }
    return .near(sides, within: distance ?? 0)
  }

  private func isNear(_ lexeme: Lexeme) -> Bool { lexeme.keyword == "near" || lexeme.keyword.hasPrefix("near/") }

  /// One side of `near`: a word, or words joined by `or`.
  private func side(_ expression: WordExpression, of near: Lexeme) throws(Problem) -> [WordTerm] {
    switch expression {
    case .term(let term): return [term]
    case .or(let all):
      var terms: [WordTerm] = []
      for one in all { terms += try side(one, of: near) }
      return terms
    case .near, .and, .not:
      throw problem(
        "'\(near.text)' stands between words, phrases, or words joined by 'or' in brackets.", at: near,
        hint: "Write it as in '(tekort or gebrek) near/5 leraren'.")
    }
  }

  private mutating func wordAtom() throws(Problem) -> WordExpression {
    let lexeme = peek
    if lexeme.kind == .open { return try bracketed { (reader) throws(Problem) in try reader.words() } }
    if isSavedName {
      try countTerm(lexeme)
      return try savedPart(\.words, called: "words")
    }
    return .term(try withoutForms(try wordTerm()))
  }

  /// `toets !toetsen !getoetst`: takes the forms that are left out.
  private mutating func withoutForms(_ term: WordTerm) throws(Problem) -> WordTerm {
    var forms: [String] = []
    while peek.kind == .word, peek.text.hasPrefix("!") {
      let lexeme = take()
      try countTerm(lexeme)
      let form = String(lexeme.text.dropFirst())
      try refuseStar(in: form, from: lexeme.start + 1)
      guard Token.all(in: form).count == 1, !form.hasPrefix("!") else {
        throw problem("'\(lexeme.text)' names no form.", at: lexeme, hint: "Write it as in 'toets !toetsen'.")
      }
      switch term {
      case .word, .prefix, .part: forms.append(form)
      case .exact, .phrase, .except:
        throw problem(
          "'\(lexeme.text)' leaves a form out of a word, and '\(term)' has only one.", at: lexeme,
          hint: "Take it away, or write 'not \(form)' for passages without that word.")
      }
    }
    return forms.isEmpty ? term : .except(term, forms: forms)
  }

  private mutating func wordTerm() throws(Problem) -> WordTerm {
    let lexeme = take()
    try countTerm(lexeme)
    switch lexeme.kind {
    case .quoted: return try phrase(lexeme)
    case .comparison where lexeme.text == "=": return try exact(after: lexeme)
    case .word where lexeme.text.hasPrefix("!"):
      throw problem(
        "'\(lexeme.text)' stands behind no word.", at: lexeme,
        hint: "It leaves a form out of the word before it: 'toets !toetsen'.")
    case .word where Self.noWords.contains(lexeme.keyword) || isNear(lexeme):
      throw problem(
        "A word is expected before '\(lexeme.text)'.", at: lexeme, hint: "To search for it put it in quotes.")
    case .word: return try word(lexeme)
    case .end:
      throw problem(
        "The query stops where a word is expected.", at: lexeme, hint: "Write a word, or take the last keyword away.")
    case .comparison:
      throw problem(
        "'\(lexeme.text)' means nothing among words.", at: lexeme, hint: "A condition comes last, after 'where'.")
    case .close where lexeme.start > 0:
      throw problem("A word is expected before ')'.", at: lexeme, hint: "Write a word, or take the brackets away.")
    case .open, .close, .comma: throw unexpected(lexeme)
    }
  }

  private static let noWords: Set<String> = ["and", "or", "not", "where", "matching"]

  private func word(_ lexeme: Lexeme) throws(Problem) -> WordTerm {
    var text = lexeme.text
    let isPart = text.hasPrefix("~")
    if isPart { text.removeFirst() }
    let isOpen = text.hasSuffix("*")
    if isOpen { text.removeLast() }
    let caret = lexeme.start + (isPart ? 1 : 0)
    try refuseStar(in: text, from: caret)
    let letters = Token.all(in: text)
    if letters.isEmpty { throw noLetters(lexeme, isOpen: isOpen, isPart: isPart, caret: caret) }
    guard isPart else { return isOpen ? .prefix(text) : .word(text) }
    if isOpen {
      throw problem(
        "After '~' a '*' adds nothing.", caret: lexeme.end - 1, hint: "Write '~\(text)': it finds '\(text)' anywhere.")
    }
    guard letters.count == 1, letters[0].folded.count >= Self.shortestPart else {
      throw problem(
        "'~' needs \(Self.shortestPart) letters or more of one word.", caret: caret,
        hint: "Write it as in '~achterstand'.")
    }
    return .part(text)
  }

  /// Two letters stand in nearly every word.
  private static let shortestPart = 3

  private func noLetters(_ lexeme: Lexeme, isOpen: Bool, isPart: Bool, caret: Int) -> Problem {
    if isOpen {
      return problem(
        "The '*' stands alone.", caret: lexeme.end - 1, hint: "Put it after the beginning of a word: 'leer*'.")
    }
    if isPart {
      return problem("The '~' stands alone.", at: lexeme, hint: "Put it before part of a word: '~achterstand'.")
    }
    return problem(
      "'\(lexeme.text)' has no letters to search for.", caret: caret, hint: "Search finds words and numbers only.")
  }

  private func refuseStar(in text: String, from caret: Int) throws(Problem) {
    guard let star = text.firstIndex(of: "*") else { return }
    throw problem(
      "A '*' stands at the end of a word.", caret: caret + text.distance(from: text.startIndex, to: star),
      hint: "Write the beginning of the word and then '*', or '~' before a part of it.")
  }

  private mutating func exact(after sign: Lexeme) throws(Problem) -> WordTerm {
    let lexeme = peek
    guard lexeme.kind == .word || lexeme.kind == .quoted, !lexeme.isApart else {
      throw problem("The '=' stands alone.", at: sign, hint: "Put it right before a word: '=toets'.")
    }
    take()
    try refuseStar(in: lexeme.text, from: lexeme.start + (lexeme.kind == .quoted ? 1 : 0))
    guard !Token.all(in: lexeme.text).isEmpty else {
      throw noLetters(lexeme, isOpen: false, isPart: false, caret: lexeme.start)
    }
    return .exact(lexeme.text)
  }

  private mutating func phrase(_ lexeme: Lexeme) throws(Problem) -> WordTerm {
    var text = lexeme.text
    if peek.text == "*", peek.kind == .word, !peek.isApart {
      take()
      if !text.hasSuffix("*") { text += "*" }
    }
    guard !Token.all(in: text).isEmpty else {
      throw problem("Between the quotes stands no word.", at: lexeme, hint: "Search finds words and numbers only.")
    }
    for piece in PhrasePiece.all(in: text) {
      let caret = lexeme.start + 1 + piece.column
      try refuseStar(in: piece.text, from: caret)
      let letters = Token.all(in: piece.text)
      if piece.kind != .word, letters.isEmpty {
        throw problem("A '*' or '~' stands alone.", caret: caret, hint: "Put it at a word: \"kleine ~groep\".")
      }
      guard piece.kind == .part else { continue }
      guard letters.count == 1, letters[0].folded.count >= Self.shortestPart else {
        throw problem(
          "'~' needs \(Self.shortestPart) letters or more of one word.", caret: caret,
          hint: "Write it as in '~achterstand'.")
      }
    }
    return .phrase(text)
  }
}
