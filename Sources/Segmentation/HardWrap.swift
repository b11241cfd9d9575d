import Model

/// Tells lines that were broken at a fixed width from lines that are paragraphs.
struct HardWrap {
  /// In code points: what mail programs and terminals break at.
  private static let widths = 50...120
  /// The widest line of the text, where none is too wide to have been wrapped.
  private let pageWidth: Int?

  init(_ text: Span<UInt8>) {
    var widest = 0
    var width = 0
    var offset = 0
    while offset < text.count, width <= Self.widths.upperBound {
      let byte = text[offset]
      if byte == Span.lineFeed {
        widest = max(widest, width)
        width = 0
      } else if byte & 0xC0 != 0x80 {
        width += 1
      }
      offset += 1
    }
    widest = max(widest, width)
    pageWidth = Self.widths.contains(widest) ? widest : nil
  }

  /// Whether the lines of a block, none of them blank, are one paragraph.
  ///
  /// Two lines are too few to show a width, so they are held against the whole page.
  func joins(_ block: [TextSpan], in text: Span<UInt8>) -> Bool {
    guard block.count > 1, block.allSatisfy({ $0.length <= 4 * Self.widths.upperBound }) else { return false }
    let widths = block.map { text.width(of: $0) }
    guard let widest = widths.max(), widest <= Self.widths.upperBound, runsOn(block, in: text) else { return false }
    if let pageWidth, fills(pageWidth, block, widths, in: text) { return true }
    return block.count > 2 && widest >= Self.widths.lowerBound && fills(widest, block, widths, in: text)
  }

  /// Four of five lines have no room for the first word of the next line.
  private func fills(_ width: Int, _ block: [TextSpan], _ widths: [Int], in text: Span<UInt8>) -> Bool {
    var full = 0
    for (number, next) in block.dropFirst().enumerated()
    where widths[number] + 1 + firstWord(of: next, in: text) > width { full += 1 }
    return full * 5 >= (block.count - 1) * 4
  }

  private func firstWord(of line: TextSpan, in text: Span<UInt8>) -> Int {
    let start = text.skippingWhiteSpace(from: line.start, before: line.end)
    var end = start
    while end < line.end, text.whiteSpace(at: end, before: line.end) == 0 { end += 1 }
    return text.width(of: TextSpan(start, end))
  }

  /// A quarter of the line ends stand in the middle of a sentence; where each line is a paragraph hardly one does.
  private func runsOn(_ block: [TextSpan], in text: Span<UInt8>) -> Bool {
    var inside = 0
    for (line, next) in zip(block, block.dropFirst())
    where !endsSentence(line, in: text) && beginsSmall(next, in: text) { inside += 1 }
    return inside * 4 >= block.count - 1
  }

  private func endsSentence(_ line: TextSpan, in text: Span<UInt8>) -> Bool {
    var end = line.end
    while end > line.start, SentenceCharacters.isClosing(text[end - 1]) { end -= 1 }
    guard end > line.start else { return true }
    if [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(text[end - 1]) {
      return true
    }
    return end - line.start > 2 && SentenceCharacters.endMark(in: text, at: end - 3, before: end) == 3
  }

  private func beginsSmall(_ line: TextSpan, in text: Span<UInt8>) -> Bool {
    let start = text.skippingWhiteSpace(from: line.start, before: line.end)
    guard start < line.end else { return false }
    return SentenceCharacters.opening(in: text, at: start, before: line.end) == nil
  }
}
