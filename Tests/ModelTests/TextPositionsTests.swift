import Model
import TestSupport
import Testing

@Suite struct TextPositionsTests {
  @Test("Code points and bytes translate as counting them one by one does")
  func slowVersion() {
    var generator = SeededGenerator(seed: 11)
    for length in [0, 1, 7, 255, 256, 257, 600, 1_025] {
      let text = randomText(length, &generator)
      let positions = TextPositions(text)
      var byteOfPoint: [Int] = [0]
      for scalar in text.unicodeScalars {
        byteOfPoint.append(byteOfPoint[byteOfPoint.count - 1] + String(scalar).utf8.count)
      }
      #expect(positions.codePointCount == length)
      #expect(positions.byteCount == text.utf8.count)
      #expect((0...length).map { positions.byte(ofCodePoint: $0) } == byteOfPoint)
      var pointOfByte: [Int?] = Array(repeating: nil, count: text.utf8.count + 1)
      for (point, byte) in byteOfPoint.enumerated() { pointOfByte[byte] = point }
      #expect((0...text.utf8.count).map { positions.codePoint(ofByte: $0) } == pointOfByte)
    }
  }

  @Test("Positions outside the text have no translation")
  func outside() {
    let positions = TextPositions("één")
    #expect(positions.byte(ofCodePoint: -1) == nil)
    #expect(positions.byte(ofCodePoint: 4) == nil)
    #expect(positions.codePoint(ofByte: -1) == nil)
    #expect(positions.codePoint(ofByte: 6) == nil)
    #expect(positions.codePoint(ofByte: 1) == nil)
    #expect(positions.codePoint(ofByte: 5) == 3)
  }

  @Test("The words of a span are the bytes in it, as far as the text goes")
  func words() {
    let marked = MarkedText("Wij vonden het ⟦reuze spannend, één keer⟧ zelfs eng.")
    let positions = TextPositions(marked.text)
    #expect(positions.text(of: marked.spans[0]) == "reuze spannend, één keer")
    #expect(positions.text(of: TextSpan(-4, 3)) == "Wij")
    #expect(positions.text(of: TextSpan(marked.text.utf8.count - 4, 500)) == "eng.")
    #expect(positions.text(of: TextSpan(500, 510)).isEmpty)
    #expect(positions.text(of: TextSpan(9, 4)).isEmpty)
  }

  private func randomText(_ length: Int, _ generator: inout SeededGenerator) -> String {
    let choices: [Unicode.Scalar] = ["a", " ", "\n", "é", "ß", "€", "你", "\u{301}", "😀", "𝄞"]
    var text = String.UnicodeScalarView()
    for _ in 0..<length { text.append(choices.randomElement(using: &generator) ?? "a") }
    return String(text)
  }
}
