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

    /// Of sixteen bytes; what is missing is 0.
    public init(bytes: some Collection<UInt8>) {
      var halves: [UInt64] = [0, 0]
      for (place, byte) in bytes.prefix(16).enumerated() {
        halves[place / 8] |= UInt64(byte) << UInt64(8 * (place % 8))
      }
      self.init(halves[0], halves[1])
    }

    /// Of thirty-two hexadecimal digits; nil for anything else.
    public init?(hexadecimal digits: String) {
      var bytes: [UInt8] = []
      var high: UInt8?
      for digit in digits {
        guard let value = digit.hexDigitValue.map({ UInt8($0) }) else { return nil }
        if let first = high { bytes.append(first * 16 + value) }
        high = high == nil ? value : nil
      }
      guard bytes.count == 16, high == nil else { return nil }
      self.init(bytes: bytes)
    }

    /// Sixteen.
    public var bytes: [UInt8] {
      var bytes: [UInt8] = []
      for half in [high, low] {
        for place in UInt64(0)..<8 { bytes.append(UInt8(truncatingIfNeeded: half >> (8 * place))) }
      }
      return bytes
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
