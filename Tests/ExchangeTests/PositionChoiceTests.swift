import Testing

@testable import Exchange

@Suite struct PositionChoiceTests {
  private let text = SourceText("😀 Wij wachten lang.\r\nTe lang, zegt Bram 😀.\r\nJa.\r\n")

  private func choice(
    _ selections: [(Int, Int, String?)], origin: String? = nil, told: PositionForm? = nil
  ) -> PositionChoice {
    PositionChoice(
      [text], selections.map { .init(source: 0, start: $0.0, end: $0.1, name: $0.2) }, origin: origin, told: told)
  }

  @Test("The quotes in the names decide, whatever the program")
  func quotes() {
    let found = choice([(3, 6, "Wij"), (22, 29, "Te lang")], origin: "NVivo 12")
    #expect(found.form == .utf16)
    #expect(found.reason == .quotes(2, of: 2))
    #expect(choice([(20, 27, "Te lang")], origin: "NVivo 12").form == .codePointsOneLineEnd)
    #expect(choice([(22, 29, "Te  lang…")]).form == .utf16)
    // Two ways fit: the program decides between them, else the standard.
    #expect(choice([(21, 28, "Te lang")]).form == .codePoints)
    #expect(choice([(21, 28, "Te lang")], origin: "ATLAS.ti 23").form == .utf16OneLineEnd)
  }

  @Test("Without quotes the program decides, else where words begin and end")
  func others() {
    #expect(choice([(3, 6, nil)], origin: "NVivo for Windows").reason == .origin("NVivo for Windows"))
    #expect(choice([(3, 6, nil)], origin: "NVivo for Windows").form == .utf16)
    #expect(choice([(20, 27, "line:1")], origin: "ATLAS.ti 23").form == .codePointsOneLineEnd)
    #expect(choice([(21, 28, "line:1")], origin: "ATLAS.ti 23").form == .utf16OneLineEnd)
    let words = choice([(3, 6, nil), (22, 29, nil)])
    #expect(words.form == .utf16)
    #expect(words.reason == .words(2, of: 2))
  }

  @Test("Where all ways come to the same nothing is chosen, and what is told holds")
  func plain() {
    let plain = PositionChoice(
      [SourceText("Wij\nja")], [.init(source: 0, start: 0, end: 3, name: "no")], origin: "NVivo", told: nil)
    #expect(plain.form == .codePoints)
    #expect(plain.reason == .noDifference)
    #expect(plain.sentence == nil)
    #expect(choice([(3, 6, "Wij")], told: .codePoints).reason == .told)
  }

  @Test("Positions outside every text choose nothing and break nothing")
  func outside() {
    let found = choice([(-5, 3, "x"), (9, 2, "y"), (0, Int.max, "z"), (Int.min, Int.max, nil)])
    #expect(found.reason == .words(0, of: 4))
  }
}
