import Testing

@testable import Analysis

@Suite("Two by two tables")
struct TwoByTwoTableTests {
  @Test("Measures equal their formulas worked out by hand")
  func byHand() {
    let table = TwoByTwoTable(both: 4, aOnly: 4, bOnly: 0, neither: 8)
    #expect(table.jaccard == 0.5)
    #expect(table.dice == 8.0 / 12)
    #expect(table.lift == 2)
    #expect(table.pointwiseMutualInformation == 1)
    #expect(table.normalizedMutualInformation == 0.5)
    #expect(table.phi == 32 / 3072.0.squareRoot())
    #expect(table.oddsRatio == .infinity)
    #expect(table.haldaneOddsRatio == 4.5 * 8.5 / (4.5 * 0.5))
  }

  /// Values of scipy 1.17 `stats.chi2_contingency`, with and without correction and with `lambda_="log-likelihood"`.
  @Test(
    "Chi-squares equal those of scipy",
    arguments: [
      (
        TwoByTwoTable(both: 10, aOnly: 25, bOnly: 11, neither: 108), 8.578799941029043, 7.016128556685834,
        7.462369550911147
      ),
      (
        TwoByTwoTable(both: 12, aOnly: 5, bOnly: 7, neither: 26), 11.610512394493217, 9.609326057942853,
        11.70356068485622
      ),
      (TwoByTwoTable(both: 3, aOnly: 3, bOnly: 1, neither: 1), 0, 0, 0),
    ])
  func chiSquares(table: TwoByTwoTable, pearson: Double, yates: Double, likelihood: Double) throws {
    #expect(abs(try #require(table.chiSquare) - pearson) < 1e-12)
    #expect(abs(try #require(table.yatesChiSquare) - yates) < 1e-12)
    #expect(abs(try #require(table.likelihoodRatio) - likelihood) < 1e-12)
  }

  @Test("Codes that never meet have no shared information")
  func neverTogether() {
    let table = TwoByTwoTable(both: 0, aOnly: 2, bOnly: 3, neither: 4)
    #expect(table.pointwiseMutualInformation == -.infinity)
    #expect(table.normalizedMutualInformation == -1)
    #expect(table.oddsRatio == 0)
  }

  @Test("With every unit having both codes, most measures are undefined")
  func always() {
    let table = TwoByTwoTable(both: 5, aOnly: 0, bOnly: 0, neither: 0)
    #expect(table.lift == 1)
    #expect(table.normalizedMutualInformation == nil)
    #expect(table.phi == nil)
    #expect(table.oddsRatio == nil)
    #expect(table.yatesChiSquare == nil)
  }

  @Test("Without units everything is undefined")
  func nothing() {
    let table = TwoByTwoTable(both: 0, aOnly: 0, bOnly: 0, neither: 0)
    let measures = [
      table.jaccard, table.dice, table.lift, table.pointwiseMutualInformation, table.normalizedMutualInformation,
      table.phi, table.oddsRatio, table.haldaneOddsRatio, table.chiSquare, table.yatesChiSquare, table.likelihoodRatio,
      FisherExactTest.probability(of: table),
    ]
    #expect(measures.allSatisfy { $0 == nil })
  }
}
