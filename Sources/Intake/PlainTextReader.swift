/// Reads plain text and Markdown: `Name: words` lines, times, and front matter between `---` lines.
struct PlainTextReader: TranscriptReader {
  static let text = PlainTextReader(format: "txt", endings: ["txt", "text"])
  static let markdown = PlainTextReader(format: "md", endings: ["md", "markdown"])

  let format: String
  let endings: [String]

  /// Any text may be meant: only the ending tells.
  func recognises(_ bytes: [UInt8]) -> Bool { false }

  func read(_ file: SourceFile, _ options: ReadingOptions) -> Reading {
    let decoding = TextDecoding(file, keepsPages: options.joinsLines)
    if decoding.problems.refuse { return Reading(problems: decoding.problems) }
    var reading = TranscriptDraft(file: file, format: format, bytes: decoding.bytes, problems: decoding.problems)
      .reading(options)
    reading.encoding = decoding.encoding
    if !reading.problems.refuse, ChatLog.opens(decoding.bytes) { reading.problems.append(ChatLog.note(on: file)) }
    return reading
  }
}
