import Testing

@testable import Intake

struct SymbolFontTests {
  @Test(
    "Signs have the characters that look so",
    arguments: [
      ("Symbol", 0xF061, "α"), ("Symbol", 0xF07A, "ζ"), ("SYMBOL", 0xF0B7, "•"), ("Symbol", 0xF0DE, "⇒"),
      ("Symbol", 0xF0E5, "∑"),
      ("Symbol", 0x2B, "+"), ("Symbol", 0xF05A, "Ζ"), ("Wingdings", 0xF0E0, "→"), ("Wingdings", 0xF04A, "☺"),
      ("Wingdings", 0xF0FC, "✓"), ("Wingdings", 0xF08C, "❶"), ("Wingdings", 0xF077, "⬥"), ("Wingdings", 0xF0FF, nil),
      ("Webdings", 0xF061, nil), ("Symbol", 0xFFFF_FFFF, nil),
    ] as [(String, UInt32, String?)])
  func signs(font: String, code: UInt32, sign: String?) {
    #expect(SymbolFont(name: font)?.character(code).map(String.init) == sign)
  }

  @Test("Other fonts are none of signs")
  func fonts() { #expect(SymbolFont(name: "Calibri") == nil) }
}
