import Testing

@testable import Analysis

@Suite("McNemar's exact test")
struct McNemarTestTests {
  @Test("It is twice the smaller tail of the coin tosses, at most 1")
  func tails() throws {
    #expect(abs(try #require(McNemarTest.probability(firstOnly: 12, secondOnly: 2)) - 0.012939453125) < 1e-15)
    #expect(
      McNemarTest.probability(firstOnly: 2, secondOnly: 12) == McNemarTest.probability(firstOnly: 12, secondOnly: 2))
    #expect(McNemarTest.probability(firstOnly: 5, secondOnly: 5) == 1)
    #expect(abs(try #require(McNemarTest.probability(firstOnly: 0, secondOnly: 5)) - 0.0625) < 1e-15)
  }

  @Test("Where nothing changed there is nothing to test, and many changes are no trouble")
  func extremes() throws {
    #expect(McNemarTest.probability(firstOnly: 0, secondOnly: 0) == nil)
    let many = try #require(McNemarTest.probability(firstOnly: 500_000, secondOnly: 500_000))
    #expect(many == 1)
  }
}
