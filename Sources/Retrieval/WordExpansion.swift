/// A words expression made ready for one study: the forms that occur, the question to its index, and what checks a text.
public struct WordExpansion: Sendable {
  public let words: ExpandedWords
  /// Finds every text that matches; more than those only where `needsCheck` says so.
  public let index: IndexQuery
  /// The texts the index finds must be put to the matcher, because the index cannot tell them apart.
  public let needsCheck: Bool
  /// The forms that stand for each term that is looked for, the most frequent first; nothing for phrases and under `not`.
  public let found: [Found]

  public struct Found: Hashable, Sendable {
    public var term: WordTerm
    public var forms: [WordForm]

    public init(term: WordTerm, forms: [WordForm]) {
      self.term = term
      self.forms = forms
    }
  }

  /// Looks up every term once.
  ///
  /// Without a stemmer a word stands for its own folded form only.
  public init(_ expression: WordExpression, vocabulary: some WordVocabulary, stemmer: Stemmer?) throws {
    var expander = Expander(vocabulary: vocabulary, stemmer: stemmer)
    words = try expander.expand(expression, isWanted: true)
    let bounds = IndexBounds(words)
    index = bounds.upper
    needsCheck = bounds.upper != bounds.lower
    found = expander.found
  }

  public var matcher: WordMatcher { WordMatcher(words) }
}

/// Walks an expression and asks the vocabulary.
private struct Expander<Vocabulary: WordVocabulary> {
  let vocabulary: Vocabulary
  let stemmer: Stemmer?
  var found: [WordExpansion.Found] = []

  mutating func expand(_ expression: WordExpression, isWanted: Bool) throws -> ExpandedWords {
    switch expression {
    case .term(let term): .pattern(try pattern(of: term, isWanted: isWanted))
    case .near(let sides, let distance):
      .near(try sides.map { side in try side.map { try pattern(of: $0, isWanted: isWanted) } }, within: distance)
    case .and(let all): .and(try all.map { try expand($0, isWanted: isWanted) })
    case .or(let all): .or(try all.map { try expand($0, isWanted: isWanted) })
    case .not(let inner): .not(try expand(inner, isWanted: false))
    }
  }

  private mutating func pattern(of term: WordTerm, isWanted: Bool) throws -> WordPattern {
    var forms: [WordForm] = []
    let pattern: WordPattern
    switch term {
    case .word(let text):
      let tokens = Token.all(in: text)
      guard tokens.count == 1 else { return Self.phrase(tokens, isOpen: false) }
      forms = try self.forms(of: tokens[0], in: text)
      pattern = Self.anyOf(forms)
    case .prefix(let text):
      let tokens = Token.all(in: text)
      guard tokens.count == 1 else { return Self.phrase(tokens, isOpen: true) }
      forms = try vocabulary.forms(prefix: tokens[0].folded)
      pattern = WordPattern([.prefix(tokens[0].folded)])
    case .part(let text):
      forms = try vocabulary.forms(part: Folding.fold(text))
      pattern = Self.anyOf(forms)
    case .exact(let text):
      pattern = WordPattern(try Token.all(in: text).map { try exactSlot($0, in: text, forms: &forms) })
    case .phrase(let text): return try phrase(text)
    case .except(let inner, let left):
      let folded = Set(left.map { Folding.fold($0) })
      forms = try self.forms(of: inner).filter { !folded.contains($0.folded) }
      pattern = Self.anyOf(forms)
    }
    if isWanted, !found.contains(where: { $0.term == term }) {
      forms.sort { ($1.count, $0.surface) < ($0.count, $1.surface) }
      found.append(WordExpansion.Found(term: term, forms: forms))
    }
    return pattern
  }

  private func forms(of token: Token, in text: String) throws -> [WordForm] {
    let said = try vocabulary.forms(folded: token.folded)
    guard let stemmer else { return said }
    let known = Set(said)
    let surface = Self.surface(of: token, in: text)
    let stems = try stems(of: surface, folded: token.folded, said: said.map(\.surface), stemmer)
    return said + (try vocabulary.forms(stems: stems).filter { !known.contains($0) })
  }

  private static func surface(of token: Token, in text: String) -> String {
    Folding.surface(String(decoding: Array(text.utf8)[token.span.start..<token.span.end], as: UTF8.self))
  }

  /// The stems of a word, and of its other spellings that are said: typed without accents it has the family it has with them.
  ///
  /// To read a dictionary takes longer than to search; what is kept of the words that are said mostly does without. The stems
  /// of a word without accents are among those of the same word with them.
  private func stems(of surface: String, folded: String, said: [String], _ stemmer: Stemmer) throws -> [String] {
    let isKept = said.contains(surface) || surface == folded && !said.isEmpty
    if let kept = said.isEmpty ? nil : try vocabulary.stems(folded: folded) {
      return isKept ? kept : Self.union([kept, stemmer.stems(of: surface)])
    }
    return Self.union([stemmer.stems(of: surface)] + said.filter { $0 != surface }.map(stemmer.stems(of:)))
  }

  private static func union(_ lists: [[String]]) -> [String] { Set(lists.joined()).sorted() }

  private static func anyOf(_ forms: [WordForm]) -> WordPattern {
    WordPattern([.forms(Set(forms.map(\.folded)).sorted())])
  }

  /// The forms of a term that stands for several.
  private func forms(of term: WordTerm) throws -> [WordForm] {
    switch term {
    case .word(let text):
      let tokens = Token.all(in: text)
      return tokens.count == 1 ? try forms(of: tokens[0], in: text) : []
    case .prefix(let text): return try Token.all(in: text).first.map { try vocabulary.forms(prefix: $0.folded) } ?? []
    case .part(let text): return try vocabulary.forms(part: Folding.fold(text))
    case .exact, .phrase, .except: return []
    }
  }

  private static func phrase(_ tokens: [Token], isOpen: Bool) -> WordPattern {
    var slots = tokens.map { WordPattern.Slot.forms([$0.folded]) }
    if isOpen, let last = tokens.last { slots[slots.count - 1] = .prefix(last.folded) }
    return WordPattern(slots)
  }

  private func phrase(_ text: String) throws -> WordPattern {
    let pieces = PhrasePiece.all(in: text).filter { !Token.all(in: $0.text).isEmpty }
    var slots: [WordPattern.Slot] = []
    for (number, piece) in pieces.enumerated() {
      let tokens = Token.all(in: piece.text)
      slots += tokens.map { .forms([$0.folded]) }
      guard let last = tokens.last else { continue }
      switch piece.kind {
      case .word: continue
      case .part: slots[slots.count - 1] = Self.anyOf(try vocabulary.forms(part: last.folded)).slots[0]
      // The index knows beginnings at the end of a phrase only.
      case .prefix where number == pieces.count - 1: slots[slots.count - 1] = .prefix(last.folded)
      case .prefix: slots[slots.count - 1] = Self.anyOf(try vocabulary.forms(prefix: last.folded)).slots[0]
      }
    }
    return WordPattern(slots)
  }

  /// The index answers alone when no other spelling occurs that folds to the same.
  private func exactSlot(_ token: Token, in text: String, forms: inout [WordForm]) throws -> WordPattern.Slot {
    let surface = Self.surface(of: token, in: text)
    let all = try vocabulary.forms(folded: token.folded)
    let exact = all.filter { $0.surface == surface }
    forms += exact
    guard !exact.isEmpty else { return .forms([]) }
    return exact.count == all.count ? .forms([token.folded]) : .surface(surface, folded: token.folded)
  }
}
