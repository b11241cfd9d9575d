/// Characters that stand for several letters; search takes them apart.
enum Ligature {
  /// The letters in ASCII, lower case: `ij` for U+0132 and U+0133, `ffi` for U+FB03.
  ///
  /// Nil for other characters.
  static func letters(of point: UInt32) -> StaticString? {
    switch point {
    case 0x132, 0x133: "ij"
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    case 0xFB05, 0xFB06: "st"
    default: nil
    }
  }
}

extension [UInt8] {
  mutating func append(letters: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: letters.utf8Start, count: letters.utf8CodeUnitCount))
  }

  /// Appends a code point as UTF-8.
  mutating func append(point: UInt32) {
    guard point >= 0x80 else { return append(UInt8(truncatingIfNeeded: point)) }
    if point < 0x800 {
      append(UInt8(truncatingIfNeeded: 0xC0 | point >> 6))
    } else {
      if point < 0x10000 {
        append(UInt8(truncatingIfNeeded: 0xE0 | point >> 12))
      } else {
        append(UInt8(truncatingIfNeeded: 0xF0 | point >> 18))
        append(UInt8(truncatingIfNeeded: 0x80 | (point >> 12 & 0x3F)))
      }
      append(UInt8(truncatingIfNeeded: 0x80 | (point >> 6 & 0x3F)))
    }
    append(UInt8(truncatingIfNeeded: 0x80 | (point & 0x3F)))
  }
}
