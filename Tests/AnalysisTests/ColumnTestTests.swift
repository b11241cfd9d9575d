import Testing

@testable import Analysis

@Suite("A code against columns")
struct ColumnTestTests {
  @Test("Chi-square, its probability, Cramér's V and residuals are those of the definition")
  func definition() throws {
    // Code01 by sector in the reference study: 4 of 4, 0 of 1, 2 of 3.
    let test = ColumnTest(having: [4, 0, 2], sizes: [4, 1, 3])
    #expect(test.degreesOfFreedom == 2)
    #expect(abs(try #require(test.chiSquare) - 40.0 / 9) < 1e-12)
    #expect(abs(try #require(test.probability) - 0.108368023222) < 1e-12)
    #expect(abs(try #require(test.cramersV) - 0.7453559925) < 1e-10)
    #expect(test.expected(0) == 3 && test.expected(1) == 0.75)
    // (4 - 3) / √(3 × ½ × ¼).
    #expect(abs(try #require(test.adjustedResidual(0)) - 1 / 0.375.squareRoot()) < 1e-12)
  }

  @Test("With two columns chi-square is that of a two by two table, and so is the residual squared")
  func twoColumns() throws {
    let test = ColumnTest(having: [7, 2], sizes: [12, 15])
    let table = TwoByTwoTable(both: 7, aOnly: 5, bOnly: 2, neither: 13)
    let chiSquare = try #require(table.chiSquare)
    #expect(abs(try #require(test.chiSquare) - chiSquare) < 1e-12)
    let residual = try #require(test.adjustedResidual(0))
    #expect(abs(residual * residual - chiSquare) < 1e-12)
  }

  @Test("Empty columns take no part; without two columns, or where all or none have the code, there is no test")
  func undefined() throws {
    #expect(ColumnTest(having: [1, 0, 1], sizes: [3, 0, 4]).degreesOfFreedom == 1)
    for (having, sizes) in [([2, 0], [3, 0]), ([0, 0], [3, 4]), ([3, 4], [3, 4]), ([], [])] as [([Int], [Int])] {
      let test = ColumnTest(having: having, sizes: sizes)
      #expect(test.degreesOfFreedom == nil && test.chiSquare == nil && test.probability == nil)
      #expect(try test.cramersV == nil && FreemanHaltonTest.result(of: test) == nil)
      #expect(sizes.isEmpty || test.adjustedResidual(0) == nil)
    }
    #expect(ColumnTest(having: [0], sizes: [0]).expected(0) == nil)
  }
}
