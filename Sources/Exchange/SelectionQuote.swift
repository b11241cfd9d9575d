import Model

/// The words of selections in one text, compared with the words that another program wrote beside them.
struct SelectionQuote {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Whether a name is the words of a span or their beginning, blanks and line ends aside; short ones must be all of them.
  func fits(_ name: String, _ span: TextSpan) -> Bool {
    var wanted = Self.words(name.utf8)
    // A name is cut at some hundred characters; so much of a long span is enough.
    let end = min(span.end, span.start + wanted.count * 4 + 400)
    let found = Self.words(bytes[span.start..<end])
    if found == wanted { return true }
    for mark in ["…", "..."]
    where wanted.count > mark.utf8.count && wanted.suffix(mark.utf8.count).elementsEqual(mark.utf8) {
      wanted.removeLast(mark.utf8.count)
      break
    }
    if wanted.last == 0x20 { wanted.removeLast() }
    return wanted.count < 20 ? !wanted.isEmpty && found == wanted : found.starts(with: wanted)
  }

  /// Whether a span begins where a word or a sign begins and ends where one ends.
  func isWhole(_ span: TextSpan) -> Bool {
    func isWord(_ at: Int) -> Bool { at >= 0 && at < bytes.count && Self.isWord(bytes[at]) }
    func isBlank(_ at: Int) -> Bool { at < 0 || at >= bytes.count || bytes[at] <= 0x20 }
    return !isWord(span.start - 1) && !isBlank(span.start) && !isBlank(span.end - 1) && !isWord(span.end)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }

  /// With one blank for each row of blanks and line ends, none at either end.
  private static func words(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var words: [UInt8] = []
    for byte in bytes {
      if byte > 0x20 { words.append(byte) } else if let last = words.last, last != 0x20 { words.append(0x20) }
    }
    if words.last == 0x20 { words.removeLast() }
    return words
  }
}
