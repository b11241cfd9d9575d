import Model
import Testing

@testable import Analysis

@Suite("Codings by unit")
struct CodingsByUnitTests {
  @Test("Each unit has the codes of its distinct codings, a code as often as it was put")
  func rows() {
    let cases = CodingsByUnit(SmallStudy.ground, unit: .cases)
    #expect((0..<cases.unitCount).map { cases[$0].sorted() } == [[1, 1, 2, 3, 3], [0, 2, 3], []])
    let transcripts = CodingsByUnit(SmallStudy.ground, unit: .transcripts)
    #expect((0..<transcripts.unitCount).map { transcripts[$0].sorted() } == [[1, 1, 2, 3], [3], [0, 2, 3], [1, 3]])
  }

  @Test("Nothing has no units")
  func nothing() {
    #expect(CodingsByUnit(CountingGround(), unit: .cases).unitCount == 0)
  }
}
