import Testing

@testable import Analysis

@Suite("Student's t")
struct StudentTTests {
  /// Values of scipy 1.17, `stats.t.ppf`.
  @Test(
    "Quantiles equal those of scipy",
    arguments: [
      (0.975, 1.0, 12.706204736432095), (0.975, 2, 4.302652729911275), (0.975, 11, 2.2009851600829523),
      (0.975, 99, 1.9842169515086827), (0.975, 1e6, 1.9599663568141055), (0.75, 3, 0.7648923284043346),
      (0.5, 4, 0.0),
    ])
  func quantiles(probability: Double, freedom: Double, expected: Double) {
    #expect(abs(StudentT.quantile(probability, degreesOfFreedom: freedom) - expected) < 1e-8 * max(1, expected))
  }
}
