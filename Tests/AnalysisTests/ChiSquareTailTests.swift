import Testing

@testable import Analysis

@Suite("Chi-square tail")
struct ChiSquareTailTests {
  /// Values of scipy 1.17, `stats.chi2.sf`.
  @Test(
    "Probabilities equal those of scipy",
    arguments: [
      (0.1, 1, 0.7518296340458492), (3.841458820694124, 1, 0.04999999999999989), (10.5, 1, 0.0011937454448720044),
      (300, 1, 3.2943623833139784e-67), (1400, 1, 2.1010145162644003e-306), (2, 2, 0.36787944117144245),
      (0.5, 4, 0.9735009788392561), (11.07, 5, 0.050009618622405425), (25, 30, 0.7250318841806004),
      (180, 150, 0.0478245691434294), (1000, 900, 0.010994608942135844),
    ])
  func scipy(chiSquare: Double, degreesOfFreedom: Int, expected: Double) {
    let probability = ChiSquareTail.probability(of: chiSquare, degreesOfFreedom: degreesOfFreedom)
    #expect(abs(probability / expected - 1) < 1e-11)
  }

  @Test("Nothing is certain, infinity impossible")
  func ends() {
    #expect(ChiSquareTail.probability(of: 0, degreesOfFreedom: 1) == 1)
    #expect(ChiSquareTail.probability(of: .infinity, degreesOfFreedom: 3) == 0)
  }
}
