import Model
import TestSupport
import Testing

@Suite struct SpokenWordsTests {
  private func starts(_ text: String, from begin: Int = 0) -> [Int] {
    var text = text
    return text.withUTF8 { SpokenWords.starts(in: $0, from: begin).map(Int.init) }
  }

  @Test(
    "A word is a run between blanks with a letter or digit in it",
    arguments: [
      ("⟦Nou⟧ ja", 2), ("ja – nee", 2), ("… ja …", 1), ("IB'er en MR-lid", 3), ("4/5 vwo", 2), ("1.888", 1), ("", 0),
      ("(lacht) [onverstaanbaar]", 2), ("« één »", 1), ("een\u{A0}twee\u{202F}drie", 3), ("a\u{200B}b", 2),
      ("👍 top → 3 €", 2),
      ("\n\t - \n", 0),
    ])
  func counts(marked: String, expected: Int) {
    let text = MarkedText(marked).text
    #expect(starts(text).count == expected)
    var copy = text
    #expect(copy.withUTF8 { SpokenWords.count(in: $0) } == expected)
  }

  @Test("What stands before the words is not counted")
  func label() { #expect(starts("Anna: ja hoor", from: 6) == [6, 9]) }

  @Test("The words of a transcript are those of its segments, without labels")
  func transcript() {
    let transcript = Transcript(name: "visit", format: "txt", text: "Anna: ja hoor. Één dag.\n")
    let segments = [
      Segment(span: TextSpan(0, 15), wordsStart: 6, turn: 0), Segment(span: TextSpan(15, 26), wordsStart: 15, turn: 0),
    ]
    #expect(SpokenWords.count(in: transcript, segments) == 4)
    #expect(SpokenWords.count(in: transcript, []) == 0)
  }

  @Test("Words begin where reading letter by letter says")
  func againstSlow() {
    var generator = SeededGenerator(seed: 5)
    let pieces = ["a", "é", "7", " ", "\n", "\u{A0}", "-", "–", "…", "'", "ĳ", "ß", "\u{2009}", "”", "x"]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? "a"
      }.joined()
      #expect(starts(text) == slowly(text), "\(text.debugDescription)")
    }
  }

  private func slowly(_ text: String) -> [Int] {
    var found: [Int] = []
    var offset = 0
    var start: Int?
    var counts = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if let start, counts { found.append(start) }
        start = nil
        counts = false
      } else {
        start = start ?? offset
        counts = counts || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      }
      offset += UTF8.width(scalar)
    }
    if let start, counts { found.append(start) }
    return found
  }
}
