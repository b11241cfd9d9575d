import Model

/// References in YAML (`*name`), by which a small file can stand for more than any memory holds.
///
/// How deep things lie in one another is bounded by the parser itself.
enum YAMLReferences {
  /// A file that people write has none or a few.
  static let most = 20

  /// What is wrong with a text that refers to parts of itself too often, with the line; nil where nothing is.
  ///
  /// To be asked before the text is parsed: the parser compares what keys stand for. A little too strict where words with
  /// `*` and with `&` before them stand in running text.
  static func problem(in text: String, file: String) -> Problem? {
    var text = text
    return text.withUTF8 { bytes in
      var count = 0
      var hasTarget = false
      var found: Int?
      var line = 1
      for (at, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "\n") { line += 1 }
        guard byte == UInt8(ascii: "*") || byte == UInt8(ascii: "&"), at + 1 < bytes.count, isName(bytes[at + 1]),
          at == 0 || begins(after: bytes[at - 1])
        else { continue }
        if byte == UInt8(ascii: "&") {
          hasTarget = true
        } else {
          count += 1
          if count > most, found == nil { found = line }
        }
      }
      guard hasTarget, let found else { return nil }
      return Problem(
        "The file repeats parts of itself by '*NAME' in more than \(most) places; written out it could become larger than"
          + " any memory.", file: file, line: found,
        hint: "Write the parts out; where '*' and '&' only stand before words, put these in quotes.")
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || "_-".utf8.contains(byte)
      || byte >= 0x80
  }

  private static func begins(after byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0x80 || "[]{},:".utf8.contains(byte)
  }
}
