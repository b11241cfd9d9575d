import Model

/// Joins the captions or utterances of one speaker into turns and writes them out as lines: `Name: words`.
struct CueTurns {
  private(set) var text: [UInt8] = []
  private(set) var turns: [Turn] = []
  private(set) var speakers: [Speaker] = []
  private(set) var silent: [String] = []

  /// A stretch of words of one caption, by one voice.
  private struct Piece {
    var start: Double
    var end: Double
    var words: [UInt8]
    /// In the census: of its voice tag or its label.
    var number: Int?
    /// Bytes of the label at its head.
    var label = 0
  }

  private var pieces: [Piece] = []
  private var census: SpeakerCensus
  private var hasVoices = false
  private var hasTimes = true
  private var lastStart = 0.0

  init(_ cues: [Cue], in bytes: [UInt8], known: [Speaker]) {
    census = SpeakerCensus(known: known)
    for cue in cues { take(cue, bytes) }
    write()
  }

  init(_ utterances: [Utterance], known: [Speaker]) {
    census = SpeakerCensus(known: known)
    hasTimes = utterances.contains { $0.start != nil }
    for utterance in utterances { take(utterance) }
    write()
  }

  private mutating func write() {
    sortByTime()
    silent = census.silent
    let named = census.accepted(lines: pieces.count)
    // A voice tag is data: who has one, speaks.
    let accepted = hasVoices ? named.map { _ in true } : named
    let numbers = speakerOfPieces(accepted)
    var groups = Grouping(byGap: !numbers.contains { $0 != nil })
    for (piece, number) in zip(pieces, numbers) {
      let words =
        number != nil && number == piece.number && !hasVoices ? Array(piece.words[piece.label...]) : piece.words
      let from = words.skippingBlanks(from: 0, to: words.count)
      let begins = groups.begins(Grouping.Step(start: piece.start, end: piece.end, speaker: number, words: words))
      if begins { begin(piece.start, number, accepted) } else if from < words.count { text.append(ASCII.blank) }
      text.append(contentsOf: words[from...])
    }
    finish()
  }

  private mutating func take(_ cue: Cue, _ bytes: [UInt8]) {
    var voice: String?
    for line in cue.words {
      let words = CueWords(line, in: bytes, voice: voice)
      voice = words.voiceAfter
      for part in words.parts {
        take(part.voice, Piece(start: cue.start, end: cue.end, words: CanonicalText(part.words).bytes))
      }
    }
  }

  /// An utterance that tells no time comes with the one before it.
  private mutating func take(_ utterance: Utterance) {
    let words = utterance.line
    guard !words.isEmpty else { return }
    let start = utterance.start ?? lastStart
    lastStart = start
    take(utterance.voice, Piece(start: start, end: max(start, utterance.end ?? start), words: words))
  }

  private mutating func take(_ voice: String?, _ whole: Piece) {
    var piece = whole
    if let voice = voice.flatMap(Self.name) {
      if !hasVoices { forgetLabels() }
      hasVoices = true
      piece.number = census.number(ofVoice: voice)
      let echo = Self.echo(of: voice, in: piece.words)
      if echo > 0 { piece.words.removeFirst(echo) }
      guard !piece.words.isEmpty else { return }
    } else if !hasVoices, let head = LineHead(of: 0..<piece.words.count, in: piece.words),
      let end = head.bareEnd(in: piece.words), let number = census.number(of: piece.words.string(head.name)),
      head.form == .colon || census.isNameLike(number)
    {
      piece.number = number
      piece.label = end
    }
    if let number = piece.number { census.count(number) }
    pieces.append(piece)
  }

  /// A voice as it can stand before words; noScribe writes `//S01` where a second person speaks through the first.
  private static func name(_ given: String) -> String? {
    let voice = String(decoding: Utterance.line(Array(given.utf8)), as: UTF8.self)
    if voice.isEmpty { return nil }
    guard voice.utf8.first == UInt8(ascii: "/") else { return voice }
    let name = voice.drop { $0 == "/" }
    return name.isEmpty ? voice : String(name)
  }

  /// The bytes of a label that says once more who speaks: `S00: words`, `S00 [00:00:05]: words`.
  private static func echo(of voice: String, in words: [UInt8]) -> Int {
    var at = words.prefix { $0 == UInt8(ascii: "/") }.count
    guard words[at...].starts(with: voice.utf8) else { return 0 }
    at = words.skippingBlanks(from: at + voice.utf8.count, to: words.count)
    if let stamp = TimeStamp(words, at: at, to: words.count) { at = stamp.end }
    guard at < words.count, words[at] == ASCII.colon else { return 0 }
    return words.skippingBlanks(from: at + 1, to: words.count)
  }

  /// The first voice tag shows that what looked like labels were words.
  private mutating func forgetLabels() {
    for index in pieces.indices { pieces[index].number = nil }
  }

  private mutating func sortByTime() {
    let order = pieces.indices.sorted { (pieces[$0].start, $0) < (pieces[$1].start, $1) }
    pieces = order.map { pieces[$0] }
  }

  /// Without voice tags a label holds until the next one; with them each caption tells its own.
  private func speakerOfPieces(_ accepted: [Bool]) -> [Int?] {
    var current: Int?
    return pieces.map { piece in
      if hasVoices { return piece.number }
      if let number = piece.number, accepted[number] { current = number }
      return current
    }
  }

  private var index: [Int: Int] = [:]

  private mutating func begin(_ time: Double, _ number: Int?, _ accepted: [Bool]) {
    finish()
    let start = text.count
    var turn = Turn(span: TextSpan(start, start), time: hasTimes ? time : nil)
    if let number {
      let position = index[number] ?? speakers.count
      if position == speakers.count {
        index[number] = position
        speakers.append(census.speaker(number, accepted: accepted))
      }
      turn.speaker = position
      text.append(contentsOf: "\(speakers[position].name): ".utf8)
    }
    turn.wordsStart = text.count
    turns.append(turn)
  }

  private mutating func finish() {
    guard !turns.isEmpty else { return }
    while text.last == ASCII.blank { text.removeLast() }
    text.append(ASCII.lineFeed)
    turns[turns.count - 1].span.end = text.count
    turns[turns.count - 1].wordsStart = min(turns[turns.count - 1].wordsStart, text.count)
  }
}

/// Decides where a turn begins: with another speaker; and where nobody is named, after a silence or a long run of sentences.
struct Grouping {
  struct Step {
    var start: Double
    var end: Double
    var speaker: Int?
    var words: [UInt8]
  }

  /// Seconds without words that part two turns.
  static let silence = 2.0
  /// From so many words on a turn ends with its sentence.
  static let manyWords = 60

  private let byGap: Bool
  private var last: Step?
  private var count = 0

  init(byGap: Bool) { self.byGap = byGap }

  mutating func begins(_ step: Step) -> Bool {
    let begins = isBreak(step)
    count = (begins ? 0 : count) + step.words.split(separator: ASCII.blank).count
    let end = max(last?.end ?? 0, step.end)
    last = step
    last?.end = end
    return begins
  }

  private func isBreak(_ step: Step) -> Bool {
    guard let last else { return true }
    guard byGap else { return last.speaker != step.speaker }
    return step.start - last.end >= Self.silence || (count >= Self.manyWords && Self.endsSentence(last.words))
  }

  private static func endsSentence(_ words: [UInt8]) -> Bool {
    guard let sign = words.last(where: { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }) else { return false }
    return sign == UInt8(ascii: ".") || sign == UInt8(ascii: "?") || sign == UInt8(ascii: "!")
  }
}

extension LineHead {
  /// One past a label that is nothing but `Name:`, `[Name]:` or `[Name]`; times among the words of a caption are words.
  fileprivate func bareEnd(in bytes: [UInt8]) -> Int? {
    if form == .colon {
      let isBare = name.lowerBound == 0 && name.upperBound < bytes.count && bytes[name.upperBound] == ASCII.colon
      return isBare ? name.upperBound + 1 : nil
    }
    guard form == .brackets, name.lowerBound == 1 else { return nil }
    guard let close = bytes[name.upperBound...].firstIndex(of: ASCII.close) else { return nil }
    return close + 1 < bytes.count && bytes[close + 1] == ASCII.colon ? close + 2 : close + 1
  }
}
