/// A line that is nothing but the number of a page.
struct PageNumber: Equatable {
  var value: Int
  /// `Pagina 3`, `3 van 14` and `- 12 -` are page numbers wherever they stand; a bare number may be one.
  var isCertain: Bool
  var isRoman = false

  /// Reads a line, given without the blanks around it.
  init?(_ line: ArraySlice<UInt8>) {
    guard !line.isEmpty, line.count <= 30 else { return nil }
    var reader = Reader(rest: line)
    let framed = reader.skipFrame()
    let named = reader.skipWord()
    guard let (value, isRoman) = reader.number() else { return nil }
    let total = reader.skipTotal()
    let named2 = !named && !framed && reader.skipWordBehind()
    let framed2 = framed && reader.skipFrame()
    guard reader.rest.isEmpty, framed == framed2 else { return nil }
    self.value = value
    self.isRoman = isRoman
    guard !isRoman || !(named || named2) || total == .none else { return nil }
    isCertain = named || named2 || framed || total == .word
  }

  private enum Total { case none, sign, word }

  private struct Reader {
    var rest: ArraySlice<UInt8>

    private mutating func skipBlanks() { rest = rest.drop { $0 == ASCII.blank || $0 == ASCII.tab } }

    /// A dash, also a long one.
    mutating func skipFrame() -> Bool {
      skipBlanks()
      for sign in ["-", "–", "—", "|"] where rest.starts(with: sign.utf8) {
        rest = rest.dropFirst(sign.utf8.count)
        skipBlanks()
        return true
      }
      return false
    }

    mutating func skipWord() -> Bool {
      for word in ["pagina", "page", "blz.", "blz", "pag.", "p."] where starts(with: word) {
        rest = rest.dropFirst(word.utf8.count)
        skipBlanks()
        return true
      }
      return false
    }

    /// `12 | Pagina`.
    mutating func skipWordBehind() -> Bool {
      var reader = self
      guard reader.skipFrame(), reader.skipWord() else { return false }
      self = reader
      return true
    }

    private func starts(with word: String) -> Bool {
      rest.prefix(word.utf8.count).lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }.elementsEqual(word.utf8)
    }

    mutating func number() -> (value: Int, isRoman: Bool)? {
      let digits = rest.prefix(while: ASCII.isDigit)
      if !digits.isEmpty {
        guard digits.count <= 3 else { return nil }
        rest = rest.dropFirst(digits.count)
        skipBlanks()
        return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, false)
      }
      let letters = rest.prefix { "ivxlc".utf8.contains($0 | 0x20) }
      guard let value = Roman.value(letters) else { return nil }
      rest = rest.dropFirst(letters.count)
      skipBlanks()
      return (value, true)
    }

    mutating func skipTotal() -> Total {
      var reader = self
      var found = Total.none
      for word in ["van", "of", "/"] where reader.starts(with: word) {
        reader.rest = reader.rest.dropFirst(word.utf8.count)
        reader.skipBlanks()
        guard let number = reader.number(), !number.isRoman else { return .none }
        found = word == "/" ? .sign : .word
        break
      }
      if found != .none { self = reader }
      return found
    }
  }
}

/// Roman numbers up to 399, in letters of one size.
enum Roman {
  static func value(_ letters: ArraySlice<UInt8>) -> Int? {
    guard !letters.isEmpty, letters.count <= 9 else { return nil }
    let small = letters.map { $0 | 0x20 }
    guard letters.elementsEqual(small) || letters.allSatisfy({ $0 & 0x20 == 0 }) else { return nil }
    var rest = small[...]
    var value = 0
    for (sign, worth) in signs {
      var times = 0
      while rest.starts(with: sign.utf8), times < (sign.utf8.count == 1 && sign != "l" && sign != "v" ? 3 : 1) {
        rest = rest.dropFirst(sign.utf8.count)
        value += worth
        times += 1
      }
    }
    return rest.isEmpty ? value : nil
  }

  private static let signs = [
    ("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
  ]
}
