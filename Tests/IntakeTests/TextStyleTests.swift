import Testing

@testable import Intake

struct TextStyleTests {
  @Test("A style has from others what it does not say itself, however they go round")
  func parents() {
    var sheet = StyleSheet()
    sheet["a"] = TextStyle(parent: "b", isBold: false)
    sheet["b"] = TextStyle(parent: "c", isBold: true, colour: 5)
    sheet["c"] = TextStyle(parent: "a", isHidden: true)
    let look = sheet.style("a")?.applied(to: TextLook(isUnderlined: true))
    #expect(look == TextLook(isUnderlined: true, colour: 5, isHidden: true))
    #expect(sheet.style("d") == nil)
  }

  @Test("A colour is a number, and black without one")
  func colours() { #expect(["FF0000", "#00000a", "auto", "", "-1"].map(TextLook.colour) == [0xFF0000, 10, 0, 0, 0]) }

  @Test("Words stand out by what others lack")
  func standsOut() {
    let (plain, bold, red) = (TextLook(), TextLook(isBold: true), TextLook(colour: 3))
    #expect(
      [bold.standsOut(from: plain), plain.standsOut(from: bold), red.standsOut(from: plain)] == [true, false, true])
    #expect(!plain.standsOut(from: red))
    #expect(plain.isMarked(as: TextLook(symbols: .symbol)))
  }
}
