/// The speech in a JSON file of a program that types it out: its utterances, and what it says of them.
///
/// Known are Whisper and WhisperX (`segments`), whisper.cpp (`transcription`), Whisper of Hugging Face (`chunks`, `speakers`),
/// Amberscript (`segments` of words, `speakers`), AssemblyAI (`utterances`, in milliseconds), and Deepgram, Amazon and Azure.
struct SpeechJSON {
  private(set) var utterances: [Utterance] = []
  private(set) var suspects = SpeechSuspects()
  /// What the file has as its whole text.
  private(set) var text: [UInt8]?
  /// The line, from 1, where the text is no JSON any more.
  private(set) var brokenLine: Int?

  /// Names by the mark that the segments have: `spk1`.
  private var names: [String: String] = [:]
  private let bytes: [UInt8]
  /// Where lines were last counted.
  private var reached = (offset: 0, line: 1)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var scanner = JSONScanner(bytes)
    if scanner.kind() == .array {
      takeList(&scanner)
    } else {
      scanner.members { scanner, key in take(key, &scanner) }
    }
    if let flaw = scanner.flaw { brokenLine = bytes.lineNumber(at: flaw) }
    for index in utterances.indices {
      if let name = utterances[index].voice.flatMap({ names[$0] }) { utterances[index].voice = name }
    }
  }

  private mutating func take(_ key: String, _ scanner: inout JSONScanner) {
    switch key {
    case "text": text = scanner.words() ?? text
    case "segments", "transcription", "chunks", "recognizedPhrases": takeList(&scanner)
    case "utterances": takeList(&scanner, scale: 0.001)
    case "speakers": takeSpeakers(&scanner)
    case "results": scanner.members { scanner, key in takeResult(key, &scanner, depth: 0) }
    default: break
    }
  }

  /// Deepgram has `utterances`, or paragraphs of the first channel; Amazon has `audio_segments`.
  private mutating func takeResult(_ key: String, _ scanner: inout JSONScanner, depth: Int) {
    switch key {
    case "utterances", "audio_segments": takeList(&scanner)
    case "channels" where depth == 0, "alternatives" where depth == 1:
      var isFirst = true
      scanner.items { scanner in
        if isFirst { scanner.members { scanner, key in takeResult(key, &scanner, depth: depth + 1) } }
        isFirst = false
      }
    case "paragraphs":
      if scanner.kind() == .array {
        takeList(&scanner)
      } else {
        scanner.members { scanner, key in if key == "paragraphs" { takeList(&scanner) } }
      }
    default: break
    }
  }

  /// Persons with a mark and a name, or what each of them said.
  private mutating func takeSpeakers(_ scanner: inout JSONScanner) {
    var probe = scanner
    var persons: [String: String] = [:]
    probe.items { scanner in
      var mark: String?
      var name: String?
      scanner.members { scanner, key in
        if key == "spkid" { mark = scanner.string()?.trimmed }
        if key == "name" { name = scanner.string()?.trimmed }
      }
      if let mark, let name, !name.isEmpty { persons[mark] = name }
    }
    if persons.isEmpty {
      takeList(&scanner)
    } else {
      names = persons
      scanner = probe
    }
  }

  /// Of several lists the one with speakers is taken, else the first with words.
  private mutating func takeList(_ scanner: inout JSONScanner, scale: Double = 1) {
    guard scanner.kind() == .array else { return }
    var found: [Utterance] = []
    var doubts = SpeechSuspects()
    scanner.items { scanner in
      guard scanner.kind() == .object else { return }
      let line = lineNumber(at: scanner.at)
      let segment = SpeechSegment(&scanner)
      let said = segment.utterances(scale: scale).filter { CanonicalText.hasWords($0.words[...]) }
      guard let first = said.first else { return }
      doubts.take(said.flatMap(\.line), at: first.start, line: line, noSpeech: segment.noSpeech)
      found.append(contentsOf: said)
    }
    let hasVoices = { (list: [Utterance]) in list.contains { $0.voice != nil } }
    guard !found.isEmpty, utterances.isEmpty || (hasVoices(found) && !hasVoices(utterances)) else { return }
    utterances = found
    suspects = doubts
  }

  private mutating func lineNumber(at offset: Int) -> Int {
    if offset < reached.offset { reached = (0, 1) }
    for byte in bytes[reached.offset..<offset] where byte == ASCII.lineFeed { reached.line += 1 }
    reached.offset = offset
    return reached.line
  }
}
