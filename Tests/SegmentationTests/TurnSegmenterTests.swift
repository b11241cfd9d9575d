import Model
import Segmentation
import Testing

struct TurnSegmenterTests {
  @Test("A turn is a segment, with the place where its words begin")
  func turns() {
    let talk = spoken([("I: ", "Hoe ging het?\n\n"), ("R: ", "Goed.\nDank u.\n")])
    #expect(
      segments(of: talk, by: .turn) == [
        Segment(span: TextSpan(0, 18), wordsStart: 3, turn: 0),
        Segment(span: TextSpan(18, 35), wordsStart: 21, turn: 1),
      ])
  }

  @Test("An empty turn and an empty transcript have no segments", arguments: SegmentUnit.allCases)
  func empty(unit: SegmentUnit) {
    #expect(segments(of: Transcript(name: "t", format: "txt", text: ""), by: unit) == [])
    let talk = spoken([("", "Ja."), ("", ""), ("", "Nee.")])
    #expect(segments(of: talk, by: unit).map(\.turn) == [0, 2])
  }
}
