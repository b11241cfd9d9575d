/// Changes files by chance, the same ones for the same seed: bits, blocks, numbers, words of the format, halves of two files.
public struct Mutation {
  /// No changed file has more bytes than this.
  public static let longest = 1 << 16

  public var generator: SeededGenerator
  /// Words that mean something in the format.
  public let words: [[UInt8]]

  private static let marks =
    Array("\u{0}\t\n\r \"&'()*,-./0:;<=>[\\]_{|}~\u{7F}".utf8) + [0x80, 0xAD, 0xC3, 0xE2, 0xF4, 0xFF]
  private static let numbers = [
    "-1", "0", "00", "1e308", "1e999", "-0.0", "65536", "2147483648", "4294967296", "9223372036854775807",
    "-9223372036854775808", "9223372036854775808", "99999999999999999999999", "0.00000001", "NaN",
  ].map { Array($0.utf8) }
  private static let letters = [
    "e\u{301}", "\u{AD}", "\u{A0}", "\u{200B}", "\u{2028}", "\u{FEFF}", "\u{202E}", "👩🏽‍🏫", "ﬁ", "İ", "ß", "\u{C}",
    "\u{FFFD}",
    "\u{1100}\u{1161}", "𝒜", "¤<62150>", "00:01:02", "#00:01:02-3#", "Anna: ", "\nI: ", "\n---\n",
  ].map { Array($0.utf8) }

  public init(seed: UInt64, words: [String]) {
    generator = SeededGenerator(seed: seed)
    self.words = words.map { Array($0.utf8) }
  }

  public mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(count, 1), using: &generator) }

  /// The bytes with one change to five; `other` is a file to splice them with.
  public mutating func changed(_ whole: [UInt8], other: [UInt8]) -> [UInt8] {
    var bytes = whole
    for _ in 0...below(5) {
      change(&bytes, other)
      if bytes.count > Self.longest { bytes.removeLast(bytes.count - Self.longest) }
    }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8], _ other: [UInt8]) {
    switch below(24) {
    case 0...2: if !bytes.isEmpty { bytes[below(bytes.count)] ^= 1 << UInt8(below(8)) }
    case 3...5: if !bytes.isEmpty { bytes[below(bytes.count)] = Self.marks[below(Self.marks.count)] }
    case 6: bytes.removeLast(bytes.count - below(bytes.count + 1))
    case 7, 8: bytes.removeSubrange(block(of: bytes))
    case 9...11: bytes.insert(contentsOf: Array(bytes[block(of: bytes)]), at: below(bytes.count + 1))
    case 12: repeatBlock(&bytes)
    case 13: splice(&bytes, other)
    case 14: bytes.insert(contentsOf: Array(other[block(of: other)]), at: below(bytes.count + 1))
    case 15, 16: changeNumber(&bytes)
    case 17, 18: bytes.insert(contentsOf: Self.letters[below(Self.letters.count)], at: below(bytes.count + 1))
    default: if !words.isEmpty { bytes.insert(contentsOf: words[below(words.count)], at: below(bytes.count + 1)) }
    }
  }

  /// Short blocks are as likely as long ones.
  private mutating func block(of bytes: [UInt8]) -> Range<Int> {
    let start = below(bytes.count + 1)
    return start..<min(bytes.count, start + below(1 << below(14)))
  }

  /// Shows what takes a time that grows with the square of the file.
  private mutating func repeatBlock(_ bytes: inout [UInt8]) {
    let block =
      below(2) == 0 && !words.isEmpty
      ? words[below(words.count)] : Array(bytes[block(of: bytes)].prefix(64))
    guard !block.isEmpty else { return }
    let times = 1 << below(17)
    var repeated: [UInt8] = []
    for _ in 0..<min(times, Self.longest / block.count) { repeated += block }
    bytes.insert(contentsOf: repeated, at: below(bytes.count + 1))
  }

  private mutating func splice(_ bytes: inout [UInt8], _ other: [UInt8]) {
    bytes.removeLast(bytes.count - below(bytes.count + 1))
    bytes += other[below(other.count + 1)...]
  }

  private mutating func changeNumber(_ bytes: inout [UInt8]) {
    let isDigit = { (byte: UInt8) in byte >= 0x30 && byte <= 0x39 }
    guard let start = bytes[below(bytes.count + 1)...].firstIndex(where: isDigit) else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: Self.numbers[below(Self.numbers.count)])
  }
}
