/// Walks through HTML in memory, tag by tag, as forgiving as a browser and in one pass over the bytes.
///
/// libxml2's own parser of HTML needs a time that grows with the square of the tags that do not fit.
struct HtmlTokens {
  enum Token {
    case start(HtmlTag)
    /// The name, in lower case.
    case end(String)
    /// Words between tags, entities as they stand.
    case text(Range<Int>)
  }

  private let bytes: [UInt8]
  private var at = 0

  /// Takes UTF-8.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else { return text(from: at) }
      let sign = at + 1 < bytes.count ? bytes[at + 1] : 0
      if Self.isLetter(sign) { return startTag() }
      switch sign {
      case UInt8(ascii: "/"):
        guard at + 2 < bytes.count else { return text(from: at) }
        if Self.isLetter(bytes[at + 2]) { return endTag() }
        skip(past: ">")
      case UInt8(ascii: "!"): skipComment()
      case UInt8(ascii: "?"): skip(past: ">")
      default: return text(from: at)
      }
    }
    return nil
  }

  private mutating func text(from start: Int) -> Token {
    at = start + 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
    return .text(start..<at)
  }

  private mutating func startTag() -> Token? {
    let name = name(from: at + 1)
    let attributes = at
    passAttributes()
    guard at < bytes.count else { return nil }
    let isClosed = bytes[at - 1] == UInt8(ascii: "/")
    let tag = HtmlTag(name: name, isClosed: isClosed, bytes: bytes, attributes: attributes..<at)
    at += 1
    if Self.raw.contains(name) { skipRaw(name) }
    return .start(tag)
  }

  private mutating func endTag() -> Token? {
    let name = name(from: at + 2)
    passAttributes()
    guard at < bytes.count else { return nil }
    at += 1
    return .end(name)
  }

  private mutating func name(from start: Int) -> String {
    at = start
    while at < bytes.count, !HtmlTag.isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "/")
    {
      at += 1
    }
    return String(decoding: bytes[start..<min(at, start + 40)].lazy.map(HtmlTag.lowered), as: UTF8.self)
  }

  /// Up to the `>` of the tag; one in quotes is part of a value.
  private mutating func passAttributes() {
    var isValue = false
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      let byte = bytes[at]
      at += 1
      if isValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        while at < bytes.count, bytes[at] != byte { at += 1 }
        if at < bytes.count { at += 1 }
      }
      isValue = byte == UInt8(ascii: "=") || isValue && HtmlTag.isSpace(byte)
    }
  }

  private mutating func skip(past end: String) {
    let end = Array(end.utf8)
    while at < bytes.count, !bytes[at...].starts(with: end) { at += 1 }
    at = min(at + end.count, bytes.count)
  }

  /// `<!-- -->`, and what else begins with `<!`.
  private mutating func skipComment() {
    guard bytes[at...].starts(with: "<!--".utf8) else { return skip(past: ">") }
    at += 4
    if bytes[at...].starts(with: ">".utf8) || bytes[at...].starts(with: "->".utf8) { return skip(past: ">") }
    skip(past: "-->")
  }

  /// Elements in which no tags are: what stands in them is not read.
  private static let raw: Set<String> = [
    "script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp",
  ]

  private mutating func skipRaw(_ name: String) {
    let end = Array("</\(name)".utf8)
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"),
        bytes[at...].prefix(end.count).elementsEqual(end, by: { HtmlTag.lowered($0) == $1 })
      {
        return
      }
      at += 1
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
