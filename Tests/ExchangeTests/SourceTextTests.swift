import Testing

@testable import Exchange

@Suite struct SourceTextTests {
  @Test("A source is kept in NFC with line ends LF, without its mark and without control characters")
  func kept() {
    let text = SourceText(Array("\u{FEFF}Ee\u{301}n\r\ntwee\rdrie\u{2028}vier\u{1}\u{85}".utf8))
    #expect(text.text == "Eén\ntwee\ndrie\nvier\n")
    #expect(text.dropped == 1)
    #expect(!text.isBroken)
    #expect(SourceText([0x61, 0xFF]).isBroken)
    #expect(SourceText([0xFF, 0xFE, 0x61, 0, 0x3D, 0xD8, 0x00, 0xDE]).text == "a😀")
    #expect(SourceText([0xFE, 0xFF, 0, 0x61]).text == "a")
  }

  @Test("The four ways of counting differ where emoji and line ends of two characters stand")
  func forms() {
    let text = SourceText("a😀\r\nb")
    #expect(text.bytes(counting: .codePoints) == [0, 1, 5, 5, 6, 7])
    #expect(text.bytes(counting: .utf16) == [0, 1, -1, 5, 5, 6, 7])
    #expect(text.bytes(counting: .codePointsOneLineEnd) == [0, 1, 5, 6, 7])
    #expect(text.bytes(counting: .utf16OneLineEnd) == [0, 1, -1, 5, 6, 7])
    #expect(!text.isPlain && SourceText("ab\nc").isPlain)
  }

  @Test("A letter that was written as two has no position within")
  func composed() {
    #expect(SourceText("e\u{301}x").bytes(counting: .codePoints) == [0, -1, 2, 3])
    // What does not compose stays as it is.
    #expect(SourceText("x\u{301}").bytes(counting: .codePoints) == [0, 1, 3])
  }
}
