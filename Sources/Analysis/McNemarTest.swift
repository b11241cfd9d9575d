#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The exact test of a change in units that were looked at twice.
enum McNemarTest {
  /// Two-sided: twice the smaller tail of the binomial distribution of the units that changed, at most 1.
  ///
  /// McNemar, Psychometrika 12 (1947) 153, in its exact form (the sign test). Nil where no unit changed.
  static func probability(firstOnly: Int, secondOnly: Int) -> Double? {
    let changed = firstOnly + secondOnly
    guard changed > 0 else { return nil }
    var term = exp(HypergeometricProbability.logBinomial(min(firstOnly, secondOnly), of: changed, 0.5, 0.5))
    var sum = term
    var x = min(firstOnly, secondOnly)
    while x > 0, term > sum * 1e-18 {
      term *= Double(x) / Double(changed - x + 1)
      sum += term
      x -= 1
    }
    return min(1, 2 * sum)
  }
}
