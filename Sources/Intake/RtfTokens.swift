/// Walks through RTF in memory in one pass: groups, control words, and the bytes of the text.
struct RtfTokens {
  enum Token: Equatable {
    case open
    case close
    /// A control word without its backslash, and its number.
    case word(String, Int?)
    /// A backslash with a sign that is no letter: `\~`.
    case symbol(UInt8)
    /// A byte in the current code page, as it stands or as `\'e9`; line ends are none.
    case byte(UInt8)
  }

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "{"): return .open
      case UInt8(ascii: "}"): return .close
      case UInt8(ascii: "\\"): return control()
      case ASCII.carriageReturn, ASCII.lineFeed, 0: continue
      default: return .byte(byte)
      }
    }
    return nil
  }

  private mutating func control() -> Token? {
    guard at < bytes.count else { return nil }
    guard Self.isLetter(bytes[at]) else {
      let sign = bytes[at]
      at += 1
      return sign == UInt8(ascii: "'") ? hexadecimal() : .symbol(sign)
    }
    let start = at
    while at < bytes.count, Self.isLetter(bytes[at]) { at += 1 }
    let word = String(decoding: bytes[start..<min(at, start + 32)], as: UTF8.self)
    let number = number()
    if at < bytes.count, bytes[at] == ASCII.blank { at += 1 }
    if word == "bin" { at += min(max(number ?? 0, 0), bytes.count - at) }
    return .word(word, number)
  }

  /// Bounded: more digits than any word has count no further.
  private mutating func number() -> Int? {
    var next = at
    let isNegative = next < bytes.count && bytes[next] == ASCII.dash
    if isNegative { next += 1 }
    guard next < bytes.count, ASCII.isDigit(bytes[next]) else { return nil }
    var value = 0
    while next < bytes.count, ASCII.isDigit(bytes[next]) {
      if value < 1_000_000_000 { value = value * 10 + Int(bytes[next] - 0x30) }
      next += 1
    }
    at = next
    return isNegative ? -value : value
  }

  private mutating func hexadecimal() -> Token? {
    var value: UInt8 = 0
    var digits = 0
    while digits < 2, at < bytes.count, let digit = Self.digit(bytes[at]) {
      value = value << 4 | digit
      digits += 1
      at += 1
    }
    return digits == 2 ? .byte(value) : .symbol(UInt8(ascii: "'"))
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    if ASCII.isDigit(byte) { return byte - 0x30 }
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
