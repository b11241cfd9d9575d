import Testing

@testable import Analysis

@Suite("Benjamini and Hochberg's adjustment")
struct BenjaminiHochbergTests {
  @Test("Probabilities equal those worked out by hand, in the order given")
  func byHand() {
    let adjusted = BenjaminiHochberg.adjusted([0.5, 0.25, nil, 0.03125, 1])
    #expect(adjusted == [2.0 / 3, 0.5, nil, 0.125, 1])
  }

  /// `stats.false_discovery_control` of scipy 1.17.
  @Test("A smaller one further down pulls down those before it")
  func scipy() throws {
    let expected = [0.06, 0.06, 0.06, 0.6, 0.06, 0.9]
    for (got, want) in zip(BenjaminiHochberg.adjusted([0.01, 0.04, 0.03, 0.5, 0.04, 0.9]), expected) {
      #expect(abs(try #require(got) - want) < 1e-15)
    }
  }

  @Test("No tests have no adjustment")
  func none() {
    #expect(BenjaminiHochberg.adjusted([]) == [])
    #expect(BenjaminiHochberg.adjusted([nil]) == [nil])
  }
}
