/// A mark of 128 bits that stays with a code, a case, a coder, a transcript or a coding wherever it goes.
public struct GUID: Hashable, Sendable {
  public var high: UInt64
  public var low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads `8-4-4-4-12` hexadecimal digits in capitals or small letters, bare or in braces; nil for anything else.
  public init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)
    if bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") { bytes = Array(bytes.dropFirst().dropLast()) }
    guard bytes.count == 36 else { return nil }
    var halves: (UInt64, UInt64) = (0, 0)
    var digits = 0
    for (place, byte) in bytes.enumerated() {
      if Self.dashes.contains(place) {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      if digits < 16 { halves.0 = halves.0 << 4 | UInt64(digit) } else { halves.1 = halves.1 << 4 | UInt64(digit) }
      digits += 1
    }
    self.init(high: halves.0, low: halves.1)
  }

  /// The same for the same words, so that what has no mark of its own gets the same one each time.
  ///
  /// FNV-1a of 128 bits (G. Fowler, L. C. Noll, P. Vo, 1991); no two of the things in a study come to one by chance.
  public init(of words: String) {
    var hash = Self.basis
    for byte in words.utf8 {
      hash ^= UInt128(byte)
      hash = hash &* Self.prime
    }
    self.init(high: UInt64(truncatingIfNeeded: hash >> 64), low: UInt64(truncatingIfNeeded: hash))
  }

  /// In capitals, without braces.
  public var text: String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for place in 0..<32 {
      if [8, 12, 16, 20].contains(place) { bytes.append(UInt8(ascii: "-")) }
      let half = place < 16 ? high : low
      bytes.append(digits[Int(half >> UInt64(60 - place % 16 * 4) & 15)])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let dashes: Set<Int> = [8, 13, 18, 23]
  private static let basis: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
  private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B
}
