import Testing

@testable import Intake

struct CodePageTests {
  private func text(_ page: CodePage?, _ bytes: UInt8...) -> String? {
    page.map { String(decoding: $0.utf8(bytes), as: UTF8.self) }
  }

  @Test(
    "Pages by their number in Windows",
    arguments: [
      (1252, [0x61, 0x93, 0xE9], "a“é"), (1250, [0x9C, 0xE8], "śč"), (1251, [0xC4, 0xE0], "Да"),
      (10000, [0x8E, 0xD2], "é“"),
      (437, [0x82, 0x9D], "é¥"), (850, [0x82, 0x9D], "éØ"), (932, [0x83, 0x41, 0xB1, 0x41], "アｱA"),
      (28605, [0xA4], "€"),
      (936, [0xC4, 0xE3], "你"), (1253, [0xE1], "α"), (1250, [0x81], "\u{FFFD}"),
      (932, [0x83, 0x20, 0x83], "\u{FFFD}\u{FFFD}"),
    ] as [(Int, [UInt8], String)])
  func numbers(number: Int, bytes: [UInt8], expected: String) {
    #expect(CodePage(number: number).map { String(decoding: $0.utf8(bytes), as: UTF8.self) } == expected)
  }

  @Test(
    "Pages by their name on the web",
    arguments: [
      ("ISO-8859-1", "é“"), (" windows-1252 ", "é“"), ("iso-8859-2", "é\u{93}"), ("windows-1251", "й“"),
      ("macintosh", "Èì"),
    ])
  func labels(label: String, expected: String) { #expect(text(CodePage(label: label), 0xE9, 0x93) == expected) }

  @Test("An unknown page is none", arguments: ["", "utf-8", "utf-7", "iso-8859-99", "windows-125/../x", "x//TRANSLIT"])
  func unknown(label: String) {
    #expect(CodePage(label: label) == nil)
    #expect(CodePage(number: 12345) == nil)
  }
}
