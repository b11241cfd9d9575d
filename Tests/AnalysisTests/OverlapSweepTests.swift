import Model
import Testing

@testable import Analysis

@Suite("Overlap sweep")
struct OverlapSweepTests {
  private func overlaps(_ rows: [[Int32]]) -> PairMatrix {
    let slots = CodeSlots([0, 1], tree: CodeTree(parents: [-1, -1]))
    return FamilySpans(CodingColumns(sorting: rows), slots: slots).pairMatrixOfOverlaps(slotCount: 2)
  }

  @Test("Spans that only touch do not overlap")
  func touching() {
    #expect(overlaps([[0, 3, 7, 0, 0], [0, 7, 9, 1, 0]]).cells == [0, 0, 0, 0])
    #expect(overlaps([[0, 3, 8, 0, 0], [0, 7, 9, 1, 0]]).cells == [0, 1, 1, 0])
  }

  @Test("Spans of two transcripts never meet")
  func transcripts() {
    #expect(overlaps([[0, 3, 7, 0, 0], [1, 3, 7, 1, 0]]).cells == [0, 0, 0, 0])
  }

  @Test("A pile of n spans of one code makes n (n - 1) / 2 pairs")
  func pile() {
    let rows = (0..<Int32(1000)).map { [0, $0, 5000 - $0, 0, 0] }
    #expect(overlaps(rows).cells == [499_500, 0, 0, 0])
  }

  @Test("The same span by two coders is one coding")
  func twoCoders() {
    #expect(overlaps([[0, 0, 5, 0, 0], [0, 0, 5, 1, 0], [0, 0, 5, 0, 1]]).cells == [0, 1, 1, 0])
  }
}
