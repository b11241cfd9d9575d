/// Reads SRT subtitles; a label `Name:` holds until the next one.
struct SubRipReader: TranscriptReader {
  let format = "srt"
  let endings = ["srt"]

  /// A number, and a line with two times below it.
  func recognises(_ bytes: [UInt8]) -> Bool {
    var lines = bytes.prefix(200).split { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn }.prefix(2).map(Array.init)
    if let first = lines.first, first.starts(with: [0xEF, 0xBB, 0xBF]) { lines[0] = Array(first[3...]) }
    guard lines.count == 2, !lines[0].isEmpty, lines[0].allSatisfy(ASCII.isDigit) else { return false }
    return CueTiming(0..<lines[1].count, in: lines[1]) != nil
  }

  func read(_ file: SourceFile, _ options: ReadingOptions) -> Reading {
    let decoding = TextDecoding(file)
    if decoding.problems.refuse { return Reading(problems: decoding.problems) }
    let sheet = CueSheet(decoding.bytes, hasBlocks: false)
    return CaptionDraft(file: file, format: format, decoding: decoding, sheet: sheet).reading(options)
  }
}
