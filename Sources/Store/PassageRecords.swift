import GRDB
public import Model

/// A stretch of one transcript that is to be quoted.
public struct Passage: Equatable, Sendable {
  /// An index into the members of the scope.
  public var transcript: Int32
  public var span: TextSpan
  /// It is a whole segment, of which only the words are meant: neither the label nor the line end.
  public var isSegment: Bool

  public init(transcript: Int32, span: TextSpan, isSegment: Bool = false) {
    self.transcript = transcript
    self.span = span
    self.isSegment = isSegment
  }
}

/// Excerpts, and how many passages there are in each transcript, those left out by a limit too.
public struct FoundExcerpts: Equatable, Sendable {
  public var items: [Excerpt] = []
  /// By index into the members of the scope.
  public var byTranscript: [Int32: Int] = [:]

  public init() {}

  public var total: Int { byTranscript.values.reduce(0, +) }
}

extension StudyStore {
  /// Quotes passages, which are best sorted by transcript: each transcript is then opened once.
  ///
  /// A passage is ascribed to the speaker of the first segment it touches that passes the scope. `judge` names the bytes of
  /// the words that matched, or refuses the passage with nil. After `limit` items passages are only counted. `context` is
  /// how many segments before and after come with each.
  public func excerpts(
    of passages: some Sequence<Passage>, in scope: Scope, limit: Int?, context: Int = 0,
    judge: (String) -> [TextSpan]?
  ) throws -> FoundExcerpts {
    var found = FoundExcerpts()
    try visit(passages, in: scope) { open, passage, span in
      let words = open.words(of: span)
      guard let hits = judge(words.text) else { return }
      found.byTranscript[passage.transcript, default: 0] += 1
      if let limit, found.items.count >= limit { return }
      found.items.append(open.excerpt(of: span, words: words, hits: hits, scope: scope, context: context))
    }
    return found
  }

  /// The passages whose words pass `judge`, in the order given.
  public func passages(
    _ passages: some Sequence<Passage>, in scope: Scope, judge: (String) -> Bool
  ) throws -> [Passage] {
    var found: [Passage] = []
    try visit(passages, in: scope) { open, passage, span in
      if judge(open.words(of: span).text) { found.append(passage) }
    }
    return found
  }

  /// The spans of passages whose words pass `judge`, by transcript in the order given.
  public func spans(
    of passages: some Sequence<Passage>, in scope: Scope, judge: (String) -> Bool
  ) throws -> [(transcript: String, spans: [TextSpan])] {
    var found: [(transcript: String, spans: [TextSpan])] = []
    try visit(passages, in: scope) { open, _, span in
      guard judge(open.words(of: span).text) else { return }
      if found.last?.transcript != open.name { found.append((open.name, [])) }
      found[found.count - 1].spans.append(span)
    }
    return found
  }

  private func visit(
    _ passages: some Sequence<Passage>, in scope: Scope, _ body: (OpenTranscript, Passage, TextSpan) throws -> Void
  ) throws {
    try read { db in
      let codes = try Row.fetchAll(db, sql: "SELECT code_id, key FROM codes ORDER BY ordinal")
      let keys: [String] = codes.map { $0[1] }
      var order: [Int64: Int] = [:]
      for (number, row) in codes.enumerated() { order[row[0]] = number }
      var open: OpenTranscript?
      for passage in passages {
        let member = scope.members[Int(passage.transcript)]
        if open?.id != member.id { open = try OpenTranscript(db, member, scope: scope, keys: keys, order: order) }
        guard let open else { continue }
        try body(open, passage, passage.isSegment ? open.spokenSpan(of: passage.span) : passage.span)
      }
    }
  }
}

/// A transcript with what quoting needs, read at once.
private struct OpenTranscript {
  struct Part {
    let number: Int
    let span: TextSpan
    let wordsStart: Int
    let turn: Int64
    let speaker: Int64
    let seconds: Double?
  }

  let id: Int64
  let name: String
  let caseName: String?
  private let positions: TextPositions
  /// Where its pages begin, in bytes.
  private let pages: [Int]
  private let parts: [Part]
  private let speakers: [Int64: (name: String, role: String?)]
  private let codings: [(span: TextSpan, code: Int)]
  private let keys: [String]

  init(_ db: Database, _ member: Scope.Member, scope: Scope, keys: [String], order: [Int64: Int]) throws {
    id = member.id
    name = member.name
    caseName = member.caseIndex >= 0 ? scope.cases[Int(member.caseIndex)] : nil
    self.keys = keys
    var text: [UInt8] = []
    var parts: [Part] = []
    let select = try RawStatement(
      db,
      """
      SELECT s.number, s.start_byte, s.end_byte, length(CAST(substr(s.text, 1, s.label_characters) AS BLOB)),
        u.turn_id, coalesce(u.speaker_id, 0), u.seconds, s.text
      FROM segments s JOIN turns u USING (turn_id) WHERE s.transcript_id = ? ORDER BY s.number
      """)
    select.bind(1, id)
    while try select.step() {
      let span = TextSpan(select.int(1), select.int(2))
      parts.append(
        Part(
          number: select.int(0), span: span, wordsStart: span.start &+ select.int(3), turn: select.int64(4),
          speaker: select.int64(5), seconds: select.isNull(6) ? nil : select.double(6)))
      select.withBytes(7) { text.append(contentsOf: $0) }
    }
    self.parts = parts
    pages = try Int.fetchAll(
      db, sql: "SELECT start_byte FROM pages WHERE transcript_id = ? ORDER BY page", arguments: [id])
    positions = TextPositions(String(decoding: text, as: UTF8.self))
    var speakers: [Int64: (name: String, role: String?)] = [:]
    for row in try Row.fetchAll(
      db, sql: "SELECT speaker_id, name, role FROM speakers WHERE transcript_id = ?", arguments: [id])
    {
      speakers[row[0]] = (row[1], row[2])
    }
    self.speakers = speakers
    codings = try Self.codings(db, of: id, coders: scope.coderIDs, order: order)
  }

  private static func codings(
    _ db: Database, of id: Int64, coders: [Int64], order: [Int64: Int]
  ) throws -> [(span: TextSpan, code: Int)] {
    let select = try RawStatement(
      db, "SELECT start_byte, end_byte, code_id, coder_id FROM codings WHERE transcript_id = ? ORDER BY start_byte")
    select.bind(1, id)
    let wanted = Set(coders)
    var codings: [(span: TextSpan, code: Int)] = []
    while try select.step() {
      guard wanted.contains(select.int64(3)), let code = order[select.int64(2)] else { continue }
      codings.append((TextSpan(select.int(0), select.int(1)), code))
    }
    return codings
  }

  /// The first part that ends after a position.
  private func firstPart(after position: Int) -> Int {
    var low = 0
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].span.end <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// As when it is counted, what begins on the blanks behind a segment's last word begins with the next segment.
  private func touched(by span: TextSpan) -> ArraySlice<Part> {
    var first = firstPart(after: span.start)
    if first < parts.count, span.start > parts[first].span.start, span.end > parts[first].span.end,
      positions.text(of: TextSpan(span.start, parts[first].span.end)).utf8.allSatisfy({ $0 <= 0x20 })
    {
      first += 1
    }
    var last = first
    while last < parts.count, parts[last].span.start < span.end { last += 1 }
    return parts[first..<last]
  }

  /// A segment's span from its first word to its last; the whole where nothing is said in it.
  func spokenSpan(of span: TextSpan) -> TextSpan {
    guard let part = touched(by: span).first else { return span }
    let spoken = TextSpan(max(span.start, part.wordsStart), span.end)
    let words = positions.text(of: spoken)
    guard let last = words.lastIndex(where: { !$0.isWhitespace }) else { return span }
    return TextSpan(spoken.start, spoken.start + words[...last].utf8.count)
  }

  /// The words of a span without labels, a line a turn, and the offsets in bytes at which another speaker goes on.
  func words(of span: TextSpan) -> (text: String, changes: [(offset: Int, speaker: Int64)]) {
    var text = ""
    var turn: Int64?
    var changes: [(offset: Int, speaker: Int64)] = []
    for part in touched(by: span) {
      let start = max(span.start, part.wordsStart)
      let end = min(span.end, part.span.end)
      guard start < end else { continue }
      let words = positions.text(of: TextSpan(start, end))
      if text.isEmpty {
        text = String(words.drop { $0.isWhitespace })
      } else {
        if turn != part.turn {
          text = text.trimmed + "\n"
          changes.append((text.utf8.count, part.speaker))
        }
        text += words
      }
      turn = part.turn
    }
    return (text.trimmed, changes)
  }

  /// The words as they are quoted: where another speaker begins or goes on, the role stands in brackets, the name without one.
  private func quote(_ text: String, _ changes: [(offset: Int, speaker: Int64)], _ hits: [TextSpan]) -> (
    text: String, hits: [TextSpan]
  ) {
    var quoted = Array(text.utf8)
    var moved = hits
    for (offset, id) in changes.reversed() {
      guard offset <= quoted.count, let speaker = speakers[id] else { continue }
      let mark = Array("[\(speaker.role ?? speaker.name)] ".utf8)
      quoted.insert(contentsOf: mark, at: offset)
      for index in moved.indices {
        if moved[index].start >= offset { moved[index].start += mark.count }
        if moved[index].end > offset { moved[index].end += mark.count }
      }
    }
    return (String(decoding: quoted, as: UTF8.self), moved)
  }

  func excerpt(
    of span: TextSpan, words: (text: String, changes: [(offset: Int, speaker: Int64)]), hits: [TextSpan], scope: Scope,
    context: Int
  ) -> Excerpt {
    let touched = touched(by: span)
    let source = touched.first { scope.passes(id, $0.speaker) } ?? touched.first
    // Who begins need not be who was asked for, and is named then as those who go on are.
    let begin = touched.first.flatMap { $0.speaker == source?.speaker ? nil : [(offset: 0, speaker: $0.speaker)] } ?? []
    let quote = quote(words.text, begin + words.changes, hits)
    let speaker = source.flatMap { speakers[$0.speaker] }
    let onIt = Set(codings.lazy.filter { $0.span.overlaps(span) }.map(\.code)).sorted()
    var excerpt = Excerpt(
      caseName: caseName, transcript: name, firstSegment: touched.first?.number ?? 1,
      lastSegment: touched.last?.number ?? 1, speaker: speaker?.name, role: speaker?.role, time: source?.seconds,
      start: positions.codePoint(ofByte: span.start) ?? 0, end: positions.codePoint(ofByte: span.end) ?? 0,
      codes: onIt.map { keys[$0] }, text: quote.text, hits: quote.hits)
    if !pages.isEmpty { excerpt.page = max(1, pages.prefix { $0 <= span.start }.count) }
    if context > 0, !touched.isEmpty {
      excerpt.before = parts[max(0, touched.startIndex - context)..<touched.startIndex].map(self.context)
      excerpt.after = parts[touched.endIndex..<min(parts.count, touched.endIndex + context)].map(self.context)
    }
    return excerpt
  }

  private func context(_ part: Part) -> ContextSegment {
    let speaker = speakers[part.speaker]
    return ContextSegment(speaker: speaker?.name, role: speaker?.role, text: words(of: part.span).text)
  }
}
