/// How the characters of a text file were written as bytes.
public enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16 LE"
  case utf16BigEndian = "UTF-16 BE"
  case utf32LittleEndian = "UTF-32 LE"
  case utf32BigEndian = "UTF-32 BE"
  case windows1252 = "Windows-1252"
  case macRoman = "Mac Roman"
  case dos850 = "DOS 850"

  /// Whether a file in it can only be told by what its words look like.
  var isGuess: Bool { self == .windows1252 || self == .macRoman || self == .dos850 }

  /// The encoding that a byte order mark shows, and the length of the mark.
  static func marked(_ bytes: [UInt8]) -> (encoding: TextEncoding, mark: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32LittleEndian, 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// UTF-16 without a mark: Latin letters leave every other byte zero.
  ///
  /// Looks at the first 4096 bytes.
  static func guessedUTF16(_ bytes: [UInt8]) -> TextEncoding? {
    let pairs = min(bytes.count, 4096) / 2
    guard pairs > 0 else { return nil }
    var even = 0
    var odd = 0
    for pair in 0..<pairs {
      if bytes[pair * 2] == 0 { even += 1 }
      if bytes[pair * 2 + 1] == 0 { odd += 1 }
    }
    if odd * 5 >= pairs * 2, even * 50 <= pairs { return .utf16LittleEndian }
    if even * 5 >= pairs * 2, odd * 50 <= pairs { return .utf16BigEndian }
    return nil
  }

  /// The bytes as well-formed UTF-8; what belongs to no character becomes U+FFFD.
  func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    switch self {
    case .utf8: Array(String(decoding: bytes, as: UTF8.self).utf8)
    case .windows1252: Self.fromWindows1252(bytes)
    case .macRoman: Self.pages.mac?.utf8(Array(bytes)) ?? Self.fromWindows1252(bytes)
    case .dos850: Self.pages.dos?.utf8(Array(bytes)) ?? Self.fromWindows1252(bytes)
    case .utf16LittleEndian, .utf16BigEndian: fromUTF16(bytes)
    case .utf32LittleEndian, .utf32BigEndian: fromUTF32(bytes)
    }
  }

  private static let pages = (mac: CodePage(number: 10000), dos: CodePage(number: 850))

  private func fromUTF16(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let big = self == .utf16BigEndian
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2 + 1)
    var at = bytes.startIndex
    while at + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      units.append(big ? first << 8 | second : second << 8 | first)
      at += 2
    }
    if at < bytes.endIndex { units.append(0xFFFD) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private func fromUTF32(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let big = self == .utf32BigEndian
    var scalars = String.UnicodeScalarView()
    var at = bytes.startIndex
    while at < bytes.endIndex {
      var value: UInt32 = 0
      for offset in 0..<4 where at + offset < bytes.endIndex {
        value |= UInt32(bytes[at + offset]) << UInt32(big ? 24 - 8 * offset : 8 * offset)
      }
      let whole = at + 4 <= bytes.endIndex
      scalars.append(whole ? Unicode.Scalar(value) ?? "\u{FFFD}" : "\u{FFFD}")
      at += 4
    }
    return Array(String(scalars).utf8)
  }

  private static func fromWindows1252(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte < 0x80 {
        utf8.append(byte)
      } else {
        let value = byte < 0xA0 ? upperControls[Int(byte) - 0x80] : UInt16(byte)
        utf8.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
      }
    }
    return utf8
  }

  /// 0x80 to 0x9F; the five that mean nothing stay control characters.
  private static let upperControls: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]
}
