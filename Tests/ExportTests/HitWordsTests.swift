import Model
import Testing

@testable import Export

struct HitWordsTests {
  private func shown(_ text: String, _ hits: [TextSpan]) -> [String] {
    let excerpt = Excerpt(
      caseName: nil, transcript: "t", firstSegment: 1, lastSegment: 1, speaker: nil, role: nil, time: nil, start: 0,
      end: 1, codes: [], text: text, hits: hits)
    return HitWords(excerpt).paragraphs.map { $0.map { $0.isHit ? "[\($0.text)]" : $0.text }.joined() }
  }

  @Test("Hits are marked once, also where they overlap or go on in the next paragraph")
  func hits() {
    #expect(shown("een twee drie", [TextSpan(4, 8)]) == ["een [twee] drie"])
    #expect(shown("een twee drie", [TextSpan(0, 6), TextSpan(4, 8)]) == ["[een twee] drie"])
    #expect(shown("een\n\ntwee drie\n", [TextSpan(0, 9)]) == ["[een]", "[twee] drie"])
    #expect(shown("één", [TextSpan(0, 5)]) == ["[één]"])
  }

  @Test("Hits that are no place in the text are left out")
  func wrong() {
    #expect(shown("een", [TextSpan(-1, 2), TextSpan(2, 9), TextSpan(2, 2), TextSpan(3, 1)]) == ["een"])
    #expect(shown("", [TextSpan(0, 0)]) == [])
  }
}
