/// One look over bytes that may be UTF-8: is it, and what must change before it is canonical text.
struct UTF8Survey: Equatable {
  /// Bytes that belong to no character, and where the first one is.
  var broken = 0
  var firstBroken: Int?
  /// Well-formed characters outside ASCII.
  var characters = 0
  /// Control characters but tab and line ends, and U+FFFE and U+FFFF: illegal in XML.
  var controls = 0
  /// A line end other than LF.
  var hasOtherLineEnds = false
  /// A character that may not be in normal form C.
  var mayCompose = false
  /// UTF-8 that was once read as Windows-1252 (`Ã©`), and where it first shows.
  var garbled = 0
  var firstGarbled: Int?

  var isCanonical: Bool { broken == 0 && controls == 0 && !hasOtherLineEnds && !mayCompose }

  init(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { raw in
      var at = 0
      while at < raw.count {
        at = Self.skipPlain(raw, from: at)
        guard at < raw.count else { break }
        let byte = raw[at]
        if byte < 0x80 {
          noteASCII(byte)
          at += 1
        } else {
          at += noteCharacter(raw, at: at)
        }
      }
    }
    if let first = firstBroken { firstBroken = first + bytes.startIndex }
    if let first = firstGarbled { firstGarbled = first + bytes.startIndex }
  }

  /// Past printable ASCII, eight bytes at a time.
  @inline(__always)
  private static func skipPlain(_ raw: UnsafeRawBufferPointer, from start: Int) -> Int {
    var at = start
    while at + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      // A high bit here means: not ASCII, below 0x20, or 0x7F.
      let odd = word | (word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101)
      if odd & 0x8080_8080_8080_8080 != 0 { break }
      at += 8
    }
    while at < raw.count, raw[at] &- 0x20 < 0x5F { at += 1 }
    return at
  }

  @inline(__always)
  private mutating func noteASCII(_ byte: UInt8) {
    switch byte {
    case ASCII.lineFeed, ASCII.tab: return
    case ASCII.carriageReturn, 0x0B, 0x0C: hasOtherLineEnds = true
    default: controls += 1
    }
  }

  /// Takes in the character that starts here and gives its length, 1 where there is none.
  private mutating func noteCharacter(_ raw: UnsafeRawBufferPointer, at start: Int) -> Int {
    guard let (scalar, length) = Self.scalar(raw, at: start) else {
      broken += 1
      if firstBroken == nil { firstBroken = start }
      return 1
    }
    characters += 1
    switch scalar {
    case 0x85, 0x2028, 0x2029: hasOtherLineEnds = true
    case 0x80...0x9F, 0xFFFE, 0xFFFF: controls += 1
    case 0xC3 where start + 2 < raw.count && raw[start + 2] >= 0x80, 0xE2 where Self.isEuro(raw, at: start + 2):
      garbled += 1
      if firstGarbled == nil { firstGarbled = start }
    case 0..<0x300, 0x2002...0x20CF, 0x1F000...0x1FAFF: break
    default: mayCompose = true
    }
    return length
  }

  private static func isEuro(_ raw: UnsafeRawBufferPointer, at start: Int) -> Bool {
    start + 2 < raw.count && raw[start] == 0xE2 && raw[start + 1] == 0x82 && raw[start + 2] == 0xAC
  }

  /// The character that starts here and its length in bytes; nil where it is not well-formed.
  private static func scalar(_ raw: UnsafeRawBufferPointer, at start: Int) -> (UInt32, Int)? {
    let lead = raw[start]
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, start + length <= raw.count else { return nil }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      guard raw[start + offset] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(raw[start + offset] & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else { return nil }
    return (value, length)
  }
}
