import Model

/// The text of a file, whatever its encoding: NFC, line ends LF, no control characters but tab.
public struct DecodedText: Equatable, Sendable {
  public let text: String
  public let encoding: TextEncoding
  /// What was guessed, removed or mended; one that refuses when the file is no text or holds no words, and then no text.
  public let problems: [IntakeProblem]

  /// Decodes a file: by its byte order mark, else as UTF-8, else as UTF-16 by its zero bytes, else as what its words
  /// look best in of Windows-1252, Mac Roman and DOS 850.
  public init(_ file: SourceFile) {
    let decoding = TextDecoding(file)
    text = String(decoding: decoding.bytes, as: UTF8.self)
    encoding = decoding.encoding
    problems = decoding.problems
  }
}

/// The same in bytes, as the readers go on with.
struct TextDecoding {
  private(set) var bytes: [UInt8] = []
  private(set) var encoding = TextEncoding.utf8
  private(set) var problems: [IntakeProblem] = []
  private let file: SourceFile
  /// Whether form feeds stay.
  private let keepsPages: Bool

  init(_ file: SourceFile, keepsPages: Bool = false) {
    self.file = file
    self.keepsPages = keepsPages
    if file.bytes.isEmpty {
      refuse("'\(file.shortName)' is empty.")
    } else if let signature = FileSignature.of(file.bytes) {
      problems.append(signature.refusal(of: file))
    } else if let (encoding, mark) = TextEncoding.marked(file.bytes) {
      self.encoding = encoding
      decode(from: mark)
    } else if file.bytes.prefix(4096).contains(0) {
      if let guess = TextEncoding.guessedUTF16(file.bytes) {
        encoding = guess
        decode(from: 0)
      } else {
        refuseAsBinary()
      }
    } else {
      decode(from: 0)
    }
  }

  private mutating func decode(from start: Int) {
    var utf8 = file.bytes
    if start > 0 || encoding != .utf8 {
      utf8 = encoding == .utf8 ? Array(utf8[start...]) : encoding.utf8(utf8[start...])
    }
    var survey = UTF8Survey(utf8[...])
    if survey.broken > 0 {
      // One character in ten broken is still UTF-8; in another encoding a well-formed character is an accident.
      let mended = start > 0 || survey.characters > survey.broken * 10
      if mended { warnOfBroken(survey, in: utf8) } else { encoding = ByteEncodingGuess.encoding(of: utf8) }
      utf8 = encoding.utf8(utf8[...])
      survey = UTF8Survey(utf8[...])
    }
    guard !Self.isBinary(utf8, survey) else { return refuseAsBinary() }
    finish(utf8, survey)
  }

  private static func isBinary(_ utf8: [UInt8], _ survey: UTF8Survey) -> Bool {
    guard survey.controls > 0 else { return false }
    return utf8.contains(0) || (survey.controls >= 8 && survey.controls * 20 > utf8.count)
  }

  private mutating func finish(_ utf8: [UInt8], _ survey: UTF8Survey) {
    let canonical = CanonicalText(utf8, survey: survey, keepsPages: keepsPages)
    guard CanonicalText.hasWords(canonical.bytes[...]) else { return refuse("'\(file.shortName)' holds no words.") }
    bytes = canonical.bytes
    if encoding.isGuess { warnOfGuess() }
    if survey.garbled > 0 { noteGarbled() }
    if canonical.dropped > 0 {
      note("Left out: \(counted(canonical.dropped, "control character", "control characters")).")
    }
  }

  private mutating func refuse(_ text: String, hint: String? = nil) {
    bytes = []
    problems = [IntakeProblem(file: file.name, text, .refused, hint: hint)]
  }

  private mutating func refuseAsBinary() {
    refuse("'\(file.shortName)' is not text.", hint: "Save it as .docx or .txt and import that.")
  }

  private mutating func note(_ text: String) { problems.append(IntakeProblem(file: file.name, text, .note)) }

  private mutating func warnOfBroken(_ survey: UTF8Survey, in utf8: [UInt8]) {
    problems.append(
      IntakeProblem(
        file: file.name, line: survey.firstBroken.map { utf8.lineNumber(at: $0) },
        "\(counted(survey.broken, "byte is", "bytes are")) no UTF-8; they show as \u{FFFD}.", .warning,
        hint: "Save the file as UTF-8 again from the program it comes from."))
  }

  private mutating func warnOfGuess() {
    let samples = samplesOutsideASCII()
    let shown = samples.map { "'\($0.words)' (line \($0.line))" }.joined(separator: ", ")
    problems.append(
      IntakeProblem(
        file: file.name, line: samples.first?.line,
        "The file is no UTF-8 and was read as \(encoding.rawValue). See whether this is right: \(shown).", .warning,
        hint: "If it is not, save the file as UTF-8 and import it again."))
  }

  private mutating func noteGarbled() {
    // The survey's offsets are from before line ends were made LF; here the line must be found anew.
    let survey = UTF8Survey(bytes[...])
    guard let first = survey.firstGarbled else { return }
    let line = bytes.lineNumber(at: first)
    let words = Self.sample(bytes, around: first)
    problems.append(
      IntakeProblem(
        file: file.name, line: line,
        "'\(words)' looks like UTF-8 that was once read as Windows-1252; \(counted(survey.garbled, "place", "places")).",
        .warning, hint: "Save the file again as UTF-8 from the program it comes from."))
  }

  /// Up to three lines with a character outside ASCII, cut to what surrounds it.
  private func samplesOutsideASCII() -> [(line: Int, words: String)] {
    var samples: [(line: Int, words: String)] = []
    var line = 1
    var at = 0
    while at < bytes.count, samples.count < 3 {
      let end = bytes.lineEnd(from: at)
      if let odd = bytes[at..<end].firstIndex(where: { $0 >= 0x80 }) {
        samples.append((line, Self.sample(bytes, around: odd)))
      }
      at = end + 1
      line += 1
    }
    return samples
  }

  /// The words around an offset, within its line: at most 24 bytes before and 36 after.
  private static func sample(_ bytes: [UInt8], around offset: Int) -> String {
    var start = offset
    while start > 0, offset - start < 24 || bytes[start] & 0xC0 == 0x80, bytes[start - 1] != ASCII.lineFeed {
      start -= 1
    }
    var end = offset
    while end < bytes.count, end - offset < 36 || bytes[end] & 0xC0 == 0x80, bytes[end] != ASCII.lineFeed { end += 1 }
    let before = start > 0 && bytes[start - 1] != ASCII.lineFeed ? "…" : ""
    let after = end < bytes.count && bytes[end] != ASCII.lineFeed ? "…" : ""
    return before + bytes.string(start..<end).trimmed + after
  }
}
