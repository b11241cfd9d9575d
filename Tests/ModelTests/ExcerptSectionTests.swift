import Model
import Testing

struct ExcerptSectionTests {
  private func excerpt(_ number: Int) -> Excerpt {
    Excerpt(
      caseName: nil, transcript: "t", firstSegment: number, lastSegment: number, speaker: nil, role: nil, time: nil,
      start: 0, end: 1, codes: [], text: "x")
  }

  @Test("Sections take the excerpts one after the other; without sections they stand together")
  func parts() {
    var excerpts = Excerpts(title: "", items: (1...3).map(excerpt))
    #expect(excerpts.parts.map { $0.items.map(\.firstSegment) } == [[1, 2, 3]])
    excerpts.sections = [2, 0, 5].map {
      ExcerptSection(code: "K", name: "K", quotes: 9, transcripts: 1, cases: 1, shown: $0)
    }
    #expect(excerpts.parts.map { $0.items.map(\.firstSegment) } == [[1, 2], [], [3]])
  }
}
