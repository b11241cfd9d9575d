/// A segment of speech as the programs that type it out write it as JSON, by whatever names they call its parts.
struct SpeechSegment {
  /// A word with its time, or a sentence of a paragraph.
  struct Word {
    var start: Double?
    var end: Double?
    var voice: String?
    var text: [UInt8] = []
  }

  private(set) var start: Double?
  private(set) var end: Double?
  private(set) var voice: String?
  private(set) var text: [UInt8]?
  /// The chance, as Whisper has it, that nothing was said.
  private(set) var noSpeech: Double?
  private var words: [Word] = []

  /// Takes the object on which the scanner stands.
  init(_ scanner: inout JSONScanner) {
    scanner.members { scanner, key in take(key, &scanner) }
  }

  private mutating func take(_ key: String, _ scanner: inout JSONScanner) {
    switch key {
    case "start", "start_time": start = scanner.number()
    case "end", "end_time": end = scanner.number()
    case "timestamp": (start, end) = Self.pair(&scanner)
    case "offsets": takeOffsets(&scanner)
    case "offsetInTicks": start = scanner.number().map { $0 / 10_000_000 }
    case "durationInTicks": end = scanner.number().map { (start ?? 0) + $0 / 10_000_000 }
    case "speaker", "speaker_label", "speaker_id": voice = Self.voice(&scanner)
    case "text", "transcript": text = scanner.words() ?? text
    case "nBest": takeBest(&scanner)
    case "no_speech_prob": noSpeech = scanner.number()
    case "words", "sentences": takeWords(&scanner)
    default: break
    }
  }

  private static func pair(_ scanner: inout JSONScanner) -> (Double?, Double?) {
    var times: [Double?] = []
    scanner.items { scanner in if times.count < 2 { times.append(scanner.number()) } }
    return (times.first ?? nil, times.count > 1 ? times[1] : nil)
  }

  /// Milliseconds, as whisper.cpp has them.
  private mutating func takeOffsets(_ scanner: inout JSONScanner) {
    scanner.members { scanner, key in
      if key == "from" { start = scanner.number().map { $0 / 1000 } }
      if key == "to" { end = scanner.number().map { $0 / 1000 } }
    }
  }

  /// The first of the readings that Azure offers.
  private mutating func takeBest(_ scanner: inout JSONScanner) {
    scanner.items { scanner in
      scanner.members { scanner, key in if key == "display", text == nil { text = scanner.words() } }
    }
  }

  private mutating func takeWords(_ scanner: inout JSONScanner) {
    words = []
    scanner.items { scanner in
      var word = Word()
      scanner.members { scanner, key in
        switch key {
        case "start": word.start = scanner.number()
        case "end": word.end = scanner.number()
        case "speaker": word.voice = Self.voice(&scanner)
        case "word", "text": word.text = scanner.words() ?? []
        default: break
        }
      }
      if !word.text.isEmpty { words.append(word) }
    }
  }

  /// Speakers may be numbered or lettered: `0` and `A` are shown as `Speaker 0` and `Speaker A`.
  private static func voice(_ scanner: inout JSONScanner) -> String? {
    var name = scanner.string()?.trimmed
    if name == nil, let number = scanner.number(), number.magnitude < 1000 { name = String(Int(number)) }
    guard let name, !name.isEmpty else { return nil }
    let isSign = name.utf8.allSatisfy(ASCII.isDigit) || (name.count == 1 && name.first?.isLetter == true)
    return isSign ? "Speaker \(name)" : name
  }

  /// What was said, cut where the speaker of its words changes; times are multiplied by `scale`.
  func utterances(scale: Double = 1) -> [Utterance] {
    var groups = groupsByVoice
    if groups.count < 2, let text {
      groups = [Group(voice: voice ?? groups.first?.voice ?? nil, words: words[...], text: text)]
    }
    return groups.enumerated().map { number, group in
      let isFirst = number == 0
      let isLast = number == groups.count - 1
      let from = (isFirst ? start : nil) ?? group.words.first { $0.start != nil }?.start
      let to = (isLast ? end : nil) ?? group.words.last { $0.end != nil }?.end
      return Utterance(
        start: Utterance.seconds(from.map { $0 * scale }), end: Utterance.seconds(to.map { $0 * scale }),
        voice: group.voice, words: group.text ?? Self.joined(group.words))
    }
  }

  private struct Group {
    var voice: String?
    var words: ArraySlice<Word>
    var text: [UInt8]?
  }

  /// A word without a speaker is said by who said the one before it.
  private var groupsByVoice: [Group] {
    var groups: [Group] = []
    var current = words.first { $0.voice != nil }?.voice ?? voice
    for (index, word) in words.enumerated() {
      let speaks = word.voice ?? current
      if !groups.isEmpty, speaks == current {
        groups[groups.count - 1].words = words[groups[groups.count - 1].words.startIndex...index]
      } else {
        groups.append(Group(voice: speaks, words: words[index...index]))
      }
      current = speaks
    }
    return groups
  }

  /// Words come with the blank before them, or without any; then signs such as a lone comma stand against the word before.
  private static func joined(_ words: ArraySlice<Word>) -> [UInt8] {
    let haveBlanks = words.contains { $0.text.first == ASCII.blank }
    var text: [UInt8] = []
    for word in words {
      let isSign = word.text.allSatisfy { signs.contains($0) }
      if !haveBlanks, !text.isEmpty, !isSign { text.append(ASCII.blank) }
      text.append(contentsOf: word.text)
    }
    return text
  }

  private static let signs = Set(",.?!;:".utf8)
}
