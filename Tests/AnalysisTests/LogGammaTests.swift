import Testing

@testable import Analysis

@Suite("Logarithm of the gamma function")
struct LogGammaTests {
  /// Values of scipy 1.17, `special.gammaln`.
  @Test(
    "Values equal those of scipy",
    arguments: [
      (0.5, 0.5723649429247), (1, 0), (1.5, -0.12078223763524526), (2.25, 0.1248717148923966), (10, 12.801827480081469),
      (15.9, 27.625493215168696), (16, 27.899271383840894), (100.5, 361.43554046777757), (1e6, 12815504.569147611),
    ])
  func scipy(x: Double, expected: Double) {
    #expect(abs(LogGamma.value(x) - expected) < 1e-14 * max(1, abs(expected)) * 4)
  }

  /// Values from `special.gammaln` of scipy 1.17 and Stirling's formula.
  @Test(
    "What Stirling's formula leaves out has no jump where the series takes over",
    arguments: [
      (1, 0.08106146679532733), (5, 0.016644691189821703), (15, 0.005554733551965452), (16, 0.005207655919617249),
    ])
  func stirling(n: Int, expected: Double) {
    #expect(abs(LogGamma.stirlingError(n) - expected) < 1e-13)
  }
}
