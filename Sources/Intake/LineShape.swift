/// What the head and the tail of a line tell about whether it goes on in the next.
struct LineShape {
  /// Without the blanks around it.
  let words: Range<Int>
  /// Begins with a small letter, after opening quotes and parentheses.
  let beginsSmall: Bool
  /// Ends with a point, a question mark, a colon and the like, before closing quotes; three points leave it open.
  let endsSentence: Bool
  /// An item of a list, a numbered heading or a time: begins a line of its own.
  let opensItem: Bool
  /// A row of a table or a heading of Markdown: never joined to anything.
  let standsAlone: Bool
  /// All in parentheses, as `(lacht)`.
  let isAside: Bool
  /// Has no letters and ends no sentence, as a rule or the numbers of a figure: no part of a sentence.
  let isNumbers: Bool
  /// Ends with the time that ends a passage.
  let endsPassage: Bool
  /// The blanks before the words, in bytes.
  let indent: Int
  /// In code points.
  let width: Int
  let firstWordWidth: Int
  /// Of words, as they stand between blanks.
  let count: Int

  /// Looks at a line with words, given without its line feed; `label` is where the words of a turn begin in it.
  init(_ line: Range<Int>, label: Int? = nil, in bytes: [UInt8]) {
    let start = bytes.skippingBlanks(from: line.lowerBound, to: line.upperBound)
    let end = bytes.trimmingBlanks(from: start, to: line.upperBound)
    words = start..<end
    let head = Self.firstLetter(words, in: bytes)
    beginsSmall = head.map { Self.isSmall(at: $0, to: end, in: bytes) } ?? false
    endsSentence = Self.endsSentence(words, in: bytes)
    opensItem = Self.item(words, in: bytes) || TimeStamp(bytes, at: start, to: end)?.isClear ?? false
    endsPassage = TimeStamp.f4(atEndOf: words, in: bytes) != nil
    standsAlone =
      Self.isMarkdown(bytes[start]) || Self.hasColumns(min(max(start, label ?? start), end)..<end, in: bytes)
    isAside = bytes[start] == UInt8(ascii: "(") && bytes[end - 1] == UInt8(ascii: ")")
    isNumbers = !endsSentence && !Self.hasLetter(words, in: bytes)
    indent = start - line.lowerBound
    width = bytes[words].count { $0 & 0xC0 != 0x80 }
    let blank = bytes[words].firstIndex { $0 <= ASCII.blank } ?? end
    firstWordWidth = bytes[start..<blank].count { $0 & 0xC0 != 0x80 }
    count = bytes[words].split { $0 <= ASCII.blank }.count
  }

  /// The length in bytes of a hyphen, a soft hyphen or the sign scanners make of one; 0 where none stands.
  static func hyphen(from offset: Int, in bytes: [UInt8]) -> Int {
    guard offset < bytes.count else { return 0 }
    if bytes[offset] == ASCII.dash { return 1 }
    if bytes[offset] == 0xC2, offset + 1 < bytes.count { return [0xAC, 0xAD].contains(bytes[offset + 1]) ? 2 : 0 }
    let isHyphen = bytes[offset] == 0xE2 && offset + 2 < bytes.count && bytes[offset + 1] == 0x80
    return isHyphen && (bytes[offset + 2] == 0x90 || bytes[offset + 2] == 0x91) ? 3 : 0
  }

  /// A byte that no word holds.
  static func isGap(_ byte: UInt8) -> Bool {
    byte <= ASCII.blank || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "\"")
  }

  private static func isMarkdown(_ byte: UInt8) -> Bool {
    byte == ASCII.hash || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ">")
  }

  private static func hasLetter(_ words: Range<Int>, in bytes: [UInt8]) -> Bool {
    words.contains { !ASCII.isDigit(bytes[$0]) && WordStock.letter(at: $0, in: bytes) > 0 }
  }

  /// A tab, or three blanks together.
  private static func hasColumns(_ words: Range<Int>, in bytes: [UInt8]) -> Bool {
    var blanks = 0
    for offset in words {
      if bytes[offset] == ASCII.tab { return true }
      blanks = bytes[offset] == ASCII.blank ? blanks + 1 : 0
      if blanks == 3 { return true }
    }
    return false
  }

  private static func firstLetter(_ words: Range<Int>, in bytes: [UInt8]) -> Int? {
    var at = words.lowerBound
    while at < words.upperBound {
      let quote = quote(at: at, to: words.upperBound, in: bytes)
      let isOpen = bytes[at] == UInt8(ascii: "(") || bytes[at] == ASCII.open
      guard quote > 0 || isOpen else { return at }
      at += max(quote, 1)
    }
    return nil
  }

  private static func isSmall(at offset: Int, to end: Int, in bytes: [UInt8]) -> Bool {
    if bytes[offset] < 0x80 { return bytes[offset] &- 0x61 < 26 }
    return String(decoding: bytes[offset..<min(offset + 4, end)], as: UTF8.self).unicodeScalars.first?.properties
      .isLowercase ?? false
  }

  /// Quotes of every kind: `'`, `"`, `‘’‚‛“”„`, `«»`.
  private static func quote(at offset: Int, to end: Int, in bytes: [UInt8]) -> Int {
    switch bytes[offset] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return 1
    case 0xC2: return offset + 1 < end && [0xAB, 0xBB].contains(bytes[offset + 1]) ? 2 : 0
    case 0xE2:
      return offset + 2 < end && bytes[offset + 1] == 0x80 && (0x98...0x9E).contains(bytes[offset + 2]) ? 3 : 0
    default: return 0
    }
  }

  private static func endsSentence(_ words: Range<Int>, in bytes: [UInt8]) -> Bool {
    var end = withoutFootnote(words, in: bytes)
    while end > words.lowerBound {
      let length = closing(before: end, from: words.lowerBound, in: bytes)
      guard length > 0 else { break }
      end -= length
    }
    end = withoutFootnote(words.lowerBound..<end, in: bytes)
    guard end > words.lowerBound else { return false }
    let last = bytes[end - 1]
    if last == UInt8(ascii: ".") { return !bytes[words.lowerBound..<end - 1].hasSuffix("..".utf8) }
    return [UInt8(ascii: "!"), UInt8(ascii: "?"), ASCII.colon, UInt8(ascii: ";")].contains(last)
  }

  /// The length of a closing quote, parenthesis or bracket that ends here.
  private static func closing(before end: Int, from start: Int, in bytes: [UInt8]) -> Int {
    if bytes[end - 1] == UInt8(ascii: ")") || bytes[end - 1] == ASCII.close { return 1 }
    return (1...3).first { end - $0 >= start && quote(at: end - $0, to: end, in: bytes) == $0 } ?? 0
  }

  /// The number of a footnote sticks to the point or the quote before it.
  private static func withoutFootnote(_ words: Range<Int>, in bytes: [UInt8]) -> Int {
    var mark = words.upperBound
    while mark > words.lowerBound, words.upperBound - mark < 3, ASCII.isDigit(bytes[mark - 1]) { mark -= 1 }
    guard mark < words.upperBound, mark - 2 >= words.lowerBound else { return words.upperBound }
    if bytes[mark - 1] == UInt8(ascii: ".") { return ASCII.isDigit(bytes[mark - 2]) ? words.upperBound : mark }
    return closing(before: mark, from: words.lowerBound, in: bytes) > 1 ? mark : words.upperBound
  }

  /// `•`, `-`, `o`, `1.`, `1.2`, `a)`, `(a)`, each with a blank behind it.
  private static func item(_ words: Range<Int>, in bytes: [UInt8]) -> Bool {
    let end = bytes[words].firstIndex { $0 == ASCII.blank || $0 == ASCII.tab } ?? words.upperBound
    guard end < words.upperBound, end - words.lowerBound <= 8 else { return false }
    let mark = bytes[words.lowerBound..<end]
    if mark.count == 1, mark[mark.startIndex] &- 0x61 < 26 {
      // Word has a bullet `o`, and scanners make an `e` of a round one.
      let next = bytes.skippingBlanks(from: end, to: words.upperBound)
      return mark.first == UInt8(ascii: "o") || (next < words.upperBound && bytes[next] &- 0x41 < 26)
    }
    if mark.allSatisfy({ $0 < 0x80 }) { return isNumbering(mark) }
    // A sign alone: bullets, arrows and dashes, and what symbol fonts have for them.
    return end - words.lowerBound <= 4 && WordStock.letter(at: words.lowerBound, in: bytes) == 0
      && quote(at: words.lowerBound, to: end, in: bytes) == 0 && mark.count { $0 & 0xC0 != 0x80 } == 1
      && !mark.elementsEqual("€".utf8)
  }

  private static func isNumbering(_ mark: ArraySlice<UInt8>) -> Bool {
    guard let first = mark.first, let last = mark.last else { return false }
    if mark.count == 1 { return [ASCII.dash, ASCII.star, UInt8(ascii: "+")].contains(first) }
    let closes = last == UInt8(ascii: ")") || last == UInt8(ascii: ".")
    let core = mark.drop { $0 == UInt8(ascii: "(") }.dropLast(closes ? 1 : 0)
    if ASCII.isDigit(first) {
      let points = core.count { $0 == UInt8(ascii: ".") }
      return core.allSatisfy { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
        && (points > 0 ? core.count <= 6 : closes && core.count <= 3)
    }
    guard closes, !core.isEmpty else { return false }
    // `A.` may be an initial.
    let isLetter =
      core.count == 1 && core.allSatisfy { $0 &- 0x61 < 26 || (last != UInt8(ascii: ".") && $0 &- 0x41 < 26) }
    return isLetter || core.allSatisfy { "ivx".utf8.contains($0) }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ suffix: String.UTF8View) -> Bool { self.suffix(suffix.count).elementsEqual(suffix) }
}
