import Model

/// The turns of a text in which nobody is named: its paragraphs.
///
/// Blank lines belong to the paragraph before them.
struct ParagraphTurns {
  private(set) var turns: [Turn] = []

  /// A paragraph is a line, or what stands between blank lines.
  init(_ bytes: [UInt8], byLine: Bool) {
    var start = 0
    var passageEnd: Double?
    while start < bytes.count {
      let words = bytes.skippingSpace(from: start, to: bytes.count)
      let end = Self.end(of: words, in: bytes, byLine: byLine)
      let span = TextSpan(start, bytes.skippingBlankLines(from: end))
      var turn = Turn(span: span, wordsStart: words, time: passageEnd)
      if let stamp = Self.stamp(at: words, to: end, in: bytes), Self.opens(stamp, paragraphEnd: end, bytes) {
        turn.time = stamp.seconds
        turn.wordsStart = bytes.skippingSpace(from: stamp.end, to: span.end)
      }
      passageEnd = Self.passageEnd(of: words..<end, in: bytes)
      turns.append(turn)
      start = span.end
    }
  }

  private static func stamp(at words: Int, to end: Int, in bytes: [UInt8]) -> TimeStamp? {
    TimeStamp.timing(words..<min(end, bytes.lineEnd(from: words)), in: bytes) ?? TimeStamp(bytes, at: words, to: end)
  }

  /// A stamp alone between hashes ends what came before, and `10:30` may be part of a sentence.
  private static func opens(_ stamp: TimeStamp, paragraphEnd end: Int, _ bytes: [UInt8]) -> Bool {
    let isAlone = bytes.trimmingBlanks(from: stamp.end, to: end) == stamp.end
    return stamp.frame == .hashes ? !isAlone : stamp.isClear || isAlone
  }

  /// One past the line feed with which the paragraph ends.
  private static func end(of words: Int, in bytes: [UInt8], byLine: Bool) -> Int {
    var at = words
    while at < bytes.count {
      at = min(bytes.lineEnd(from: at) + 1, bytes.count)
      if byLine { break }
      let next = bytes.skippingBlanks(from: at, to: bytes.count)
      if next == bytes.count || bytes[next] == ASCII.lineFeed { break }
    }
    return at
  }

  private static func passageEnd(of paragraph: Range<Int>, in bytes: [UInt8]) -> Double? {
    let last = bytes.trimmingBlanks(from: paragraph.lowerBound, to: paragraph.upperBound)
    return TimeStamp.f4(atEndOf: max(paragraph.lowerBound, last - 20)..<last, in: bytes)?.seconds
  }
}

extension [UInt8] {
  /// Past lines with nothing but blanks.
  fileprivate func skippingBlankLines(from start: Int) -> Int {
    var at = start
    while at < count {
      let next = skippingBlanks(from: at, to: count)
      if next == count { return count }
      guard self[next] == ASCII.lineFeed else { return at }
      at = next + 1
    }
    return at
  }
}
