import Model

/// What Tab offers at a place on a line: case and accents do not matter, a code is found by its key and by its name.
enum Completion {
  struct Candidate: Equatable {
    var text: String
    var detail: String
  }

  struct Answer: Equatable {
    /// In bytes from the start of the line: where the word begins that is completed.
    var start: Int
    /// What belongs between there and the cursor; what was typed when nothing can be added.
    var insertion: String
    var candidates: [Candidate]
  }

  /// The cursor counts in bytes.
  static func answer(_ line: String, cursor: Int, vocabulary: Vocabulary) -> Answer {
    let head = String(decoding: line.utf8.prefix(cursor), as: UTF8.self)
    let next = line.utf8.dropFirst(cursor).first
    let offer = CommandWalk(head, vocabulary).offer(from: vocabulary)
    let typed = String(head.dropFirst(offer.column))
    let candidates = offer.candidates.filter { !$0.text.unicodeScalars.contains { $0.value < 32 } }
    var insertion = typed
    if candidates.count == 1, let only = candidates.first {
      insertion = only.text + (offer.staysOpen(after: only.text) || next == UInt8(ascii: " ") ? "" : " ")
    } else if let common = commonPrefix(candidates.map(\.text)), common.count > typed.count {
      if common.unquoted.folded.hasPrefix(typed.unquoted.folded) { insertion = common }
    }
    return Answer(start: head.utf8.count - typed.utf8.count, insertion: insertion, candidates: candidates)
  }

  private static func commonPrefix(_ texts: [String]) -> String? {
    guard var common = texts.first else { return nil }
    for text in texts.dropFirst() {
      common = String(zip(common, text).prefix { $0 == $1 }.map(\.0))
    }
    return common
  }
}

/// Follows a line through the command tree to the word at its end.
private struct CommandWalk {
  private var command: Vocabulary.Command
  private var argument = 0
  /// The option whose value comes next.
  private var wanting: Vocabulary.Option?
  /// What a query holds before the word at the end, as typed.
  private var query = ""
  private var word: LineTokens.Token
  private var openQuote: Character?

  init(_ line: String, _ vocabulary: Vocabulary) {
    command = Vocabulary.Command(name: "", abstract: "", subcommands: vocabulary.commands)
    var scanner = LineScanner(line)
    let end = scanner.characters.count
    word = LineTokens.Token(text: "", columns: end..<end, quoted: false)
    while scanner.findWord() {
      let isOption = wanting == nil && scanner.atOption
      let token = wanting == nil && !isOption && takesRest ? scanner.queryWord() : scanner.word()
      if scanner.atEnd {
        word = token
        openQuote = scanner.openQuote.map { scanner.characters[$0] == "'" ? "'" : "\"" }
        return
      }
      take(token.text, isOption: isOption)
    }
  }

  private var takesRest: Bool { expected?.takesRest ?? false }

  private var expected: Vocabulary.Kind? {
    if argument < command.arguments.count { return command.arguments[argument] }
    return command.repeats ? command.arguments.last : nil
  }

  private mutating func take(_ text: String, isOption: Bool) {
    if wanting != nil {
      wanting = nil
    } else if isOption {
      wanting = command.options.first { $0.value != nil && $0.names.contains(text) }
    } else if argument == 0, let next = command.subcommands.first(where: { $0.name == text }) {
      command = next
    } else if takesRest {
      query += text + " "
    } else {
      argument += 1
    }
  }

  func offer(from vocabulary: Vocabulary) -> Offer {
    let start = word.columns.lowerBound
    if let kind = wanting?.value { return offer(kind, typed: word.text, column: start, vocabulary) }
    if word.text.hasPrefix("-"), !word.quoted || word.text.contains("=") {
      return optionOffer(vocabulary)
    }
    var offer = expected.map { self.offer($0, typed: word.text, column: start, vocabulary) } ?? Offer(column: start)
    if argument == 0, query.isEmpty {
      let names = command.subcommands.map { Vocabulary.Entry($0.name, $0.abstract) }
      let commands = Offer(column: offer.column, typed: word.text, entries: names)
      offer.candidates = commands.candidates + offer.candidates
    }
    return offer
  }

  private func optionOffer(_ vocabulary: Vocabulary) -> Offer {
    let start = word.columns.lowerBound
    if let equals = word.text.firstIndex(of: "=") {
      let name = word.text[..<equals]
      let value = String(word.text[word.text.index(after: equals)...])
      let kind = command.options.first { $0.names.contains(String(name)) }?.value
      return offer(kind ?? .other, typed: value, column: start + name.count + 1, vocabulary)
    }
    let options = command.options.flatMap { option in
      option.names.filter { $0.hasPrefix("--") || word.text.count == 2 }.map { Vocabulary.Entry($0, option.abstract) }
    }
    return Offer(column: start, typed: word.text, entries: options)
  }

  private func offer(_ kind: Vocabulary.Kind, typed: String, column: Int, _ vocabulary: Vocabulary) -> Offer {
    func entries(_ entries: [Vocabulary.Entry], byDetail: Bool = false) -> Offer {
      Offer(column: column, typed: typed, entries: entries, byDetail: byDetail, quotes: .line(openQuote))
    }
    switch kind {
    case .choice(let choices): return entries(choices)
    case .command:
      let commands = vocabulary.commands.map { Vocabulary.Entry($0.name, $0.abstract) }
      return entries(vocabulary.topics.filter { topic in !commands.contains { $0.name == topic.name } } + commands)
    case .code: return entries(vocabulary.codes, byDetail: true)
    case .transcript: return entries(vocabulary.transcripts)
    case .case: return entries(vocabulary.cases)
    case .coder: return entries(vocabulary.coders)
    case .attribute: return entries(vocabulary.attributeNames)
    case .file: return entries(vocabulary.files(typed).map { Vocabulary.Entry($0) })
    case .place: return entries(vocabulary.transcripts.map { Vocabulary.Entry($0.name + ":", $0.detail) })
    case .assignment:
      let parts = typed.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        return entries(vocabulary.attributeNames.map { Vocabulary.Entry($0.name + "=", $0.detail) })
      }
      let values = vocabulary.values(of: String(parts[0]))
      return entries(values.map { Vocabulary.Entry("\(parts[0])=\($0.name)", $0.detail) })
    case .condition:
      let place = QueryPlace(typed, from: .condition)
      return Offer(
        column: column, typed: place.typed, entries: place.entries(vocabulary),
        quotes: .condition(before: String(typed.dropLast(place.typed.count)), openQuote))
    case .query, .words:
      let place = QueryPlace(query + typed, from: kind == .query ? .codes : .words)
      return Offer(
        column: word.columns.upperBound - place.typed.count, typed: place.typed, entries: place.entries(vocabulary),
        byDetail: place.part == .codes, quotes: .query)
    case .other: return Offer(column: column)
    }
  }
}

/// The candidates at one place, quoted as that place needs it.
private struct Offer {
  enum Quotes {
    /// A word of the line, after this quotation mark if one is open.
    case line(Character?)
    case query
    /// A word of the line that holds a condition; what comes before the word of the condition goes along.
    case condition(before: String, Character?)
  }

  var column: Int
  var candidates: [Completion.Candidate] = []
  private var leftOpen = false

  init(column: Int) { self.column = column }

  /// With `byDetail` an entry is also found by its description.
  init(column: Int, typed: String, entries: [Vocabulary.Entry], byDetail: Bool = false, quotes: Quotes = .line(nil)) {
    self.column = column
    let wanted = typed.unquoted.folded
    func pick(_ test: (String) -> Bool) -> [Vocabulary.Entry] {
      let byName = entries.filter { test($0.name.folded) }
      guard byDetail else { return byName }
      return byName + entries.filter { !test($0.name.folded) && test($0.detail.folded) }
    }
    var matches = pick { $0.hasPrefix(wanted) }
    if matches.isEmpty {
      matches = pick { name in
        name.indices.contains { name[$0...].hasPrefix(wanted) && !name[..<$0].endsInLetter }
      }
    }
    candidates = matches.map { Completion.Candidate(text: Self.quoted($0.name, quotes), detail: $0.detail) }
    if case .condition(_, .some) = quotes { leftOpen = true }
  }

  /// Whether more belongs directly after a word.
  func staysOpen(after word: String) -> Bool { leftOpen || Self.expectsMore(after: word) }

  private static func expectsMore(after text: String) -> Bool { text.last.map { "/=:(<>".contains($0) } ?? true }

  private static func quoted(_ text: String, _ quotes: Quotes) -> String {
    switch quotes {
    case .line(let open): LineTokens.quoted(text, after: open, closed: !expectsMore(after: text))
    case .query: quotedForQuery(text)
    case .condition(let before, let open):
      LineTokens.quoted(before + quotedForQuery(text), after: open, closed: open == nil && !expectsMore(after: text))
    }
  }

  private static func quotedForQuery(_ text: String) -> String {
    let plain = expectsMore(after: text) || !text.contains { " ()=,<>!~*".contains($0) }
    return plain ? text : "\"" + text + "\""
  }
}
