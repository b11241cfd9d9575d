import Testing

@testable import Intake

struct TextEncodingTests {
  private static let words = "Eén café – ‘ja’ 😀"

  private static func sixteen(_ text: String, big: Bool) -> [UInt8] {
    text.utf16.flatMap { big ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private static func thirtyTwo(_ text: String, big: Bool) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      let bytes = (0..<4).map { UInt8(scalar.value >> (8 * UInt32($0)) & 0xFF) }
      return big ? bytes.reversed() : bytes
    }
  }

  @Test(
    "Text with a byte order mark is decoded by it",
    arguments: [
      (TextEncoding.utf8, [0xEF, 0xBB, 0xBF] + Array(words.utf8)),
      (.utf16LittleEndian, [0xFF, 0xFE] + sixteen(words, big: false)),
      (.utf16BigEndian, [0xFE, 0xFF] + sixteen(words, big: true)),
      (.utf32LittleEndian, [0xFF, 0xFE, 0, 0] + thirtyTwo(words, big: false)),
      (.utf32BigEndian, [0, 0, 0xFE, 0xFF] + thirtyTwo(words, big: true)),
    ] as [(TextEncoding, [UInt8])])
  func marked(encoding: TextEncoding, bytes: [UInt8]) {
    let decoded = DecodedText(SourceFile(name: "x.txt", bytes: bytes))
    #expect(decoded.text == Self.words)
    #expect(decoded.encoding == encoding)
    #expect(decoded.problems == [])
  }

  @Test("UTF-16 without a mark is known by its zero bytes", arguments: [true, false])
  func guessed(big: Bool) {
    let text = "Goedemorgen, één vraag vooraf."
    let decoded = DecodedText(SourceFile(name: "x.txt", bytes: Self.sixteen(text, big: big)))
    #expect(decoded.text == text)
    #expect(decoded.encoding == (big ? .utf16BigEndian : .utf16LittleEndian))
  }

  @Test("Half a character becomes U+FFFD")
  func halves() {
    #expect(TextEncoding.utf16LittleEndian.utf8([0x61, 0, 0x62]) == Array("a\u{FFFD}".utf8))
    #expect(TextEncoding.utf16LittleEndian.utf8([0x3D, 0xD8, 0x61, 0]) == Array("\u{FFFD}a".utf8))
    #expect(
      TextEncoding.utf32BigEndian.utf8([0, 0, 0, 0x61, 0, 0x11, 0xFF, 0xFF, 0]) == Array("a\u{FFFD}\u{FFFD}".utf8))
  }

  @Test("Windows-1252 has its own quotes, dashes and euro")
  func windows() {
    #expect(TextEncoding.windows1252.utf8([0x80, 0x91, 0x92, 0x96, 0x85, 0xE9, 0xFF]) == Array("€‘’–…éÿ".utf8))
  }
}
