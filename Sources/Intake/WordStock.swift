/// The words of a text and how often each stands in it: what decides how a broken word is written.
///
/// Words are compared in small letters. The halves of a word that is broken at a line end do not count.
struct WordStock {
  private struct Tally {
    var count = 0
    /// Begins with a small letter somewhere.
    var isSmall = false

    mutating func add(_ isSmall: Bool) {
      count += 1
      if isSmall { self.isSmall = true }
    }
  }

  private var words: [UInt64: Tally] = [:]
  private var heads: [UInt64: Int] = [:]

  init(_ bytes: [UInt8]) {
    var at = 0
    var isSecondHalf = false
    while at < bytes.count {
      guard let word = Self.word(from: &at, in: bytes) else { break }
      let isFirstHalf = Self.isBroken(after: word.upperBound, in: bytes)
      if !isFirstHalf, !isSecondHalf { count(word, in: bytes) }
      isSecondHalf = isFirstHalf
    }
  }

  private mutating func count(_ word: Range<Int>, in bytes: [UInt8]) {
    let isSmall = bytes[word.lowerBound] &- 0x61 < 26
    words[Self.key(bytes[word]), default: Tally()].add(isSmall)
    if let hyphen = bytes[word].firstIndex(of: ASCII.dash) {
      heads[Self.key(bytes[word.lowerBound..<hyphen]), default: 0] += 1
    }
  }

  /// How often a word stands in the text, given in pieces.
  func count(_ pieces: ArraySlice<UInt8>...) -> Int {
    var key = Self.seed
    for piece in pieces { Self.add(piece, to: &key) }
    return words[key]?.count ?? 0
  }

  /// Whether a word stands in the text with a small letter too, so that a capital shows where a sentence begins.
  func isWrittenSmall(_ word: ArraySlice<UInt8>) -> Bool { words[Self.key(word)]?.isSmall ?? false }

  /// How often words begin so before a hyphen: `vo` of `vo-scholen`.
  func headCount(_ head: ArraySlice<UInt8>) -> Int { heads[Self.key(head)] ?? 0 }

  /// The next word: letters, digits, and hyphens and apostrophes between them.
  static func word(from at: inout Int, in bytes: [UInt8]) -> Range<Int>? {
    while at < bytes.count, letter(at: at, in: bytes) == 0 { at += 1 }
    guard at < bytes.count else { return nil }
    let start = at
    while at < bytes.count {
      let length = letter(at: at, in: bytes)
      let sign = length == 0 ? joint(at: at, in: bytes) : 0
      guard length + sign > 0 else { break }
      if length == 0, letter(at: at + sign, in: bytes) == 0 { break }
      at += length + sign
    }
    return start..<at
  }

  /// The length in bytes of a letter or digit; 0 where none stands.
  static func letter(at offset: Int, in bytes: [UInt8]) -> Int {
    guard offset < bytes.count else { return 0 }
    let byte = bytes[offset]
    if byte < 0x80 { return ASCII.isDigit(byte) || (byte | 0x20) &- 0x61 < 26 ? 1 : 0 }
    // No-break spaces, quotes, dashes and other signs of C2 and E2 are no letters; ª, µ and º are.
    if byte == 0xC2 {
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      return next == 0xAA || next == 0xB5 || next == 0xBA ? 2 : 0
    }
    if byte == 0xE2 || byte == 0xE3 || byte & 0xC0 == 0x80 { return 0 }
    let isPrivate = byte == 0xEF && offset + 1 < bytes.count && bytes[offset + 1] < 0xAC || byte == 0xEE
    return isPrivate ? 0 : min(byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, bytes.count - offset)
  }

  private static func joint(at offset: Int, in bytes: [UInt8]) -> Int {
    let byte = bytes[offset]
    if byte == ASCII.dash || byte == UInt8(ascii: "'") { return 1 }
    if byte == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] == 0xAD { return 2 }
    let isQuote = byte == 0xE2 && offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x99
    return isQuote ? 3 : 0
  }

  private static func isBroken(after end: Int, in bytes: [UInt8]) -> Bool {
    let sign = LineShape.hyphen(from: end, in: bytes)
    guard sign > 0 else { return false }
    let next = bytes.skippingBlanks(from: end + sign, to: bytes.count)
    return next < bytes.count && bytes[next] == ASCII.lineFeed
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func key(_ word: ArraySlice<UInt8>) -> UInt64 {
    var key = seed
    add(word, to: &key)
    return key
  }

  /// FNV-1a (Fowler, Noll and Vo, 1991) over the small letters, without soft hyphens.
  private static func add(_ piece: ArraySlice<UInt8>, to key: inout UInt64) {
    var last: UInt8 = 0
    var at = piece.startIndex
    while at < piece.endIndex {
      var byte = piece[at]
      at += 1
      if byte == 0xC2, at < piece.endIndex, piece[at] == 0xAD {
        at += 1
        continue
      }
      if byte &- 0x41 < 26 || (last == 0xC3 && byte &- 0x80 < 0x1F && byte != 0x97) { byte += 0x20 }
      last = byte
      key = (key ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
  }
}
