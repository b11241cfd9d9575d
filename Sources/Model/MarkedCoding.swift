/// A coding of one transcript with the mark by which it is the same coding in every copy of the study.
public struct MarkedCoding: Hashable, Sendable {
  /// 128 bits made by chance when the coding was put.
  public struct GUID: Hashable, Comparable, Sendable {
    public var high: UInt64
    public var low: UInt64

    public init(_ high: UInt64, _ low: UInt64) {
      self.high = high
      self.low = low
    }

    public static func < (left: Self, right: Self) -> Bool { (left.high, left.low) < (right.high, right.low) }
  }

  public var span: TextSpan
  /// The key of the code.
  public var code: String
  public var coder: String
  public var guid: GUID
  /// The version of the code's rules under which it was put, as its own copy counts them.
  public var version: Int

  public init(_ span: TextSpan, code: String, coder: String, guid: GUID, version: Int = 1) {
    self.span = span
    self.code = code
    self.coder = coder
    self.guid = guid
    self.version = version
  }

  /// What makes two codings the same in content: words, code and coder.
  public struct Place: Hashable, Comparable, Sendable {
    public var span: TextSpan
    public var code: String
    public var coder: String

    public static func < (left: Self, right: Self) -> Bool {
      (left.span.start, left.span.end, left.code, left.coder)
        < (right.span.start, right.span.end, right.code, right.coder)
    }
  }

  public var place: Place { Place(span: span, code: code, coder: coder) }
}
