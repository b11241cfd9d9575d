import Testing

@testable import Reading

@Suite("TerminalText")
struct TerminalTextTests {
  @Test("What commands a terminal is a blank, what turns text around is left out")
  func harmless() {
    #expect(TerminalText.shown("a\u{1B}[31mb\u{7}c\r\nd\te\u{9B}f") == "a [31mb c d e f")
    #expect(TerminalText.shown("a\u{202E}b\u{2066}c\u{200F}d\u{AD}e\u{FEFF}f") == "abcdef")
    #expect(TerminalText.shown("a\u{2028}b") == "a b")
  }

  @Test("No text holds a control character or a mark of direction when it is shown")
  func anyText() {
    for value in [0...0x9FF, 0x2000...0x20FF, 0xFE00...0xFFFF, 0xE0000...0xE01FF] as [ClosedRange<UInt32>] {
      for scalar in value.compactMap(Unicode.Scalar.init) {
        for shown in TerminalText.shown("x" + String(scalar) + "y").unicodeScalars {
          let isControl = shown.value < 0x20 || (0x7F...0x9F).contains(shown.value)
          let turns = (0x202A...0x202E).contains(shown.value) || (0x2066...0x2069).contains(shown.value)
          #expect(!isControl && !turns, "U+\(String(scalar.value, radix: 16))")
        }
      }
    }
  }

  @Test("Wide letters take two columns, marks none")
  func widths() {
    #expect(TerminalText.width(of: "aé東👧") == 6)
    #expect(TerminalText.width(of: "e\u{301}") == 1)
    #expect(TerminalText.width(of: "👩‍👩‍👧") == 2)
  }

  @Test("A letter with a thousand marks is cut")
  func marks() {
    let letter = "e" + String(repeating: "\u{301}", count: 1000)
    #expect(TerminalText.shown(letter).unicodeScalars.count <= 8)
  }

  @Test("What does not fit ends in dots, and never takes more columns", arguments: 0..<10)
  func cut(width: Int) {
    let cut = TerminalText.cut("東京 koffie", to: width)
    #expect(TerminalText.width(of: cut) <= width)
    #expect(TerminalText.cut("kort", to: 4) == "kort")
    #expect(TerminalText.cut("korter", to: 4) == "kor…")
    #expect(TerminalText.cut("東京", to: 3) == "東…")
    #expect(TerminalText.cut("東京", to: 2) == "…")
    #expect(TerminalText.cut("a", to: 0) == "")
  }

  @Test("What is typed shows its end")
  func end() {
    #expect(TerminalText.end(of: "kort", in: 10) == "kort")
    #expect(TerminalText.end(of: "een lange zin", in: 6) == "…e zin")
    #expect(TerminalText.end(of: "een", in: 0) == "")
  }
}
