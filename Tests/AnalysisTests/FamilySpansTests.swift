import Model
import Testing

@testable import Analysis

@Suite("Spans of a family of codes")
struct FamilySpansTests {
  private let slots = CodeSlots([0, 1], tree: CodeTree(parents: [-1, 0, 0]))

  @Test("Two children on one span make one coding of the code above, and empty spans none")
  func distinct() {
    let spans = FamilySpans(
      CodingColumns(sorting: [[0, 2, 2, 1, 0], [0, 2, 9, 1, 0], [0, 2, 9, 2, 1], [0, 4, 9, 2, 0]]), slots: slots)
    #expect(spans.start == [2, 2, 4])
    #expect(spans.slot == [1, 0, 0])
    #expect(spans.runs == [0, 2, 3])
    #expect(spans.counts(slotCount: 2) == [2, 1])
  }

  @Test("Stretched spans run from the first to the last segment they touch, and those that touch none are gone")
  func stretched() {
    var segments = UnitColumns()
    segments.append(transcript: 0, start: 0, end: 10, position: 0)
    segments.append(transcript: 0, start: 30, end: 40, position: 3)
    let codings = CodingColumns(sorting: [[0, 5, 31, 0, 0], [0, 12, 20, 0, 0], [0, 39, 60, 0, 0]])
    let spans = FamilySpans(codings, slots: slots).stretched(by: 2, over: segments)
    #expect(spans.start == [0, 3])
    #expect(spans.end == [6, 6])
  }
}
