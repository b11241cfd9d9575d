import Model
import TestSupport
import Testing

@testable import Exchange

@Suite struct QuotePlacesTests {
  @Test("Words are found however their blanks and line ends are written")
  func finds() {
    let marked = MarkedText("Anna: ⟦Wij wachten\n  drie uur⟧. Wij wachten.\n⟦Wij  wachten drie uur⟧")
    #expect(QuotePlaces(marked.text).spans(of: " Wij wachten\tdrie uur\r\n") == marked.spans)
    #expect(QuotePlaces(marked.text).spans(of: "wij wachten") == [])
    #expect(QuotePlaces(marked.text).spans(of: " ") == [])
    #expect(QuotePlaces("").spans(of: "a") == [])
  }

  @Test("The places are those of the slow search")
  func slow() {
    for seed in 0..<200 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      func text(_ most: Int) -> String {
        (0..<Int.random(in: 1...most, using: &generator)).map { _ in
          ["a", "b", "ab", "aa", "é"].randomElement(using: &generator) ?? ""
        }.joined()
      }
      let (whole, quote) = (text(40), text(4))
      let (bytes, wanted) = (Array(whole.utf8), Array(quote.utf8))
      var expected: [TextSpan] = []
      for start in bytes.indices where bytes[start...].starts(with: wanted) {
        expected.append(TextSpan(start, start + wanted.count))
      }
      #expect(QuotePlaces(whole).spans(of: quote) == expected, "seed \(seed)")
    }
  }
}
