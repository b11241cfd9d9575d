import Testing

@testable import Analysis

@Suite("Hypergeometric probabilities")
struct HypergeometricProbabilityTests {
  /// Logarithms of exact fractions of binomial coefficients, worked out in Python with 40 digits.
  private static let exactValues: [([Int], Double)] = [
    ([3, 5, 7, 4], -1.9560625205193314), ([0, 5, 7, 4], -2.649209701079277), ([4, 5, 7, 4], -4.59511985013459),
    ([5, 5, 7, 9], -1.8382794848629478), ([40, 100, 900, 400], -2.457953346929999),
    ([300, 2300, 97700, 1800], -374.9347681531494),
  ]

  @Test("Logarithms equal those of exact fractions", arguments: exactValues)
  func exact(numbers: [Int], expected: Double) {
    let distribution = HypergeometricProbability(marked: numbers[1], unmarked: numbers[2], drawn: numbers[3])
    #expect(abs(distribution.logProbability(of: numbers[0]) / expected - 1) < 1e-13)
  }

  @Test("The mode is the most likely value, and each step agrees with the probabilities")
  func modeAndSteps() {
    for marked in 0...9 {
      for unmarked in 0...9 {
        for drawn in 0...(marked + unmarked) where marked + unmarked > 0 {
          let distribution = HypergeometricProbability(marked: marked, unmarked: unmarked, drawn: drawn)
          let logs = distribution.support.map { distribution.logProbability(of: $0) }
          #expect(distribution.logProbability(of: distribution.mode) > (logs.max() ?? 0) - 1e-12)
          for x in distribution.support.dropFirst() {
            let difference = distribution.logProbability(of: x) - distribution.logProbability(of: x - 1)
            let ratio = distribution.stepUp(from: x - 1)
            #expect(abs(distribution.stepDown(from: x) * ratio - 1) < 1e-12)
            #expect(abs(difference - (ratio == 1 ? 0 : logOf(ratio))) < 1e-12)
          }
        }
      }
    }
  }

  /// ln of a small positive number by way of LogGamma: ln x = ln Γ(x + 1) - ln Γ(x).
  private func logOf(_ x: Double) -> Double { LogGamma.value(x + 1) - LogGamma.value(x) }
}
