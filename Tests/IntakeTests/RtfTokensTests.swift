import TestSupport
import Testing

@testable import Intake

struct RtfTokensTests {
  private func tokens(_ rtf: String) -> [RtfTokens.Token] {
    var tokens = RtfTokens(Array(rtf.utf8))
    var seen: [RtfTokens.Token] = []
    while let token = tokens.next() { seen.append(token) }
    return seen
  }

  @Test(
    "Groups, words with their numbers, signs and bytes",
    arguments: [
      ("{\\b0 x}", [.open, .word("b", 0), .byte(0x78), .close]), ("\\u-10179?", [.word("u", -10179), .byte(0x3F)]),
      ("\\'e9\\'E9\\'zz", [.byte(0xE9), .byte(0xE9), .symbol(0x27), .byte(0x7A), .byte(0x7A)]),
      ("\\~\\\\\\\n", [.symbol(0x7E), .symbol(0x5C), .symbol(0x0A)]), ("a\r\nb\0", [.byte(0x61), .byte(0x62)]),
      ("\\par\\par  x", [.word("par", nil), .word("par", nil), .byte(0x20), .byte(0x78)]),
      ("\\bin3 {}}x", [.word("bin", 3), .byte(0x78)]), ("\\bin99 x", [.word("bin", 99)]),
      ("\\bin-5 x", [.word("bin", -5), .byte(0x78)]), ("\\f99999999999999999999", [.word("f", 9_999_999_999)]),
      ("\\", []), ("\\'", [.symbol(0x27)]), ("\\'e", [.symbol(0x27)]), ("\\a-", [.word("a", nil), .byte(0x2D)]),
      ("", []),
    ] as [(String, [RtfTokens.Token])])
  func order(rtf: String, expected: [RtfTokens.Token]) { #expect(tokens(rtf) == expected) }
}
