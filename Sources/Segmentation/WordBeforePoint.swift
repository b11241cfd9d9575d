/// What stands before a single point decides whether the point ends a sentence.
enum WordBeforePoint: Equatable {
  case word
  /// `bijv.`: the sentence goes on.
  case abbreviation
  /// `art. 3`: the sentence goes on before a number.
  case abbreviationBeforeNumber
  /// `enz.`: the sentence ends before a capital.
  case abbreviationThatMayEnd
  /// `J.P. de Vries`.
  case initial
  /// `2.` or `b.` at the start of a line.
  case listMark

  /// Looks at the word that ends at `point`, in a paragraph that begins at `start`.
  static func kind(in text: Span<UInt8>, point: Int, from start: Int) -> WordBeforePoint {
    var first = point
    while first > start, point - first <= longest, !endsWord(text, at: first - 1) { first -= 1 }
    let length = point - first
    guard length > 0, length <= longest else { return .word }
    if length <= 5, marksList(text, first: first, point: point, from: start) { return .listMark }
    if isInitial(text, first: first, point: point) { return .initial }
    guard length <= DutchAbbreviations.longest, !isAcronym(text, first: first, point: point) else { return .word }
    var packed: UInt64 = 0
    for offset in first..<point { packed = packed << 8 | UInt64(lower(text[offset])) }
    if let known = DutchAbbreviations.kinds[packed] { return known }
    return length > 1 && isChain(text, first: first, point: point) ? .abbreviation : .word
  }

  private static let longest = 16

  private static func lower(_ byte: UInt8) -> UInt8 { isCapital(byte) ? byte | 0x20 : byte }
  private static func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower(byte)) }

  /// White space, opening brackets and quotes, and the last byte of a curly quote, a `«` or a hard space.
  private static func endsWord(_ text: Span<UInt8>, at offset: Int) -> Bool {
    switch text[offset] {
    case ...0x20, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      return true
    case 0xA0, 0xAB: return offset > 0 && text[offset - 1] == 0xC2
    case 0x80...0xAF: return offset > 1 && text[offset - 2] == 0xE2 && text[offset - 1] == 0x80
    default: return false
    }
  }

  /// Digits and points (`2`, `3.1`) or one small letter, first on their line; inside a paragraph the line above must be finished.
  private static func marksList(_ text: Span<UInt8>, first: Int, point: Int, from start: Int) -> Bool {
    let digits = (first..<point).allSatisfy { isDigit(text[$0]) || text[$0] == UInt8(ascii: ".") }
    let numbered =
      digits && isDigit(text[first])
      && !(first..<point).contains { offset in
        offset + 3 <= point && (offset..<offset + 3).allSatisfy { isDigit(text[$0]) }
      }
    guard numbered || (point - first == 1 && isLetter(text[first]) && !isCapital(text[first])) else { return false }
    var before = first
    var newLine = false
    while before > start, text[before - 1] <= 0x20 {
      before -= 1
      newLine = newLine || text[before] == UInt8(ascii: "\n")
    }
    guard before > start else { return true }
    return newLine
      && [UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?")].contains(text[before - 1])
  }

  /// One capital, or capitals with points between them.
  private static func isInitial(_ text: Span<UInt8>, first: Int, point: Int) -> Bool {
    if text[first] >= 0x80, let scalar = text.scalar(at: first, before: point) {
      return scalar.properties.isUppercase && String(scalar).utf8.count == point - first
    }
    return isCapital(text[first]) && isChain(text, first: first, point: point)
  }

  /// Single letters with points between them: `m.b.t`.
  private static func isChain(_ text: Span<UInt8>, first: Int, point: Int) -> Bool {
    guard (point - first) % 2 == 1 else { return false }
    return (first..<point).allSatisfy { offset in
      (offset - first) % 2 == 0 ? isLetter(text[offset]) : text[offset] == UInt8(ascii: ".")
    }
  }

  /// Two or more capitals: the MR is a council, `mr.` a title.
  private static func isAcronym(_ text: Span<UInt8>, first: Int, point: Int) -> Bool {
    point - first > 1 && (first..<point).allSatisfy { isCapital(text[$0]) }
  }
}
