import Testing

@testable import Reading

@Suite("ScreenText")
struct ScreenTextTests {
  private func escapes(_ frame: Frame, over previous: Frame? = nil, _ palette: ScreenText.Palette = .none) -> String {
    ScreenText(palette: palette).write(frame, over: previous, width: 10).replacing("\u{1B}", with: "␛")
  }

  @Test("A new screen is cleared and written whole")
  func whole() {
    let frame = Frame(lines: [StyledLine("een"), StyledLine("twee", .bold)])
    #expect(escapes(frame) == "␛[?25l␛[0m␛[2J␛[1;1Heen␛[2;1H␛[1mtwee␛[0m")
  }

  @Test("Afterwards only lines that changed are written, and cleared behind their end")
  func changes() {
    let former = Frame(lines: [StyledLine("een"), StyledLine("twee")])
    let frame = Frame(lines: [StyledLine("een"), StyledLine("drie")], cursor: (4, 1))
    #expect(escapes(frame, over: former) == "␛[?25l␛[2;1Hdrie␛[K␛[2;5H␛[?25h")
    #expect(escapes(former, over: former) == "␛[?25l")
    let full = Frame(lines: [StyledLine("0123456789"), StyledLine("twee")])
    #expect(escapes(full, over: former) == "␛[?25l␛[1;1H0123456789")
  }

  @Test("Behind letters of uncertain width the column is named")
  func uncertain() {
    var line = StyledLine("東", .bold)
    line.append("x")
    #expect(escapes(Frame(lines: [line])) == "␛[?25l␛[0m␛[2J␛[1;1H␛[1m東␛[0m␛[3Gx")
  }

  @Test("Colours are the terminal's 256, all, or none")
  func colours() {
    let frame = Frame(lines: [StyledLine("x", Style.plain.coloured(CodeColour("#4477AA")).bold())])
    #expect(escapes(frame, .indexed).hasSuffix("␛[1;38;5;67mx␛[0m"))
    #expect(escapes(frame, .direct).hasSuffix("␛[1;38;2;68;119;170mx␛[0m"))
    #expect(escapes(frame, .none).hasSuffix("␛[1mx␛[0m"))
  }

  @Test("What a transcript holds of escapes never gets out")
  func harmless() {
    var reader = SmallReading.reader(
      SmallReading.copy([("No\u{1B}[2Jor", "Wis \u{1B}]0;titel\u{7} alles\u{9B}31m \u{202E}dus"), ("Kim", "Ja.")]))
    let text = ScreenText(palette: .direct).write(reader.draw(), over: nil, width: 80)
    let own = text.replacing(/\x1B\[(\?25[lh]|\d*(;\d+)*[HJKGm])/, with: "")
    #expect(!own.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}" })
    #expect(own.contains("Wis  ]0;titel  alles 31m dus"))
  }
}

extension ScreenTextTests {
  private func escapes(_ frame: Frame, _ palette: ScreenText.Palette) -> String { escapes(frame, over: nil, palette) }
}
