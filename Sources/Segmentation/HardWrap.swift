import Model

/// Tells lines that were broken at a fixed width from lines that are paragraphs.
struct HardWrap {
  /// In code points: what mail programs and terminals break at.
  private static let widths = 50...120
  /// What a line can be that was wrapped at such a width in letters of unequal breadth.
  private static let widest = 140
  /// Of a hundred: letters of unequal breadth fill a line with fewer characters than another.
  private static let fullness = 86
  /// What the lines of the text keep to, where that is no more than a line can be that was wrapped.
  private let pageWidth: Int?

  init(_ text: Span<UInt8>) {
    var lines = Array(repeating: 0, count: Self.widest + 1)
    var width = 0
    func end() {
      if width > 0 { lines[min(width, Self.widest)] += 1 }
      width = 0
    }
    for offset in text.indices {
      let byte = text[offset]
      if byte == Span.lineFeed { end() } else if byte & 0xC0 != 0x80 { width += 1 }
    }
    end()
    let widest = Self.width(leaving: lines.reduce(0, +) / 25, of: lines)
    pageWidth = Self.widths.contains(widest) ? widest : nil
  }

  /// The width that all lines keep to but so many: a few headings and footnotes are wider than the page.
  private static func width(leaving count: Int, of lines: [Int]) -> Int {
    var left = count
    for width in lines.indices.reversed() {
      left -= lines[width]
      if left < 0 { return width }
    }
    return 0
  }

  /// Which lines of a block, none of them blank, begin a paragraph: indices, the first always among them.
  ///
  /// A line goes on in the next when that one's first word had no room on it, or when it stops in the middle of a
  /// sentence. Two lines are too few to show a width, so they are held against the whole page.
  func paragraphs(of block: [TextSpan], in text: Span<UInt8>) -> [Int] {
    guard block.count > 1, block.allSatisfy({ $0.length <= 4 * Self.widest }) else { return Array(block.indices) }
    let widths = block.map { text.width(of: $0) }
    let width = block.count > 2 ? widths.max() ?? 0 : pageWidth ?? 0
    guard width >= Self.widths.lowerBound, width <= Self.widest else { return Array(block.indices) }
    var runsOn = 0
    var starts = [0]
    for next in 1..<block.count {
      let stops = endsSentence(block[next - 1], in: text) || !beginsSmall(block[next], in: text)
      if !stops { runsOn += 1 }
      let isFull = (widths[next - 1] + 1 + firstWord(of: block[next], in: text)) * 100 > width * Self.fullness
      if !isFull, stops || widths[next - 1] * 2 < width { starts.append(next) }
    }
    // Where each line is a paragraph hardly one stops in the middle of a sentence, and few are as wide as the widest.
    let joined = block.count - starts.count
    return runsOn * 4 >= block.count - 1 && joined * 2 >= block.count - 1 ? starts : Array(block.indices)
  }

  private func firstWord(of line: TextSpan, in text: Span<UInt8>) -> Int {
    let start = text.skippingWhiteSpace(from: line.start, before: line.end)
    var end = start
    while end < line.end, text.whiteSpace(at: end, before: line.end) == 0 { end += 1 }
    return text.width(of: TextSpan(start, end))
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
