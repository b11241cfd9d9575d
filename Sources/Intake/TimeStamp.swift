/// A time as transcribers write it: `[00:12:31]`, `(12:31)`, `00:12:31`, `#00:12:31-4#`, `[00:00:05 - 00:00:09]`, `¤<62150>`.
struct TimeStamp: Equatable {
  enum Frame { case bare, brackets, hashes }

  var seconds: Double
  /// One past its last byte.
  var end: Int
  var frame: Frame
  /// With hours or in a frame; `10:30` by itself may be what someone says.
  var isClear: Bool

  /// Reads the stamp that begins at `start`, nil where none does.
  ///
  /// A range gives its beginning.
  init?(_ bytes: [UInt8], at start: Int, to limit: Int) {
    guard start < limit else { return nil }
    let opening = bytes[start]
    if opening == 0xC2 {
      guard let stamp = Self.transana(bytes, at: start, to: limit) else { return nil }
      self = stamp
      return
    }
    frame = opening == ASCII.hash ? .hashes : ASCII.isDigit(opening) ? .bare : .brackets
    guard let closing = Self.closing[opening] ?? (frame == .bare ? 0 : nil) else { return nil }
    var clock = Clock(bytes: bytes, at: frame == .bare ? start : start + 1, limit: limit)
    guard let first = clock.time() else { return nil }
    seconds = first
    isClear = frame != .bare || clock.parts == 3
    let beginning = clock
    clock.skipRange()
    if frame == .bare {
      if !clock.endsBare { clock = beginning }
      end = clock.at
      guard clock.endsBare else { return nil }
      return
    }
    guard clock.at < limit, bytes[clock.at] == closing else { return nil }
    end = clock.at + 1
  }

  private static let closing: [UInt8: UInt8] = [
    UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "("): UInt8(ascii: ")"), UInt8(ascii: "<"): UInt8(ascii: ">"),
    UInt8(ascii: "{"): UInt8(ascii: "}"), ASCII.hash: ASCII.hash,
  ]

  private init(seconds: Double, end: Int, frame: Frame) {
    self.seconds = seconds
    self.end = end
    self.frame = frame
    isClear = true
  }

  /// Transana's milliseconds behind a currency sign: `¤<62150>`.
  private static func transana(_ bytes: [UInt8], at start: Int, to limit: Int) -> TimeStamp? {
    guard start + 4 < limit, bytes[start + 1] == 0xA4, bytes[start + 2] == UInt8(ascii: "<") else { return nil }
    var at = start + 3
    var milliseconds = 0
    while at < limit, at < start + 13, ASCII.isDigit(bytes[at]) {
      milliseconds = milliseconds * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    guard at > start + 3, at < limit, bytes[at] == UInt8(ascii: ">") else { return nil }
    return TimeStamp(seconds: Double(milliseconds) / 1000, end: at + 1, frame: .brackets)
  }

  /// The times of a caption at the head of a line, as in `0:0:0.0 --> 0:0:3.580`; gives the first.
  static func timing(_ line: Range<Int>, in bytes: [UInt8]) -> TimeStamp? {
    guard let first = bytes[line].first, ASCII.isDigit(first), let timing = CueTiming(line, in: bytes) else {
      return nil
    }
    return TimeStamp(seconds: timing.start, end: timing.lastByte, frame: .bare)
  }

  /// The f4 stamp with which a line ends; it tells when the passage before it ends.
  static func f4(atEndOf line: Range<Int>, in bytes: [UInt8]) -> TimeStamp? {
    let end = bytes.trimmingBlanks(from: line.lowerBound, to: line.upperBound)
    guard end - line.lowerBound >= 6, bytes[end - 1] == ASCII.hash else { return nil }
    let earliest = max(line.lowerBound, end - 16)
    guard let opening = bytes[earliest..<end - 1].lastIndex(of: ASCII.hash) else { return nil }
    guard let stamp = TimeStamp(bytes, at: opening, to: end), stamp.end == end else { return nil }
    return stamp
  }

  private struct Clock {
    let bytes: [UInt8]
    var at: Int
    let limit: Int
    /// How many numbers with colons between them the last time had.
    var parts = 0

    /// `12:31`, `1:02:03`, with a fraction after a point, a comma or (f4) a dash; frames after a third colon are passed over.
    mutating func time() -> Double? {
      guard let first = number(atMost: 3), take(ASCII.colon), let second = number(exactly: 2) else { return nil }
      var total = Double(first * 60 + second)
      parts = 2
      if at < limit, bytes[at] == ASCII.colon {
        at += 1
        guard let third = number(exactly: 2) else { return nil }
        guard second < 60, third < 60 else { return nil }
        total = total * 60 + Double(third)
        parts = 3
        if at < limit, bytes[at] == ASCII.colon || bytes[at] == UInt8(ascii: ";") {
          at += 1
          guard number(exactly: 2) != nil else { return nil }
        }
      } else if second >= 60 {
        return nil
      }
      return total + fraction()
    }

    /// A bare time must not run on into a number; one of two parts is followed by a blank, a tab or the end of the line.
    var endsBare: Bool {
      guard at < limit else { return true }
      if bytes[at] == ASCII.blank || bytes[at] == ASCII.tab || bytes[at] == 0xC2 { return true }
      return parts == 3 && !ASCII.isDigit(bytes[at]) && bytes[at] != ASCII.colon
    }

    /// Past a second time, where one follows.
    mutating func skipRange() {
      let before = self
      var next = bytes.skippingBlanks(from: at, to: limit)
      let signs = next
      while next < limit, bytes[next] == ASCII.dash || bytes[next] == UInt8(ascii: ">") || bytes[next] >= 0x80 {
        next += 1
      }
      guard next > signs else { return }
      at = bytes.skippingBlanks(from: next, to: limit)
      if time() == nil { self = before }
    }

    private mutating func fraction() -> Double {
      guard at + 1 < limit, ASCII.isDigit(bytes[at + 1]) else { return 0 }
      guard bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ",") || bytes[at] == ASCII.dash else {
        return 0
      }
      at += 1
      var numerator = 0
      var denominator = 1
      while at < limit, ASCII.isDigit(bytes[at]), denominator < 1000 {
        numerator = numerator * 10 + Int(bytes[at] - 0x30)
        denominator *= 10
        at += 1
      }
      return Double(numerator) / Double(denominator)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
      guard at < limit, bytes[at] == byte else { return false }
      at += 1
      return true
    }

    private mutating func number(atMost digits: Int) -> Int? {
      var value = 0
      var taken = 0
      while at < limit, taken < digits, ASCII.isDigit(bytes[at]) {
        value = value * 10 + Int(bytes[at] - 0x30)
        at += 1
        taken += 1
      }
      return taken > 0 ? value : nil
    }

    private mutating func number(exactly digits: Int) -> Int? {
      let start = at
      guard let value = number(atMost: digits), at - start == digits else { return nil }
      return value
    }
  }
}
