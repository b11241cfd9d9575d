#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The logarithm of the gamma function, and what Stirling's formula leaves out of it.
enum LogGamma {
  /// ln Γ(x) for x > 0: Stirling's series (DLMF 5.11.1) above 16, below it by Γ(x + 1) = x Γ(x) (DLMF 5.5.1).
  static func value(_ x: Double) -> Double {
    var shifted = x
    var product = 1.0
    while shifted < 16 {
      product *= shifted
      shifted += 1
    }
    return (shifted - 0.5) * log(shifted) - shifted + halfLogTwoPi + series(shifted) - log(product)
  }

  /// ln n! - ln(√(2πn) (n/e)ⁿ), `stirlerr` of Loader, "Fast and accurate computation of binomial probabilities" (2000).
  static func stirlingError(_ n: Int) -> Double {
    guard n > 0 else { return 0 }
    let x = Double(n)
    guard n < 16 else { return series(x) }
    let factorial = (1...n).reduce(1.0) { $0 * Double($1) }
    return log(factorial) - (x + 0.5) * log(x) + x - halfLogTwoPi
  }

  static let halfLogTwoPi = 0.5 * log(2 * Double.pi)

  /// Σ B₂ₖ / (2k (2k - 1) x²ᵏ⁻¹), to full precision for x of 16 or more.
  private static func series(_ x: Double) -> Double {
    let square = 1 / (x * x)
    let terms = [-691.0 / 360_360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12]
    return terms.reduce(0) { $0 * square + $1 } / x
  }
}
