/// The bytes that mean something to a reader.
enum ASCII {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let blank = UInt8(ascii: " ")
  static let colon = UInt8(ascii: ":")
  static let hash = UInt8(ascii: "#")
  static let dash = UInt8(ascii: "-")
  static let star = UInt8(ascii: "*")
  static let underscore = UInt8(ascii: "_")
  static let open = UInt8(ascii: "[")
  static let close = UInt8(ascii: "]")

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

extension [UInt8] {
  /// Past blanks, tabs and no-break spaces, up to `end`.
  func skippingBlanks(from start: Int, to end: Int) -> Int {
    var at = start
    while at < end {
      if self[at] == ASCII.blank || self[at] == ASCII.tab {
        at += 1
      } else if self[at] == 0xC2, at + 1 < end, self[at + 1] == 0xA0 {
        at += 2
      } else {
        break
      }
    }
    return at
  }

  /// Past white space and line ends, up to `end`.
  func skippingSpace(from start: Int, to end: Int) -> Int {
    var at = skippingBlanks(from: start, to: end)
    while at < end, self[at] == ASCII.lineFeed { at = skippingBlanks(from: at + 1, to: end) }
    return at
  }

  /// The end of a stretch without the blanks at its end.
  func trimmingBlanks(from start: Int, to end: Int) -> Int {
    var at = end
    while at > start {
      if self[at - 1] == ASCII.blank || self[at - 1] == ASCII.tab || self[at - 1] == ASCII.lineFeed {
        at -= 1
      } else if self[at - 1] == 0xA0, at - 2 >= start, self[at - 2] == 0xC2 {
        at -= 2
      } else {
        break
      }
    }
    return at
  }

  /// Where the line that starts here ends: at its line feed or at the end of the text.
  func lineEnd(from start: Int) -> Int {
    var at = start
    while at < count, self[at] != ASCII.lineFeed { at += 1 }
    return at
  }

  /// The number, from 1, of the line on which an offset lies.
  func lineNumber(at offset: Int) -> Int {
    var number = 1
    for byte in self[..<Swift.min(offset, count)] where byte == ASCII.lineFeed { number += 1 }
    return number
  }

  func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
