/// Walks through JSON in memory, one value after the other, and keeps nothing of what it passes.
///
/// Takes UTF-8 without a byte order mark. Depth costs a byte a level and no recursion; what Python writes beside the standard
/// (`NaN`, half a surrogate pair) is taken too. Where the text breaks off or is no JSON, the walk ends and `flaw` says where.
struct JSONScanner {
  enum Kind { case object, array, string, number, word }

  private let bytes: [UInt8]
  private(set) var at = 0
  /// Where the text is no JSON any more, as an offset.
  private(set) var flaw: Int?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What the next value is; nil at the end or after a flaw.
  mutating func kind() -> Kind? {
    skipSpace()
    guard flaw == nil, at < bytes.count else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "{"): return .object
    case ASCII.open: return .array
    case UInt8(ascii: "\""): return .string
    case ASCII.dash, 0x30...0x39: return bytes[at...].starts(with: "-I".utf8) ? .word : .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "I"): return .word
    default: return nil
    }
  }

  /// Hands over each member of an object by its key; what `take` leaves lying is skipped, as is anything but an object.
  mutating func members(_ take: (inout JSONScanner, String) -> Void) {
    guard kind() == .object else { return skip() }
    at += 1
    if takes(UInt8(ascii: "}")) { return }
    while flaw == nil {
      guard let key = string(), takes(ASCII.colon) else { return fail() }
      value(take, key)
      if takes(UInt8(ascii: "}")) { return }
      guard takes(UInt8(ascii: ",")) else { return fail() }
    }
  }

  /// Hands over each item of an array; what `take` leaves lying is skipped, as is anything but an array.
  mutating func items(_ take: (inout JSONScanner) -> Void) {
    guard kind() == .array else { return skip() }
    at += 1
    if takes(ASCII.close) { return }
    while flaw == nil {
      value({ scanner, _ in take(&scanner) }, "")
      if takes(ASCII.close) { return }
      guard takes(UInt8(ascii: ",")) else { return fail() }
    }
  }

  private mutating func value(_ take: (inout JSONScanner, String) -> Void, _ key: String) {
    guard kind() != nil else { return fail() }
    let start = at
    take(&self, key)
    if at == start { skip() }
  }

  /// The words of a string; nil when the next value is something else, which then stays where it is.
  mutating func string() -> String? { words().map { String(decoding: $0, as: UTF8.self) } }

  /// The same as UTF-8, well-formed.
  mutating func words() -> [UInt8]? {
    guard kind() == .string else { return nil }
    let start = at + 1
    guard let end = endOfString(from: start) else {
      fail()
      return nil
    }
    at = end + 1
    return bytes[start..<end].contains(UInt8(ascii: "\\")) ? unescaped(start..<end) : Array(bytes[start..<end])
  }

  /// A number, also one in quotes; nil for anything else and for what is no finite number.
  mutating func number() -> Double? {
    var text = ""
    switch kind() {
    case .number:
      let end = skippedScalar()
      text = bytes.string(at..<end)
      at = end
    case .string: text = string() ?? ""
    default: return nil
    }
    guard text.utf8.count <= 64, let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// Passes over a value, however deep.
  mutating func skip() {
    var open: [UInt8] = []
    repeat {
      switch kind() {
      case .object, .array:
        open.append(bytes[at])
        at += 1
        if closes(&open) { continue }
        if open.last == UInt8(ascii: "{") { skipKey() }
        continue
      case .string:
        guard let end = endOfString(from: at + 1) else { return fail() }
        at = end + 1
      case .number, .word: at = skippedScalar()
      case nil: return fail()
      }
      afterValue(&open)
    } while !open.isEmpty && flaw == nil
  }

  /// An object or array that is empty, just opened.
  private mutating func closes(_ open: inout [UInt8]) -> Bool {
    guard let last = open.last, takes(last + 2) else { return false }
    open.removeLast()
    afterValue(&open)
    return true
  }

  /// Past the comma and the key of the next value, or past the brackets that close here.
  private mutating func afterValue(_ open: inout [UInt8]) {
    while let last = open.last {
      if takes(UInt8(ascii: ",")) {
        if last == UInt8(ascii: "{") { skipKey() }
        return
      }
      // In ASCII a closing bracket stands two behind its opening one.
      guard takes(last + 2) else { return fail() }
      open.removeLast()
    }
  }

  private mutating func skipKey() {
    guard kind() == .string, let end = endOfString(from: at + 1) else { return fail() }
    at = end + 1
    if !takes(ASCII.colon) { fail() }
  }

  private func skippedScalar() -> Int {
    var end = at
    while end < bytes.count {
      let byte = bytes[end]
      let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
      guard isLetter || ASCII.isDigit(byte) || byte == UInt8(ascii: ".") || byte == ASCII.dash || byte == 0x2B else {
        break
      }
      end += 1
    }
    return end
  }

  private func endOfString(from start: Int) -> Int? {
    var end = start
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: "\"") { return end }
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private func unescaped(_ range: Range<Int>) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(range.count)
    var next = range.lowerBound
    while next < range.upperBound {
      let byte = bytes[next]
      next += 1
      guard byte == UInt8(ascii: "\\"), next < range.upperBound else {
        words.append(byte)
        continue
      }
      let letter = bytes[next]
      next += 1
      switch letter {
      case UInt8(ascii: "n"): words.append(ASCII.lineFeed)
      case UInt8(ascii: "t"): words.append(ASCII.tab)
      case UInt8(ascii: "r"): words.append(ASCII.carriageReturn)
      case UInt8(ascii: "b"), UInt8(ascii: "f"): words.append(ASCII.blank)
      case UInt8(ascii: "u"): words.append(contentsOf: character(&next, range.upperBound).utf8)
      default: words.append(letter)
      }
    }
    return words
  }

  /// The character of `\u0000`, or of two of them that are a pair; half a pair shows as U+FFFD.
  private func character(_ next: inout Int, _ end: Int) -> String {
    guard let first = hexadecimal(next, end) else { return "\u{FFFD}" }
    next += 4
    guard (0xD800..<0xDC00).contains(first) else { return Self.text(first) }
    guard next + 1 < end, bytes[next] == UInt8(ascii: "\\"), bytes[next + 1] == UInt8(ascii: "u"),
      let second = hexadecimal(next + 2, end), (0xDC00..<0xE000).contains(second)
    else { return "\u{FFFD}" }
    next += 6
    return Self.text(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private static func text(_ value: UInt32) -> String { String(Unicode.Scalar(value) ?? "\u{FFFD}") }

  private func hexadecimal(_ start: Int, _ end: Int) -> UInt32? {
    guard start + 4 <= end, !bytes[start..<start + 4].contains(0x2B) else { return nil }
    return UInt32(bytes.string(start..<start + 4), radix: 16)
  }

  private mutating func takes(_ byte: UInt8) -> Bool {
    skipSpace()
    guard flaw == nil, at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == ASCII.blank || bytes[at] == ASCII.lineFeed || bytes[at] == ASCII.tab {
      at += 1
    }
  }

  private mutating func fail() { flaw = flaw ?? at }
}
