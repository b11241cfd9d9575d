/// Reads files of oTranscribe: JSON with the text as HTML in it, its times as they are shown.
struct OTranscribeReader: TranscriptReader {
  let format = "otr"
  let endings = ["otr"]

  /// JSON that opens with a text that opens with a tag.
  func recognises(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let signs = bytes[start...].prefix(200).filter { $0 > ASCII.blank }
    return signs.starts(with: #"{"text":"<"#.utf8) || signs.starts(with: #"{"text":"\u003c"#.utf8)
  }

  func read(_ file: SourceFile, _ options: ReadingOptions) -> Reading {
    let decoding = TextDecoding(file)
    if decoding.problems.refuse { return Reading(problems: decoding.problems) }
    let content = SpeechJSON(decoding.bytes)
    guard let html = content.text else {
      let isBroken = content.brokenLine != nil
      return Reading(
        problems: decoding.problems + [
          IntakeProblem(
            file: file.name, line: content.brokenLine,
            isBroken
              ? "'\(file.shortName)' is no file of oTranscribe, or is damaged or cut off here."
              : "'\(file.shortName)' is no file of oTranscribe: it has no 'text'.",
            .refused, hint: "Export it from oTranscribe as 'oTranscribe format (.otr)' again.")
        ])
    }
    return Self.reading(of: html, format, file, decoding, options)
  }

  /// Reads the HTML that was in the file.
  static func reading(
    of html: [UInt8], _ format: String, _ file: SourceFile, _ decoding: TextDecoding, _ options: ReadingOptions
  ) -> Reading {
    let text = HtmlText(html)
    let draft = TranscriptDraft(
      file: file, format: format, bytes: text.bytes, boldNames: text.boldNames, unlabelled: .lines,
      problems: decoding.problems)
    var reading = draft.reading(options)
    reading.encoding = decoding.encoding
    return reading
  }
}
