/// A range of UTF-8 byte offsets into the text of one transcript, end exclusive.
public struct TextSpan: Hashable, Sendable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  public var length: Int { end - start }

  /// Two spans overlap when they share at least one byte: 3..7 and 7..9 do not.
  public func overlaps(_ other: TextSpan) -> Bool { max(start, other.start) < min(end, other.end) }

  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  public func intersection(_ other: TextSpan) -> TextSpan? {
    let common = TextSpan(max(start, other.start), min(end, other.end))
    return common.start < common.end ? common : nil
  }
}

extension TextSpan: Comparable {
  public static func < (a: TextSpan, b: TextSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
