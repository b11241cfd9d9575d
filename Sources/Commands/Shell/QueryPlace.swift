import Model

/// The word at the end of an unfinished query, and what the query expects there.
struct QueryPlace {
  enum Part { case codes, words, condition }

  private(set) var part: Part
  /// As it stands, with its opening quotation mark.
  private(set) var typed = ""
  private var before: [String] = []

  private static let positions = ["overlapping", "within", "around", "before/", "after/", "near/"]
  private static let comparisons = ["=", "!=", "<", "<=", ">", ">="]

  init(_ query: String, from part: Part) {
    self.part = part
    var inPhrase = false
    for letter in query {
      if inPhrase || (!letter.isWhitespace && !"()=,<>!~".contains(letter)) {
        typed.append(letter)
        if "\"“”„".contains(letter) { inPhrase.toggle() }
        continue
      }
      push()
      if letter == "=", let last = before.last, ["!", "<", ">"].contains(last) {
        before[before.count - 1] += "="
      } else if !letter.isWhitespace {
        before.append(String(letter))
      }
    }
  }

  private mutating func push() {
    guard !typed.isEmpty else { return }
    let word = typed.unquoted
    if typed == word, part == .codes, word.folded == "matching" { part = .words }
    if typed == word, word.folded == "where" { part = .condition }
    before.append(typed == word ? word : String(word.dropLast()))
    typed = ""
  }

  func entries(_ vocabulary: Vocabulary) -> [Vocabulary.Entry] {
    switch part {
    case .codes: codeEntries(vocabulary)
    case .words: typed == typed.unquoted ? keywords(["and", "or", "not", "near/", "where"]) : []
    case .condition: conditionEntries(vocabulary)
    }
  }

  private func keywords(_ words: [String]) -> [Vocabulary.Entry] { words.map { Vocabulary.Entry($0) } }

  private func codeEntries(_ vocabulary: Vocabulary) -> [Vocabulary.Entry] {
    guard let last = before.last?.folded else {
      return vocabulary.codes + keywords(["any", "uncoded", "matching", "where"])
    }
    let opens = ["and", "or", "not", "(", "=", "overlapping", "within", "around"].contains(last)
    if opens || Self.positions.contains(where: { $0.hasSuffix("/") && last.hasPrefix($0) }) {
      return vocabulary.codes + keywords(last == "and" ? ["any", "uncoded", "not"] : ["any", "uncoded"])
    }
    return keywords(["and", "or"] + Self.positions + ["matching", "where"])
  }

  private func conditionEntries(_ vocabulary: Vocabulary) -> [Vocabulary.Entry] {
    let last = before.last ?? "where"
    if Self.comparisons.contains(last) {
      return before.count > 1 ? vocabulary.values(of: before[before.count - 2]) : []
    }
    if let open = before.lastIndex(of: "("), open > 1, before[open - 1].folded == "in", !before[open...].contains(")") {
      return last == "(" || last == "," ? vocabulary.values(of: before[open - 2]) : []
    }
    if ["where", "and", "or", "not", "("].contains(last.folded) {
      let names = vocabulary.attributeNames.map { Vocabulary.Entry($0.name + "=", $0.detail) }
      return names + (last == "(" ? [] : keywords(["not"]))
    }
    if last.folded == "in" { return keywords(["("]) }
    let isValue = last == ")" || before.dropLast().last.map(Self.comparisons.contains) ?? false
    return keywords(isValue ? ["and", "or"] : Self.comparisons + ["in ("])
  }
}
