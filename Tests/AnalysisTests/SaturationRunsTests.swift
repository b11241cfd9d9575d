import Testing

@testable import Analysis

@Suite("Runs after a base")
struct SaturationRunsTests {
  /// Ten interviews: the first four have 37 themes and interviews 5 and 6 add 7, as in the example of Guest, Namey & Chen
  /// (2020); what follows interview 6 is invented.
  private let new = [20, 9, 5, 3, 4, 3, 1, 1, 0, 0]

  @Test(
    "A base of four and a run of two has 19% new information first, and is saturated at the run that adds 5% or less")
  func published() throws {
    let runs = SaturationRuns(newCodes: new, baseSize: 4, runLength: 2)
    #expect(runs.codesInBase == 37)
    #expect(runs.runs.map(\.newCodes) == [7, 4, 2, 1, 0])
    #expect(runs.runs.map(\.from) == [5, 6, 7, 8, 9] && runs.runs.map(\.to) == [6, 7, 8, 9, 10])
    #expect(abs(try #require(runs.runs[0].newInformation) - 0.189189189189) < 1e-12)
    #expect(runs.unitsAtSaturation(threshold: 0.05) == 7)
    #expect(runs.unitsAtSaturation(threshold: 0) == 8)
    let three = SaturationRuns(newCodes: new, baseSize: 6, runLength: 3)
    #expect(three.unitsAtSaturation(threshold: 0.05) == 6)
    #expect(three.unitsAtSaturation(threshold: 0) == nil && three.whyNever == "not reached")
  }

  @Test("A base without codes has no information to be new, and a base that is too large no runs")
  func undefined() {
    let empty = SaturationRuns(newCodes: [0, 0, 3, 1], baseSize: 2, runLength: 1)
    #expect(empty.runs.map(\.newInformation) == [nil, nil])
    #expect(empty.unitsAtSaturation(threshold: 1) == nil && empty.whyNever == "no code in the base")
    for (base, run) in [(3, 2), (.max, .max), (1, .max), (4, 1)] {
      let none = SaturationRuns(newCodes: [1, 1, 1, 1], baseSize: base, runLength: run)
      #expect(none.runs.isEmpty && none.whyNever.hasPrefix("too few"))
    }
  }
}
