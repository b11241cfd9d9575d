import Model

/// Answers queries on plain values by trying everything: no index, no bisection, no bytes.
struct PlainAnswers {
  let study: RandomStudy
  /// All that is asked, of the query and of the filter.
  var conditions: [PlainQuery.Condition] = []
  /// Whose codings are looked at.
  var coders = RandomStudy.coders
  var takesShared = false

  struct Passage: Hashable, Comparable, CustomStringConvertible {
    var transcript: Int
    var span: TextSpan
    /// A whole segment on which no coding lies: only its words are quoted.
    var isSegment = false

    var description: String { "\(transcript):\(span.start)-\(span.end)" }

    static func < (one: Passage, other: Passage) -> Bool {
      (one.transcript, one.span.start, one.span.end) < (other.transcript, other.span.start, other.span.end)
    }
  }

  /// What a query takes, in the order of the study; segments as the span of their words.
  func passages(_ query: PlainQuery) -> [Passage] {
    var found: [Passage] = []
    for number in study.transcripts.indices {
      let spans: Set<TextSpan>
      if let codes = query.codes {
        spans = Set(OneTranscript(self, number).spans(codes))
      } else {
        spans = Set(passingSegments(number))
      }
      let coded = codings(in: number).map(\.span)
      for span in spans where query.words.map({ $0.isTrue(of: tokens(span, number)) }) ?? true {
        let isSegment = passingSegments(number).contains(span) && !coded.contains { $0.overlaps(span) }
        found.append(
          Passage(
            transcript: number, span: query.codes == nil || isSegment ? said(span, number) : span, isSegment: isSegment)
        )
      }
    }
    return found.sorted()
  }

  /// The cases that pass.
  func cases() -> [String] {
    let withText = Set(study.transcripts.compactMap(\.caseName))
    let passing = Set(
      study.transcripts.indices.filter { !passingSegments($0).isEmpty }.compactMap { study.transcripts[$0].caseName })
    let asked = Set(conditions.flatMap(\.attributes)).subtracting(["coder"])
    let ofOthers = Set(study.transcripts.flatMap(\.attributes.keys))
    let ofCases = Set(study.cases.flatMap(\.attributes.keys)).subtracting(ofOthers).union(["case"])
    return study.cases.map(\.name).filter { name in
      if withText.contains(name) { return passing.contains(name) }
      let known = levels(ofCase: name)
      return conditions.isEmpty
        || asked.isSubset(of: ofCases) && conditions.allSatisfy { $0.holds(known, coder: nil) }
    }
  }

  // MARK: What passes

  private func levels(ofCase name: String?) -> [[String: [String]]] {
    guard let entry = study.cases.first(where: { $0.name == name }) else { return [] }
    return [entry.attributes.merging(["case": [entry.name]]) { $1 }]
  }

  private func levels(_ turn: RandomStudy.Turn, _ number: Int) -> [[String: [String]]] {
    let transcript = study.transcripts[number]
    var levels = [transcript.attributes.merging(["transcript": [transcript.name]]) { $1 }]
    levels += self.levels(ofCase: transcript.caseName)
    if let speaker = turn.speaker {
      levels.insert(
        ["speaker": [speaker], "role": study.roles[speaker].map { [$0] } ?? []].filter { !$1.isEmpty }, at: 0)
    }
    return levels
  }

  private func passes(_ segment: TextSpan, _ number: Int, coder: String?) -> Bool {
    study.transcripts[number].turns.contains { turn in
      turn.span.overlaps(segment) && conditions.allSatisfy { $0.holds(levels(turn, number), coder: coder) }
    }
  }

  func passingSegments(_ number: Int) -> [TextSpan] {
    study.transcripts[number].segments.filter { passes($0, number, coder: nil) }
  }

  func codings(in number: Int) -> [RandomStudy.Coding] {
    study.codings.filter { coding in
      coding.transcript == number && coders.contains(coding.coder)
        && study.transcripts[number].segments.contains {
          $0.overlaps(coding.span) && passes($0, number, coder: coding.coder)
        }
    }
  }

  // MARK: What is said

  private func said(_ segment: TextSpan, _ number: Int) -> TextSpan {
    let transcript = study.transcripts[number]
    let label = transcript.turns.map(\.wordsStart).first { $0 > segment.start && $0 < segment.end }
    let start = transcript.turns.contains { $0.span.start == segment.start } ? label ?? segment.start : segment.start
    var end = segment.end
    while end > start, transcript.characters[end - 1].properties.isWhitespace { end -= 1 }
    return TextSpan(start, end)
  }

  /// The words of a span without labels: as written, in small letters.
  private func tokens(_ span: TextSpan, _ number: Int) -> [String] {
    let transcript = study.transcripts[number]
    var tokens: [String] = []
    var word = ""
    for place in span.start..<span.end {
      let isLabel = transcript.turns.contains { $0.span.start <= place && place < $0.wordsStart }
      let character = transcript.characters[place]
      if !isLabel, character.properties.isAlphabetic {
        word.unicodeScalars.append(character)
      } else if !word.isEmpty {
        tokens.append(word.lowercased())
        word = ""
      }
    }
    return word.isEmpty ? tokens : tokens + [word.lowercased()]
  }
}

/// The codes part on one transcript.
private struct OneTranscript {
  let codings: [RandomStudy.Coding]
  let passing: [TextSpan]
  let segments: [TextSpan]
  let length: Int
  let study: RandomStudy
  let takesShared: Bool

  init(_ answers: PlainAnswers, _ number: Int) {
    codings = answers.codings(in: number)
    passing = answers.passingSegments(number)
    segments = answers.study.transcripts[number].segments
    length = answers.study.transcripts[number].characters.count
    study = answers.study
    takesShared = answers.takesShared
  }

  func spans(_ codes: PlainQuery.Codes) -> [TextSpan] {
    switch codes {
    case .code(let key): codings.filter { study.family(of: key).contains($0.code) }.map(\.span)
    case .exact(let key): codings.filter { $0.code == key }.map(\.span)
    case .any: codings.map(\.span)
    case .uncoded: passing.filter { segment in !codings.contains { $0.span.overlaps(segment) } }
    case .and(let left, let right): takesShared ? shared(left, right) : meeting(left, right) + meeting(right, left)
    case .or(let left, let right): spans(left) + spans(right)
    case .andNot(let left, let right):
      spans(left).filter { one in !spans(right).contains { $0.overlaps(one) } }
    case .overlapping(let left, let right): meeting(left, right)
    case .within(let left, let right): keep(left, right) { $1.start <= $0.start && $0.end <= $1.end }
    case .around(let left, let right): keep(left, right) { $0.start <= $1.start && $1.end <= $0.end }
    case .before(let left, let count, let right): keep(left, right) { isBefore($0, $1, count) }
    case .after(let left, let count, let right): keep(left, right) { isBefore($1, $0, count) }
    case .near(let left, let count, let right):
      keep(left, right) { $0.overlaps($1) || isBefore($0, $1, count) || isBefore($1, $0, count) }
    }
  }

  private func keep(
    _ left: PlainQuery.Codes, _ right: PlainQuery.Codes, where stand: (TextSpan, TextSpan) -> Bool
  ) -> [TextSpan] {
    let others = spans(right)
    return spans(left).filter { one in others.contains { stand(one, $0) } }
  }

  private func meeting(_ left: PlainQuery.Codes, _ right: PlainQuery.Codes) -> [TextSpan] {
    keep(left, right) { $0.overlaps($1) }
  }

  private func shared(_ left: PlainQuery.Codes, _ right: PlainQuery.Codes) -> [TextSpan] {
    let (ones, others) = (spans(left), spans(right))
    var found: [TextSpan] = []
    for place in 0..<length {
      let isShared =
        ones.contains { $0.start <= place && place < $0.end } && others.contains { $0.start <= place && place < $0.end }
      guard isShared else { continue }
      if found.last?.end == place { found[found.count - 1].end += 1 } else { found.append(TextSpan(place, place + 1)) }
    }
    return found
  }

  private func isBefore(_ one: TextSpan, _ other: TextSpan, _ count: Int) -> Bool {
    one.end <= other.start && segment(other.start) - segment(one.end - 1) <= count
  }

  private func segment(_ place: Int) -> Int { segments.firstIndex { $0.start <= place && place < $0.end } ?? -99 }
}

extension PlainQuery.Condition {
  var attributes: [String] {
    switch self {
    case .compare(let attribute, _, _), .oneOf(let attribute, _, _): [attribute]
    case .and(let left, let right), .or(let left, let right): left.attributes + right.attributes
    case .not(let inner): inner.attributes
    }
  }

  /// Whether it holds of what is known, the nearest level first; without a coder what is asked of one is taken to hold.
  func holds(_ levels: [[String: [String]]], coder: String?, negated: Bool = false) -> Bool {
    switch self {
    case .and(let left, let right):
      let (one, other) = (
        left.holds(levels, coder: coder, negated: negated), right.holds(levels, coder: coder, negated: negated)
      )
      return negated ? one || other : one && other
    case .or(let left, let right):
      let (one, other) = (
        left.holds(levels, coder: coder, negated: negated), right.holds(levels, coder: coder, negated: negated)
      )
      return negated ? one && other : one || other
    case .not(let inner): return inner.holds(levels, coder: coder, negated: !negated)
    case .compare(let attribute, let sign, let value):
      if attribute == "coder", coder == nil { return true }
      return test(known(attribute, levels, coder), sign, value) != negated
    case .oneOf(let attribute, let values, let isNot):
      if attribute == "coder", coder == nil { return true }
      let known = known(attribute, levels, coder)
      return (values.contains { test(known, "=", $0) } != isNot) != negated
    }
  }

  private func known(_ attribute: String, _ levels: [[String: [String]]], _ coder: String?) -> [String] {
    if attribute == "coder", let coder { return [coder] }
    return levels.compactMap { $0[attribute] }.first ?? []
  }

  private func test(_ known: [String], _ sign: String, _ value: String) -> Bool {
    if sign == "!=" { return !known.isEmpty && !test(known, "=", value) }
    return known.contains { one in
      let order = compare(one, value)
      return switch sign {
      case "=": order == 0
      case "<": order < 0
      case "<=": order <= 0
      case ">": order > 0
      default: order >= 0
      }
    }
  }

  private func compare(_ one: String, _ other: String) -> Int {
    func number(_ text: String) -> Double? { Double(String(text.map { $0 == "," ? "." : $0 })) }
    if let first = number(one), let second = number(other) { return first < second ? -1 : first > second ? 1 : 0 }
    let (first, second) = (one.plain, other.plain)
    return first < second ? -1 : first > second ? 1 : 0
  }
}

extension PlainQuery.Words {
  /// Whether it is true of words in small letters.
  func isTrue(of tokens: [String]) -> Bool {
    switch self {
    case .and(let left, let right): left.isTrue(of: tokens) && right.isTrue(of: tokens)
    case .or(let left, let right): left.isTrue(of: tokens) || right.isTrue(of: tokens)
    case .not(let inner): !inner.isTrue(of: tokens)
    case .near(let left, let count, let right):
      left.places(in: tokens).contains { one in
        right.places(in: tokens).contains { other in
          let last = max(one.lowerBound, other.lowerBound)
          return one.upperBound + count >= last && other.upperBound + count >= last
        }
      }
    default: !places(in: tokens).isEmpty
    }
  }

  private func places(in tokens: [String]) -> [Range<Int>] {
    let slots = self.slots
    return tokens.indices.filter { start in
      start + slots.count <= tokens.count && slots.enumerated().allSatisfy { $1(tokens[start + $0]) }
    }.map { $0..<$0 + slots.count }
  }

  /// What each of the words that follow each other must be.
  private var slots: [(String) -> Bool] {
    switch self {
    case .word(let word): word.parts.map { part in { $0.plain == part.plain } }
    case .exact(let word): word.parts.map { part in { $0 == part.lowercased() } }
    case .prefix(let word): [{ $0.plain.hasPrefix(word.plain) }]
    case .part(let part): [{ $0.plain.contains(part.plain) }]
    case .phrase(let words): words.flatMap { Self.piece($0).slots }
    case .except(let term, let form): term.slots.map { slot in { slot($0) && $0.plain != form.plain } }
    case .and, .or, .not, .near: []
    }
  }

  private static func piece(_ word: String) -> Self {
    word.hasPrefix("~")
      ? .part(String(word.dropFirst())) : word.hasSuffix("*") ? .prefix(String(word.dropLast())) : .word(word)
  }
}

extension String {
  /// In small letters without accents.
  fileprivate var plain: String {
    let letters: [Character: Character] = ["é": "e", "ë": "e"]
    return String(lowercased().map { letters[$0] ?? $0 })
  }

  /// The words of one that search takes for several.
  fileprivate var parts: [String] { split { !$0.isLetter }.map(String.init) }
}
