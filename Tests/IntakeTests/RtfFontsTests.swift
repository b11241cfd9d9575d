import Testing

@testable import Intake

struct RtfFontsTests {
  private func shown(_ fonts: inout RtfFonts, _ byte: UInt8, font: Int? = nil) -> String {
    String(decoding: fonts.page(of: font).character(byte), as: UTF8.self)
  }

  @Test("The page is that of the font, else that of the document")
  func pages() {
    var fonts = RtfFonts()
    #expect(shown(&fonts, 0xE6) == "æ")
    fonts.take(document: .ansicpg, 1250)
    fonts.take(document: .deff, 1)
    for (font, charset) in [(1, 1), (2, 204), (3, 2), (4, 77), (5, 999), (6, 0)] {
      fonts.take(.f, font)
      fonts.take(.fcharset, charset)
    }
    fonts.take(.f, 7)
    fonts.take(.cpg, 437)
    #expect((1...8).map { shown(&fonts, 0xE6, font: $0) } == ["ć", "ж", "ć", "Ê", "ć", "æ", "µ", "ć"])
    #expect(shown(&fonts, 0xE6) == "ć")
    fonts.take(document: .mac, nil)
    #expect(shown(&fonts, 0x8E) == "é")
    fonts.take(document: .pca, nil)
    #expect(shown(&fonts, 0x82) == "é")
    fonts.take(document: .ansicpg, 99999)
    #expect(shown(&fonts, 0x82) == "é")
  }

  @Test("Fonts of signs are known by their names")
  func signs() {
    var fonts = RtfFonts()
    fonts.take(document: .deff, 2)
    for (font, name) in [(1, " Arial;"), (2, "Symbol;"), (3, "Wingdings;")] {
      fonts.take(.f, font)
      for byte in name.utf8 { fonts.take(byte) }
    }
    #expect([1, 2, 3, 4, nil].map { fonts.signs(of: $0) } == [nil, .symbol, .wingdings, nil, .symbol])
  }

  @Test("Colours but black have numbers of their own")
  func colours() {
    var colours = RtfColours()
    colours.take(UInt8(ascii: ";"))
    colours.take(.red, 255)
    colours.take(UInt8(ascii: ";"))
    colours.take(.blue, 0)
    colours.take(UInt8(ascii: ";"))
    #expect([-1, 0, 1, 2, 3, 99].map { colours.number($0) } == [0, 0, 2, 0, 0, 0])
  }
}
