public import Model

/// A keyword in its context.
public struct KwicLine: Hashable, Sendable {
  /// White space is one space; where a space touches the keyword it is kept, so that the three parts joined read as the text.
  public var left: String
  public var keyword: String
  public var right: String
  /// The keyword in bytes of the text.
  public var span: TextSpan

  public init(left: String, keyword: String, right: String, span: TextSpan) {
    self.left = left
    self.keyword = keyword
    self.right = right
    self.span = span
  }
}

/// Keyword in context: each hit on a line, with what stands before and after it.
public enum Kwic {
  /// One line a hit, with at most `width` characters on either side, cut between words.
  ///
  /// Hits are bytes of the text.
  public static func lines(in text: String, hits: [TextSpan], width: Int) -> [KwicLine] {
    var text = text
    return text.withUTF8 { bytes in
      hits.filter { $0.start >= 0 && $0.start <= $0.end && $0.end <= bytes.count }.map { hit in
        KwicLine(
          left: left(of: hit.start, in: bytes, width: width),
          keyword: spaced(bytes[hit.start..<hit.end]),
          right: right(of: hit.end, in: bytes, width: width), span: hit)
      }
    }
  }

  private static func left(of end: Int, in bytes: UnsafeBufferPointer<UInt8>, width: Int) -> String {
    var start = max(0, end - reach(width))
    while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    let text = spaced(bytes[start..<end])
    let cut = text.suffix(max(0, width))
    guard start > 0 || cut.startIndex > text.startIndex else { return String(trimmingFront(cut)) }
    let isWhole = cut.startIndex > text.startIndex && text[text.index(before: cut.startIndex)] == " "
    return String(trimmingFront(isWhole ? cut : cut.drop { $0 != " " }))
  }

  private static func right(of start: Int, in bytes: UnsafeBufferPointer<UInt8>, width: Int) -> String {
    var end = min(bytes.count, start + reach(width))
    while end < bytes.count, end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let text = spaced(bytes[start..<end])
    var cut = text.prefix(max(0, width))
    if end < bytes.count || cut.endIndex < text.endIndex {
      let isWhole = cut.endIndex < text.endIndex && text[cut.endIndex] == " "
      if !isWhole { while let last = cut.last, last != " " { cut.removeLast() } }
    }
    while cut.last == " " { cut.removeLast() }
    return String(cut)
  }

  /// In bytes: enough for so many characters and some white space.
  private static func reach(_ width: Int) -> Int { min(max(0, width), 10_000) * 8 + 16 }

  private static func trimmingFront(_ text: Substring) -> Substring { text.drop { $0 == " " } }

  private static func spaced(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var result = ""
    var wasSpace = false
    for character in String(decoding: bytes, as: UTF8.self) {
      let isSpace = character.isWhitespace
      if !(isSpace && wasSpace) { result.append(isSpace ? " " : character) }
      wasSpace = isSpace
    }
    return result
  }
}
