/// Translates between the two ways to count positions in one text: UTF-8 bytes (inside) and Unicode code points (at the border).
public struct TextPositions: Sendable {
  private let bytes: [UInt8]
  /// The byte offset of every 256th code point, so that a translation walks at most 256 code points.
  private let marks: [Int]
  private static let stride = 256
  public let codePointCount: Int

  public init(_ text: String) {
    bytes = Array(text.utf8)
    var marks: [Int] = []
    var points = 0
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if points % Self.stride == 0 { marks.append(offset) }
      points += 1
    }
    self.marks = marks
    codePointCount = points
  }

  public var byteCount: Int { bytes.count }

  /// The byte offset of a code point offset; nil outside 0...codePointCount.
  public func byte(ofCodePoint point: Int) -> Int? {
    guard point >= 0, point <= codePointCount else { return nil }
    guard point < codePointCount else { return bytes.count }
    var offset = marks[point / Self.stride]
    var left = point % Self.stride
    while left > 0 {
      offset += 1
      if bytes[offset] & 0xC0 != 0x80 { left -= 1 }
    }
    return offset
  }

  /// The code point offset of a byte offset; nil outside the text or inside a character.
  public func codePoint(ofByte offset: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count else { return nil }
    guard offset < bytes.count else { return codePointCount }
    guard bytes[offset] & 0xC0 != 0x80 else { return nil }
    var low = 0
    var high = marks.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if marks[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    var point = low * Self.stride
    for index in marks[low]..<offset where bytes[index] & 0xC0 != 0x80 { point += 1 }
    return point
  }

  /// The words of a span given in bytes, as far as the text goes.
  public func text(of span: TextSpan) -> String {
    let start = min(max(0, span.start), bytes.count)
    let end = max(start, min(bytes.count, span.end))
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
