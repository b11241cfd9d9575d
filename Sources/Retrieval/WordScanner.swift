public import Model

/// Goes through the words of a text as SQLite's `unicode61` tokenizer does, over UTF-8 bytes and without a string a word.
///
/// Unlike the tokenizer it looks through soft hyphens and zero-width characters, and takes ligatures apart, so that its words over
/// a text are the index's words over `Folding.indexText` of that text.
public struct WordScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let table = LetterTable.shared
  private var next: Int

  /// Where the word begins and ends, in bytes of the text as it stands; end exclusive.
  public private(set) var start = 0
  public private(set) var end = 0
  /// The word as the index has it, in UTF-8.
  public private(set) var folded: [UInt8] = []
  /// The word has letters and digits of ASCII only, so that its folded form is its lower-case form too.
  public private(set) var isASCII = true

  /// Scans valid UTF-8 from a byte offset that is not inside a character.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0) {
    self.bytes = bytes
    next = offset
  }

  /// Goes to the next word; false after the last.
  public mutating func advance() -> Bool {
    folded.removeAll(keepingCapacity: true)
    isASCII = true
    while next < bytes.count {
      let byte = bytes[next]
      if byte < 0x80 {
        if LetterTable.isASCIILetterOrDigit(byte) {
          takeASCII()
        } else {
          next += 1
          if !folded.isEmpty { return true }
        }
      } else if !takeBeyondASCII() {
        return true
      }
    }
    return !folded.isEmpty
  }

  /// Takes a run of ASCII letters and digits at once.
  private mutating func takeASCII() {
    let first = next
    if folded.isEmpty { start = first }
    while next < bytes.count, LetterTable.isASCIILetterOrDigit(bytes[next]) {
      next += 1
    }
    end = next
    for index in first..<next {
      let byte = bytes[index]
      folded.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
  }

  /// Takes one character of two bytes or more; false when it ends a word.
  private mutating func takeBeyondASCII() -> Bool {
    let here = next
    let point = decode()
    if let letters = Ligature.letters(of: point) {
      begin(at: here)
      folded.append(letters: letters)
      end = next
      return true
    }
    switch table.folded(point) {
    case LetterTable.separator: return folded.isEmpty
    case LetterTable.invisible: if !folded.isEmpty { isASCII = false }
    case LetterTable.accent:
      guard !folded.isEmpty else { return true }
      isASCII = false
      end = next
    case let letter:
      begin(at: here)
      folded.append(point: letter)
      end = next
    }
    return true
  }

  private mutating func begin(at offset: Int) {
    if folded.isEmpty { start = offset }
    isASCII = false
  }

  private mutating func decode() -> UInt32 {
    let first = UInt32(bytes[next])
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var point = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length where next + offset < bytes.count {
      point = point << 6 | UInt32(bytes[next + offset] & 0x3F)
    }
    next = min(next + length, bytes.count)
    return point
  }
}

/// One word of a text: where it stands, and how the index has it.
public struct Token: Hashable, Sendable {
  /// UTF-8 bytes of the text as it stands.
  public var span: TextSpan
  public var folded: String

  public init(_ span: TextSpan, _ folded: String) {
    self.span = span
    self.folded = folded
  }

  /// The words of a text, in order.
  public static func all(in text: String) -> [Token] {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = WordScanner(bytes)
      var tokens: [Token] = []
      while scanner.advance() {
        tokens.append(Token(TextSpan(scanner.start, scanner.end), String(decoding: scanner.folded, as: UTF8.self)))
      }
      return tokens
    }
  }
}
