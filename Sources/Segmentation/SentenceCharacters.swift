/// The characters that end a sentence, close it and open the next one.
enum SentenceCharacters {
  /// What the first character after a sentence is.
  enum Opening { case letter, digit, quote, bracket, dash }

  /// The length in bytes of a `.`, `!`, `?` or `…` at an offset; 0 where there is none.
  static func endMark(in text: Span<UInt8>, at offset: Int, before end: Int) -> Int {
    switch text[offset] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return 1
    case 0xE2 where offset + 2 < end: return text[offset + 1] == 0x80 && text[offset + 2] == 0xA6 ? 3 : 0
    default: return 0
    }
  }

  /// Straight quotes and brackets that may follow the end mark.
  static func isClosing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): true
    default: false
    }
  }

  /// The offset after the closing quotes and brackets that begin at an offset.
  static func skippingClosings(in text: Span<UInt8>, from start: Int, before end: Int) -> Int {
    var offset = start
    while offset < end {
      if isClosing(text[offset]) {
        offset += 1
      } else if text[offset] == 0xC2, offset + 1 < end, text[offset + 1] == 0xBB {
        offset += 2
      } else if text[offset] == 0xE2, offset + 2 < end, text[offset + 1] == 0x80, isCurly(text[offset + 2]) {
        offset += 3
      } else {
        return offset
      }
    }
    return end
  }

  /// What can open a sentence; nil for a small letter and all other characters.
  static func opening(in text: Span<UInt8>, at offset: Int, before end: Int) -> Opening? {
    switch text[offset] {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return .digit
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .quote
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return .bracket
    case UInt8(ascii: "-"): return .dash
    case ..<0x80: return nil
    default: return text.scalar(at: offset, before: end).flatMap(opening)
    }
  }

  private static func opening(_ scalar: Unicode.Scalar) -> Opening? {
    switch scalar.value {
    case 0xAB, 0x2018...0x201F, 0x2039: return .quote
    case 0x2010...0x2015: return .dash
    default: return scalar.properties.isAlphabetic && !scalar.properties.isLowercase ? .letter : nil
    }
  }

  /// The last byte of a curly or angled quote in U+2018 to U+203A.
  private static func isCurly(_ last: UInt8) -> Bool { (0x98...0x9F).contains(last) || last == 0xBA }
}
