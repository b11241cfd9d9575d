import Testing

@testable import Exchange

@Suite struct QDAWordsTests {
  @Test("The words are those of the source text, whose positions can be asked for again")
  func words() {
    for bytes in [
      Array("Wij wachten.\r\n😀 e\u{301}\u{7}".utf8), [0xEF, 0xBB, 0xBF, 0x61, 0xFF], [0xFF, 0xFE, 0x61, 0x00], [],
    ] {
      let (words, text) = (QDAWords(bytes), SourceText(bytes))
      #expect(words.text == text.text)
      #expect(words.dropped == text.dropped)
      #expect(words.isBroken == text.isBroken)
      #expect(words.hasPairs == text.hasPairs)
      #expect(words.hasLongLineEnds == text.hasLongLineEnds)
      for form in PositionForm.allCases {
        #expect(words.positions().bytes(counting: form) == text.bytes(counting: form))
      }
    }
  }
}
