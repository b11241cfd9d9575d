import Testing
import TestSupport

@testable import Intake

struct ScannedWordsTests {
  private func shown(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ScannedWords(bytes).slips.map {
      bytes.string($0.range) + " > " + String(decoding: $0.suggestion, as: UTF8.self) + ($0.isSure ? "!" : "?")
    }
  }

  private func fixed(_ text: String) -> String { String(decoding: ScannedWords(Array(text.utf8)).fixed, as: UTF8.self) }

  @Test(
    "A slip that is sure can be put right, others are only told",
    arguments: [
      ("een coérdinator", "een coördinator"), ("cofinancie¬ ring nu", "cofinanciering nu"),
      ("co¬ fi¬nancie¬ ring", "cofinanciering"),
      ("1eraar", "1eraar"), ("de leraar en 1eraar", "de leraar en leraar"),
      ("o\u{FB03}cieel \u{133}s", "o\u{FB03}cieel \u{133}s"),
      ("¬ los", "¬ los"), ("rust ¬", "rust ¬"), ("groep¬ 8", "groep¬ 8"),
    ])
  func fixes(text: String, expected: String) { #expect(fixed(text) == expected) }

  @Test("Look-alikes are told in a text that shows it was scanned, and never changed")
  func lookAlikes() {
    let words = "op het vlak van rust, het vlak van ruimte, het vlak van licht, het viak van lucht"
    #expect(shown(words) == [])
    #expect(shown(words + " en creéren") == ["viak > vlak?", "creéren > creëren!"])
    #expect(fixed(words + " en creéren") == words + " en creëren")
  }

  @Test("Ordinary text has no slips")
  func ordinary() { #expect(shown("Één café, groep 10a, 1e klas, covid19, de 2e keer, €10 en 0,5 uur.") == []) }

  @Test("Whatever the text, only words with a slip change, and slips are in order")
  func property() {
    var generator = SeededGenerator(seed: 41)
    let pieces = [
      "coérd", "inator", "1eraar", "leraar", "¬", " ", " ", "\n", "é", "ë", "0nder", "wijs", "😀", "-", "’", "codrdin",
      "\u{AD}",
    ]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0..<16, using: &generator)).compactMap { _ in
        pieces.randomElement(using: &generator)
      }.joined()
      let bytes = Array(text.utf8)
      let slips = ScannedWords(bytes).slips
      #expect(
        zip(slips, slips.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound },
        "\(text.debugDescription)")
      var slow = text
      for slip in slips.reversed() where slip.isSure {
        let range =
          slow.utf8.index(
            slow.startIndex, offsetBy: slip.range.lowerBound)..<slow.utf8.index(
            slow.startIndex, offsetBy: slip.range.upperBound)
        slow.replaceSubrange(range, with: String(decoding: slip.suggestion, as: UTF8.self))
      }
      #expect(fixed(text) == slow, "\(text.debugDescription)")
    }
  }
}
