/// What scanners make of letters, and what it was.
enum ScanSlip {
  /// Whether there is a sign in the text by which a slip shows: `¬`, `é` behind `o`, `e` or `i`, `odrd`, or a digit
  /// before small letters.
  static func mayHold(_ bytes: [UInt8]) -> Bool {
    for at in bytes.indices.dropLast() {
      switch bytes[at] {
      case 0xC2: if bytes[at + 1] == 0xAC { return true }
      case 0xC3: if bytes[at + 1] == 0xA9, at > 0, "oei".utf8.contains(bytes[at - 1]) { return true }
      case UInt8(ascii: "0"), UInt8(ascii: "1"): if isBeforeLetters(at, in: bytes) { return true }
      case UInt8(ascii: "r"):
        if at > 1, bytes[at + 1] == UInt8(ascii: "d"), bytes[at - 1] == UInt8(ascii: "d"),
          bytes[at - 2] == UInt8(ascii: "o")
        {
          return true
        }
      default: break
      }
    }
    return false
  }

  private static func isBeforeLetters(_ at: Int, in bytes: [UInt8]) -> Bool {
    let before = at > 0 ? bytes[at - 1] : ASCII.blank
    guard !ASCII.isDigit(before) else { return false }
    let isInside = before &- 0x61 < 26
    let needed = isInside ? 1 : 4
    return at + needed < bytes.count && bytes[at + 1...at + needed].allSatisfy { $0 &- 0x61 < 26 }
  }

  /// `cofinancie¬ ring`, a word that was broken at a line end that is gone: the whole word, and where it ends.
  static func unbroken(_ word: Range<Int>, in bytes: [UInt8]) -> (word: [UInt8], end: Int)? {
    var end = word.upperBound
    guard end + 1 < bytes.count, bytes[end] == 0xC2, bytes[end + 1] == 0xAC else { return nil }
    var whole = Array(bytes[word])
    while end + 1 < bytes.count, bytes[end] == 0xC2, bytes[end + 1] == 0xAC {
      var at = end + 2
      if at < bytes.count, bytes[at] == ASCII.blank { at += 1 }
      let start = at
      guard WordStock.letter(at: at, in: bytes) > 0, !ASCII.isDigit(bytes[at]) else { break }
      guard let rest = WordStock.word(from: &at, in: bytes), rest.lowerBound == start else { break }
      whole.append(contentsOf: bytes[rest])
      end = rest.upperBound
    }
    return end > word.upperBound ? (whole, end) : nil
  }

  /// A slip by which a word is no word.
  static func slip(in word: ArraySlice<UInt8>, _ stock: WordStock) -> (word: [UInt8], isSure: Bool)? {
    let signs = Signs(of: word)
    if signs.hasDigit { return digit(in: word, stock) ?? pattern(in: word) }
    guard signs.hasAccent || signs.hasCluster else { return nil }
    return pattern(in: word) ?? accented(word, stock)
  }

  /// What of a word tells that it is worth a closer look.
  private struct Signs {
    var hasDigit = false
    var hasAccent = false
    /// Holds `dr`, as `codrdinator` does.
    var hasCluster = false

    init(of word: ArraySlice<UInt8>) {
      var last: UInt8 = 0
      for byte in word {
        if ASCII.isDigit(byte) { hasDigit = true }
        if last == 0xC3, byte == 0xA8 || byte == 0xA9 { hasAccent = true }
        if last == UInt8(ascii: "d"), byte == UInt8(ascii: "r") { hasCluster = true }
        last = byte
      }
    }
  }

  private static func pattern(in word: ArraySlice<UInt8>) -> (word: [UInt8], isSure: Bool)? {
    for (wrong, right) in patterns {
      guard let place = word.range(of: wrong) else { continue }
      let mended = word[..<place.lowerBound] + Array(right.utf8) + word[place.upperBound...]
      return (Array(mended), true)
    }
    return nil
  }

  /// No Dutch or English word holds these.
  private static let patterns = [
    ("ooérdin", "oördin"), ("oodrdin", "oördin"), ("oérdin", "oördin"), ("odrdin", "oördin"), ("oèrdin", "oördin"),
    ("o6rdin", "oördin"), ("creéer", "creëer"), ("creéren", "creëren"), ("ieén", "ieën"), ("eeén", "eeën"),
    ("geénqu", "geënqu"), ("beéindig", "beëindig"), ("geéval", "geëval"),
  ]

  /// `reéle` where the text has `reële`.
  private static func accented(_ word: ArraySlice<UInt8>, _ stock: WordStock) -> (word: [UInt8], isSure: Bool)? {
    guard let place = word.range(of: "é") else { return nil }
    for letter in ["ë", "ö", "ï", "ü"] {
      let mended = Array(word[..<place.lowerBound] + Array(letter.utf8) + word[place.upperBound...])
      if stock.count(mended[...]) > stock.count(word) { return (mended, true) }
    }
    return nil
  }

  /// `1eraar`, `0nderwijs`, `sch0ol`: one digit among five letters and more, all small but the first.
  private static func digit(in word: ArraySlice<UInt8>, _ stock: WordStock) -> (word: [UInt8], isSure: Bool)? {
    guard word.count > 4, word.count < 60, let place = word.firstIndex(where: ASCII.isDigit) else { return nil }
    let letters = word[..<place] + word[(place + 1)...]
    guard !letters.contains(where: ASCII.isDigit) else { return nil }
    guard place + 1 < word.endIndex, letters.dropFirst().allSatisfy({ $0 &- 0x61 < 26 || $0 >= 0x80 }) else {
      return nil
    }
    guard word[place] == UInt8(ascii: "0") || word[place] == UInt8(ascii: "1") else { return nil }
    let isFirst = place == word.startIndex
    // `1ejaars` and `1steklas` are words.
    if isFirst, word[(place + 1)...].starts(with: "ste".utf8) || word[(place + 1)...].starts(with: "ej".utf8) {
      return nil
    }
    guard isFirst || letters.count > 4 else { return nil }
    let mended = (word[place] == UInt8(ascii: "0") ? "o" : "li").utf8.map { letter in
      Array(word[..<place] + [letter] + word[(place + 1)...])
    }
    if let known = mended.first(where: { stock.count($0[...]) > 0 }) { return (known, true) }
    return mended.first.map { ($0, false) }
  }

  /// A word that stands once and looks like one that stands three times and more: `viak`, `ledereen`, `modem`.
  static func likely(_ word: ArraySlice<UInt8>, _ stock: WordStock) -> [UInt8]? {
    guard (4..<40).contains(word.count), stock.count(word) == 1 else { return nil }
    for (wrong, right) in lookAlikes {
      var from = word.startIndex
      while let place = word[from...].range(of: wrong) {
        let mended = Array(word[..<place.lowerBound] + Array(right.utf8) + word[place.upperBound...])
        if stock.count(mended[...]) > 2 { return mended }
        from = place.lowerBound + 1
      }
    }
    return nil
  }

  private static let lookAlikes = [("rn", "m"), ("l", "i"), ("i", "l"), ("vv", "w"), ("m", "rn")]
}

extension ArraySlice<UInt8> {
  /// Where the bytes of a string first stand.
  fileprivate func range(of needle: String) -> Range<Int>? {
    let needle = Array(needle.utf8)
    guard let first = needle.first, count >= needle.count else { return nil }
    for start in startIndex...(endIndex - needle.count)
    where self[start] == first && self[start..<start + needle.count].elementsEqual(needle) {
      return start..<start + needle.count
    }
    return nil
  }
}
