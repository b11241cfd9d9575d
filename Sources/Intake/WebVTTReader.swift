import Model

/// Reads WebVTT captions, as Zoom (`Name: words`), Teams (`<v Name>words</v>`) and others write them.
struct WebVTTReader: TranscriptReader {
  let format = "vtt"
  let endings = ["vtt"]

  func recognises(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[start...].starts(with: "WEBVTT".utf8)
  }

  func read(_ file: SourceFile, _ options: ReadingOptions) -> Reading {
    let decoding = TextDecoding(file)
    if decoding.problems.refuse { return Reading(problems: decoding.problems) }
    let sheet = CueSheet(decoding.bytes, hasBlocks: true)
    var draft = CaptionDraft(file: file, format: format, decoding: decoding, sheet: sheet)
    if let matter = frontMatter(of: sheet, in: decoding.bytes) { draft.frontMatter = matter }
    return draft.reading(options)
  }

  /// A first `NOTE` block of `key: value` lines, such as `case: School 1`; notes of programs are none.
  private func frontMatter(of sheet: CueSheet, in bytes: [UInt8]) -> FrontMatter? {
    let blocks = sheet.head.prefix(100).map { bytes.string($0) }.split { $0.allSatisfy(\.isWhitespace) }
    guard let note = blocks.dropFirst().first, let opening = note.first, opening.hasPrefix("NOTE") else { return nil }
    let lines = ([opening.dropFirst(4).trimmed] + note.dropFirst()).filter { !$0.allSatisfy(\.isWhitespace) }
    guard !lines.isEmpty, let matter = try? FrontMatter(yaml: lines.joined(separator: "\n"), firstLine: 1) else {
      return nil
    }
    let machine: Set<String> = [
      "confidence", "duration", "language", "recognizability", "source", "kind", "creator", "media",
    ]
    return matter.attributes.contains { machine.contains($0.name.lowercased()) } ? nil : matter
  }
}
