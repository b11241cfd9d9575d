/// Lines that nobody types on purpose: words and signs of the query language thrown together, bytes at random, and queries
/// in which something was lost, doubled or changed.
public struct QuerySoup {
  private static let pieces = [
    "A", "B", "=A", "any", "uncoded", "and", "or", "not", "overlapping", "within", "around", "before/2", "after/1",
    "near/3", "near/", "before/", "near", "matching", "where", "in", "not in", "sector", "role", "coder", "date",
    "case",
    "po", "5", "-1", "1,5", "2022-05-12", "=", "!=", "<", "<=", ">", ">=", "==", "!", "!ja", "(", ")", ",", "\"", "“",
    "”", "'", "*", "~", "~ach", "leer*", "=één", "ja", "é", "\u{301}", "ﬁ", "🙂", "\u{0}", "\n", "\t", "\u{AD}",
    "\u{200B}", "\u{FEFF}", "\u{10FFFF}", "-", "—", "…", "@", "@x", ";", "--", "/*", "^", ":", "words:", "+", "NEAR(",
    "AND", "OR", "NOT", "{", "}", "[", "%", "_", "?", "?1", "$a", "\\", "/", "near/999999999999999999999", "''", "\"\"",
    "één-op-één", "zo'n", "vmbo-t",
  ]

  private static let queries = [
    "A matching ja where sector = po and role = teacher", "A and not (B or =A)", "any near/3 (A within B)",
    "matching \"kleine groep*\" or ~groepje", "matching (toets or cijfer) near/5 (leerling or klas)",
    "where sector not in (po, so) or not leerlingen >= 700", "uncoded where coder != Kim",
    "matching leer* !leerling not =één", "\"a b\" before/2 \"any\"", "where date >= 2022-05-01 and case = \"c 1\"",
  ]

  private var random: SeededGenerator

  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  public mutating func line() -> String {
    switch number(0...9) {
    case 0: bytes()
    case 1...5: tokens()
    case 6: String(repeating: tokens() + " ", count: number(2...9))
    default: changed()
    }
  }

  private mutating func tokens() -> String {
    let blank = number(0...3) == 0 ? "" : " "
    return (0..<number(0...number(1...14))).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined(
      separator: blank)
  }

  private mutating func bytes() -> String {
    let highest = UInt8(number(0...1) == 0 ? 0x7F : 0xFF)
    let bytes = (0..<number(0...40)).map { _ in UInt8.random(in: 0...highest, using: &random) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A query with some changes of a character or a piece.
  private mutating func changed() -> String {
    var line = Array((Self.queries.randomElement(using: &random) ?? "").unicodeScalars)
    for _ in 0..<number(0...3) where !line.isEmpty {
      let place = number(0...line.count - 1)
      let piece = Array((Self.pieces.randomElement(using: &random) ?? "").unicodeScalars)
      switch number(0...4) {
      case 0: line.remove(at: place)
      case 1: line.insert(contentsOf: piece, at: place)
      case 2: line.replaceSubrange(place..<min(line.count, place + number(1...6)), with: piece)
      case 3: line.swapAt(place, number(0...line.count - 1))
      default: line.insert(contentsOf: line[place..<min(line.count, place + number(1...12))], at: number(0...place))
      }
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: line)
    return text
  }
}
