import Testing

@testable import Analysis

@Suite("Comparison of two frequencies")
struct FrequencyComparisonTests {
  /// Worked out by hand from the formula, with Python's `math.log`.
  @Test(
    "Expected counts and log-likelihood are those of Rayson and Garside",
    arguments: [
      (10, 5, 1000, 2000, 5.0, 6.931471805599453), (120, 3, 10000, 100_000, 11.181818181818182, 547.8590671285198),
      (33, 67, 1000, 1000, 50.0, 11.79370896954794), (1, 0, 3, 1, 0.75, 0.5753641449035618),
    ])
  func values(one: Int, other: Int, sizeOfOne: Int, sizeOfOther: Int, expected: Double, likelihood: Double) {
    let compared = FrequencyComparison(one: one, other: other, sizeOfOne: sizeOfOne, sizeOfOther: sizeOfOther)
    #expect(abs(compared.expected - expected) < 1e-12 * expected)
    #expect(abs(compared.logLikelihood - likelihood) < 1e-9 * likelihood)
    #expect(compared.isMoreThanExpected == (Double(one) > expected))
  }

  @Test("Where nothing was said, or as often as expected, it is 0")
  func zero() {
    #expect(FrequencyComparison(one: 0, other: 0, sizeOfOne: 0, sizeOfOther: 0).logLikelihood == 0)
    #expect(FrequencyComparison(one: 3, other: 0, sizeOfOne: 9, sizeOfOther: 0).logLikelihood == 0)
    let even = FrequencyComparison(one: 2, other: 4, sizeOfOne: 100, sizeOfOther: 200)
    #expect(even.logLikelihood == 0 && !even.isMoreThanExpected)
  }
}
