import Testing

@testable import Analysis

@Suite("Newcombe's intervals for differences")
struct NewcombeIntervalTests {
  @Test("Independent groups give the bounds of the worked example of the paper, 56 of 70 against 48 of 80")
  func published() throws {
    let bounds = try #require(NewcombeInterval.independent((56, 70), (48, 80)))
    #expect(abs(bounds.low - 0.0524) < 5e-5 && abs(bounds.high - 0.3339) < 5e-5)
    #expect(abs(bounds.low - 0.05243147240236498) < 1e-12 && abs(bounds.high - 0.333872654036906) < 1e-12)
  }

  @Test("Changing sides changes the sign")
  func symmetry() throws {
    let one = try #require(NewcombeInterval.independent((30, 100), (40, 90)))
    let other = try #require(NewcombeInterval.independent((40, 90), (30, 100)))
    #expect(abs(one.low + other.high) < 1e-15 && abs(one.high + other.low) < 1e-15)
    #expect(abs(one.low + 0.27538180039772187) < 1e-12)
  }

  @Test(
    "The same units twice give the bounds of the formula, written out apart",
    arguments: [
      ([36, 12, 2, 0], 0.05692958400323875, 0.3404276029749406),
      ([20, 12, 2, 16], 0.056156424841748265, 0.32920699540014053),
      ([1, 1, 7, 30], -0.3076388993529371, -0.0031619184330640704),
      ([0, 29, 7, 0], 0.29943914009645234, 0.8049380916214255),
      ([54, 0, 0, 0], -0.06641358809089637, 0.06641358809089637),
    ] as [([Int], Double, Double)])
  func paired(cells: [Int], low: Double, high: Double) throws {
    let table = TwoByTwoTable(both: cells[0], aOnly: cells[1], bOnly: cells[2], neither: cells[3])
    let bounds = try #require(NewcombeInterval.paired(table))
    #expect(abs(bounds.low - low) < 1e-12 && abs(bounds.high - high) < 1e-12)
  }

  @Test("An empty group has no interval")
  func nothing() {
    #expect(NewcombeInterval.independent((0, 0), (1, 2)) == nil)
    #expect(NewcombeInterval.paired(TwoByTwoTable(both: 0, aOnly: 0, bOnly: 0, neither: 0)) == nil)
  }
}
