import Model

/// What segmentation asks of UTF-8 bytes. Offsets are bytes from the start of the text.
extension Span where Element == UInt8 {
  static var lineFeed: UInt8 { UInt8(ascii: "\n") }

  /// The length in bytes of the white space character at an offset; 0 where there is none.
  func whiteSpace(at offset: Int, before end: Int) -> Int {
    switch self[offset] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2 where offset + 1 < end: return self[offset + 1] == 0xA0 ? 2 : 0
    case 0xE2 where offset + 2 < end && self[offset + 1] == 0x80:
      let last = self[offset + 2]
      return (0x80...0x8B).contains(last) || last == 0xAF ? 3 : 0
    default: return 0
    }
  }

  /// The first offset from `start` that is not white space, or `end`.
  func skippingWhiteSpace(from start: Int, before end: Int) -> Int {
    var offset = start
    while offset < end {
      let length = whiteSpace(at: offset, before: end)
      guard length > 0 else { return offset }
      offset += length
    }
    return end
  }

  /// The start of the line that holds an offset, not before `first`.
  func lineStart(of offset: Int, notBefore first: Int) -> Int {
    var start = offset
    while start > first, self[start - 1] != Self.lineFeed { start -= 1 }
    return start
  }

  /// The offset of the line feed that ends a line, or `end`.
  func lineEnd(from start: Int, before end: Int) -> Int {
    var offset = start
    while offset < end, self[offset] != Self.lineFeed { offset += 1 }
    return offset
  }

  /// The number of Unicode code points in a span.
  func width(of span: TextSpan) -> Int {
    var points = 0
    for offset in span.start..<span.end where self[offset] & 0xC0 != 0x80 { points += 1 }
    return points
  }

  /// The character at an offset; nil where the bytes are no UTF-8.
  func scalar(at offset: Int, before end: Int) -> Unicode.Scalar? {
    let first = self[offset]
    guard first >= 0x80 else { return Unicode.Scalar(first) }
    guard first >= 0xC2, first < 0xF5 else { return nil }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + length <= end else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for next in 1..<length { value = value << 6 | UInt32(self[offset + next] & 0x3F) }
    return Unicode.Scalar(value)
  }
}
