import Testing

@testable import Exchange

@Suite struct QDAColourTests {
  @Test(
    "Colours are read as six digits, in whatever way they are written",
    arguments: [
      ("#4477AA", "#4477AA"), ("#47a", "#4477AA"), ("4477aa", "#4477AA"), ("#4477AAFF", "#4477AA"),
      ("rgb(68, 119,170)", "#4477AA"), (" RGB(0,0,10) ", "#00000A"), ("", nil), ("#44", nil), ("blue", nil),
      ("rgb(300,0,0)", nil), ("#4477A!", nil), ("#é", nil),
    ])
  func reads(written: String, colour: String?) { #expect(QDAColour.read(written) == colour) }
}
