/// Reads what programs that type out speech write as JSON: Whisper, WhisperX, Amberscript and others.
struct SpeechJSONReader: TranscriptReader {
  let format = "json"
  let endings = ["json"]

  /// An object that opens with a name in quotes, or an array of such objects; no talk is typed out so.
  func recognises(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var signs: [UInt8] = []
    var at = start
    while at < min(bytes.count, start + 200), signs.count < 3 {
      if !Self.space.contains(bytes[at]) { signs.append(bytes[at]) }
      at += 1
    }
    return signs.starts(with: "{\"".utf8) || signs.elementsEqual("[{\"".utf8)
  }

  private static let space: Set<UInt8> = [ASCII.blank, ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn]

  func read(_ file: SourceFile, _ options: ReadingOptions) -> Reading {
    let decoding = TextDecoding(file)
    if decoding.problems.refuse { return Reading(problems: decoding.problems) }
    let speech = SpeechJSON(decoding.bytes)
    if !speech.utterances.isEmpty {
      var draft = UtteranceDraft(
        file: file, format: format, utterances: speech.utterances, encoding: decoding.encoding,
        problems: decoding.problems)
      if let line = speech.brokenLine { draft.problems.append(breaksOff(file, line)) }
      if let doubt = speech.suspects.problem(in: file) { draft.problems.append(doubt) }
      return draft.reading(options)
    }
    if let line = speech.brokenLine { return Reading(problems: decoding.problems + [broken(file, line)]) }
    guard let text = speech.text, CanonicalText.hasWords(text[...]) else {
      return Reading(problems: decoding.problems + [unknown(file)])
    }
    if text.first(where: { $0 > ASCII.blank }) == UInt8(ascii: "<") {
      return OTranscribeReader.reading(of: text, format, file, decoding, options)
    }
    let note = IntakeProblem(file: file.name, "The file holds the words without times or speakers.", .note)
    var reading = TranscriptDraft(
      file: file, format: format, bytes: CanonicalText(text).bytes, problems: decoding.problems + [note]
    ).reading(options)
    reading.encoding = decoding.encoding
    return reading
  }

  private func breaksOff(_ file: SourceFile, _ line: Int) -> IntakeProblem {
    IntakeProblem(
      file: file.name, line: line, "The file is damaged or cut off here; what stands before it was read.", .warning,
      hint: "Export it again from the program it comes from.")
  }

  private func broken(_ file: SourceFile, _ line: Int) -> IntakeProblem {
    IntakeProblem(
      file: file.name, line: line, "'\(file.shortName)' is no JSON, or is damaged or cut off here.", .refused,
      hint: "Export it again from the program it comes from.")
  }

  private func unknown(_ file: SourceFile) -> IntakeProblem {
    IntakeProblem(
      file: file.name,
      "'\(file.shortName)' holds no transcript: there are no words under 'segments' (Whisper, WhisperX, Amberscript), "
        + "'transcription', 'chunks', 'utterances', 'results' or 'text'.",
      .refused, hint: "Export the transcript as .srt, .vtt or .docx and import that.")
  }
}
