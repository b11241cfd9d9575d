import Model

/// Finds the turns of a text by the labels at the heads of its lines.
struct TurnFinder {
  /// What a turn is where nobody is named.
  enum Unlabelled {
    /// What stands between blank lines; a line, where there are no blank lines.
    case blocks
    case lines
  }

  private(set) var turns: [Turn] = []
  private(set) var speakers: [Speaker] = []
  /// Speakers named beforehand who never speak.
  private(set) var silent: [String] = []
  /// Labels that stand once in a talk in which others return: words, unless somebody says they are persons.
  private(set) var once: [String] = []

  private let bytes: [UInt8]
  private let linesAreParagraphs: Bool
  private var sightings: [Sighting] = []
  private var census: SpeakerCensus
  private var lines = 0
  private var blankLines = 0

  /// A label that may start a turn.
  private struct Sighting {
    /// Where the turn begins: its line, or a line before it with nothing but a time.
    var start: Int
    var wordsStart: Int
    var time: Double?
    /// In the census.
    var number: Int
    /// Alone in its paragraph, with words right above it.
    var isTight = false
  }

  /// `boldNames` are the words in bold at the head of a line, by the number of the line from 0.
  init(_ bytes: [UInt8], known: [Speaker] = [], boldNames: [Int: String] = [:], unlabelled: Unlabelled = .blocks) {
    self.bytes = bytes
    linesAreParagraphs = unlabelled == .lines
    census = SpeakerCensus(known: known)
    look(boldNames)
    countTight()
    silent = census.silent
    let accepted = census.accepted(lines: lines)
    let heads = sightings.filter { accepted[$0.number] }
    if heads.isEmpty {
      turns = ParagraphTurns(bytes, byLine: unlabelled == .lines || isOneLineAParagraph).turns
    } else {
      once = census.once(accepted: accepted)
      cut(at: heads, accepted: accepted)
    }
    sightings = []
  }

  /// Without blank lines each line is a paragraph, unless lines are broken at a common width.
  private var isOneLineAParagraph: Bool { blankLines == 0 && !LineWidths(bytes).areWrapped }

  private mutating func look(_ boldNames: [Int: String]) {
    var start = 0
    var lineNumber = 0
    var afterBlank = !linesAreParagraphs
    var stampLine: (start: Int, time: Double, isTiming: Bool)?
    var passageEnd: Double?
    while start < bytes.count {
      let line = start..<bytes.lineEnd(from: start)
      let first = bytes.skippingBlanks(from: line.lowerBound, to: line.upperBound)
      if first == line.upperBound {
        afterBlank = true
        if line.upperBound < bytes.count { blankLines += 1 }
      } else if let (stamp, isTiming) = Self.loneStamp(first..<line.upperBound, in: bytes) {
        lines += 1
        if stamp.frame == .hashes {
          passageEnd = stamp.seconds
        } else {
          stampLine = (line.lowerBound, stamp.seconds, isTiming)
        }
        afterBlank = true
      } else {
        lines += 1
        let bold = boldNames[lineNumber]
        if var found = sighting(line, Above(isBlank: afterBlank, isTiming: stampLine?.isTiming == true), bold: bold) {
          if let stampLine { found.start = stampLine.start }
          found.time = found.time ?? stampLine?.time ?? passageEnd
          sightings.append(found)
        }
        stampLine = nil
        passageEnd = TimeStamp.f4(atEndOf: line, in: bytes)?.seconds
        afterBlank = false
      }
      start = line.upperBound + 1
      lineNumber += 1
    }
  }

  /// A time that is all there is on a line; whether it is the two times of a caption.
  private static func loneStamp(_ line: Range<Int>, in bytes: [UInt8]) -> (TimeStamp, isTiming: Bool)? {
    let timing = TimeStamp.timing(line, in: bytes)
    guard let stamp = timing ?? TimeStamp(bytes, at: line.lowerBound, to: line.upperBound) else { return nil }
    guard bytes.skippingBlanks(from: stamp.end, to: line.upperBound) == line.upperBound else { return nil }
    return (stamp, timing != nil)
  }

  /// What stands above a line: nothing, or the times of a caption.
  private struct Above {
    var isBlank: Bool
    var isTiming: Bool
  }

  private mutating func sighting(_ line: Range<Int>, _ above: Above, bold: String?) -> Sighting? {
    if let head = LineHead(of: line, in: bytes), let found = sighting(head, line, above) { return found }
    return bold.flatMap { boldHead($0, line) }.flatMap { sighting($0, line, above) }
  }

  /// A paragraph that is a role and nothing else must return where no blank line stands above it: a title may say the same.
  private mutating func countTight() {
    var seen: [Int: Int] = [:]
    for sighting in sightings where sighting.isTight { seen[sighting.number, default: 0] += 1 }
    guard !seen.isEmpty else { return }
    sightings.removeAll { $0.isTight && seen[$0.number] == 1 }
    for sighting in sightings where sighting.isTight { census.count(sighting.number) }
  }

  private mutating func sighting(_ head: LineHead, _ line: Range<Int>, _ above: Above) -> Sighting? {
    let standsAlone = head.wordsStart == line.upperBound && head.form != .colon && head.form != .brackets
    if standsAlone, !hasWordsBelow(line) { return nil }
    let isTight = head.form == .alone && !above.isBlank
    if isTight, !linesAreParagraphs { return nil }
    let label = bytes.string(head.name)
    let isAlone = head.form == .alone && !above.isTiming
    guard let number = isAlone ? census.number(ofExpected: label) : census.number(of: label) else { return nil }
    guard head.form == .colon || census.isNameLike(number) else { return nil }
    if !isTight { census.count(number) }
    return Sighting(
      start: line.lowerBound, wordsStart: head.wordsStart, time: head.time, number: number, isTight: isTight)
  }

  /// The words in bold must still stand at the head of the line, and be no sentence.
  private func boldHead(_ bold: String, _ line: Range<Int>) -> LineHead? {
    let start = bytes.skippingBlanks(from: line.lowerBound, to: line.upperBound)
    let name = bold.trimmed
    let end = start + name.utf8.count
    guard !name.isEmpty, end <= line.upperBound, bytes[start..<end].elementsEqual(name.utf8) else { return nil }
    let next = bytes.skippingBlanks(from: end, to: line.upperBound)
    return LineHead(bold: start..<end, wordsStart: next)
  }

  private func hasWordsBelow(_ line: Range<Int>) -> Bool {
    guard line.upperBound < bytes.count else { return false }
    let next = bytes.skippingBlanks(from: line.upperBound + 1, to: bytes.count)
    return next < bytes.count && bytes[next] != ASCII.lineFeed
  }

  private mutating func cut(at heads: [Sighting], accepted: [Bool]) {
    var index: [Int: Int] = [:]
    turns.reserveCapacity(heads.count + 1)
    let first = heads[0].start
    let hasPreface = bytes.skippingSpace(from: 0, to: first) < first
    if hasPreface { turns.append(Turn(span: TextSpan(0, first), wordsStart: bytes.skippingSpace(from: 0, to: first))) }
    for (position, head) in heads.enumerated() {
      let start = position == 0 && !hasPreface ? 0 : head.start
      let end = position + 1 < heads.count ? heads[position + 1].start : bytes.count
      let speaker = index[head.number] ?? speakers.count
      if speaker == speakers.count {
        index[head.number] = speaker
        speakers.append(census.speaker(head.number, accepted: accepted))
      }
      let words = bytes.skippingSpace(from: min(head.wordsStart, end), to: end)
      turns.append(Turn(span: TextSpan(start, end), wordsStart: words, speaker: speaker, time: head.time))
    }
  }
}
