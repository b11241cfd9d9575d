/// The words of a piece of HTML, and where its bytes of text are among them.
///
/// Only tags, comments and the common entities are known: this is what a program keeps that has cleaned what it read.
struct HTMLWords {
  /// With a line end where a paragraph, a line or a cell ends and none is written.
  private(set) var text = ""
  /// For each byte of text as a browser counts it the character of `text` it belongs to; one more for the end.
  private var characters: [Int32] = []

  private static let blocks: Set<String> = [
    "p", "div", "br", "li", "ul", "ol", "tr", "td", "th", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote",
    "pre",
    "section", "article", "hr", "dd", "dt",
  ]
  private static let entities: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]

  init(_ html: String) {
    let bytes = Array(html.utf8)
    var at = 0
    var count: Int32 = 0
    /// A line end that is due before the next words.
    var isDue = false
    var endsLine = true
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
    func add(_ scalars: some Sequence<Unicode.Scalar>) {
      for scalar in scalars {
        if isDue, !endsLine, !isBlank(scalar) {
          text += "\n"
          count += 1
        }
        isDue = isDue && isBlank(scalar)
        for _ in 0..<UTF8.width(scalar) { characters.append(count) }
        text.unicodeScalars.append(scalar)
        count += 1
        endsLine = isBlank(scalar)
      }
    }
    /// Whether tags are looked for still: behind one that never ends none is, so that nothing is read again and again.
    var hasTags = true
    while at < bytes.count {
      let mayOpen = hasTags && bytes[at] == UInt8(ascii: "<") && Self.opensTag(bytes, at)
      if mayOpen, let end = Self.end(ofTag: bytes, at) {
        if Self.blocks.contains(Self.name(ofTag: bytes[at..<end])) { isDue = true }
        at = end
      } else if bytes[at] == UInt8(ascii: "&"), let (scalar, end) = Self.entity(bytes, at) {
        add(CollectionOfOne(scalar))
        at = end
      } else {
        if mayOpen { hasTags = false }
        var end = at + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "<"), bytes[end] != UInt8(ascii: "&") { end += 1 }
        add(String(decoding: bytes[at..<end], as: UTF8.self).unicodeScalars)
        at = end
      }
    }
    if !endsLine { text += "\n" }
    characters.append(count)
  }

  /// The character of `text` at a byte of the text as a browser counts it; nil outside.
  func character(ofByte byte: Int) -> Int? { characters.indices.contains(byte) ? Int(characters[byte]) : nil }

  private static func opensTag(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start + 1 < bytes.count else { return false }
    let next = bytes[start + 1]
    return next == 0x2F || next == 0x21 || (next | 0x20) >= 0x61 && (next | 0x20) <= 0x7A
  }

  private static func end(ofTag bytes: [UInt8], _ start: Int) -> Int? {
    if bytes[start...].starts(with: Array("<!--".utf8)) {
      var at = start + 4
      while at + 2 < bytes.count {
        if bytes[at] == 0x2D, bytes[at + 1] == 0x2D, bytes[at + 2] == 0x3E { return at + 3 }
        at += 1
      }
      return bytes.count
    }
    var quote: UInt8?
    for at in (start + 1)..<bytes.count {
      if let open = quote {
        if bytes[at] == open { quote = nil }
      } else if bytes[at] == 0x22 || bytes[at] == 0x27 {
        quote = bytes[at]
      } else if bytes[at] == 0x3E {
        return at + 1
      }
    }
    return nil
  }

  private static func name(ofTag tag: ArraySlice<UInt8>) -> String {
    let name = tag.dropFirst().drop { $0 == 0x2F }.prefix {
      $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x31 && $0 <= 0x36
    }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  private static func entity(_ bytes: [UInt8], _ start: Int) -> (Unicode.Scalar, Int)? {
    let rest = bytes[(start + 1)..<min(bytes.count, start + 12)]
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: rest[..<end], as: UTF8.self)
    if let scalar = entities[name] { return (scalar, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let number = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap { Unicode.Scalar($0) }.map { ($0, end + 1) }
  }
}
