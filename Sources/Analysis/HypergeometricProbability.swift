#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// How likely x marked units are among the drawn ones, all margins fixed.
struct HypergeometricProbability {
  let marked: Int
  let unmarked: Int
  let drawn: Int

  var total: Int { marked + unmarked }
  /// The values that x can take.
  var support: ClosedRange<Int> { max(0, drawn - unmarked)...min(drawn, marked) }
  /// The most likely x.
  var mode: Int {
    let exact = (Double(drawn + 1) * (Double(marked + 1) / Double(total + 2))).rounded(.down)
    return min(max(Int(exact), support.lowerBound), support.upperBound)
  }

  /// ln p(x), as a quotient of three binomial probabilities, which loses no digits in large numbers.
  ///
  /// Loader, "Fast and accurate computation of binomial probabilities" (2000), section 5.
  func logProbability(of x: Int) -> Double {
    let p = Double(drawn) / Double(total)
    let q = Double(total - drawn) / Double(total)
    return Self.logBinomial(x, of: marked, p, q) + Self.logBinomial(drawn - x, of: unmarked, p, q)
      - Self.logBinomial(drawn, of: total, p, q)
  }

  /// p(x - 1) / p(x).
  func stepDown(from x: Int) -> Double {
    Double(x) * Double(unmarked - drawn + x) / (Double(marked - x + 1) * Double(drawn - x + 1))
  }

  /// p(x + 1) / p(x).
  func stepUp(from x: Int) -> Double {
    Double(marked - x) * Double(drawn - x) / (Double(x + 1) * Double(unmarked - drawn + x + 1))
  }

  /// ln of the binomial probability of x among n, by Loader's saddle point.
  static func logBinomial(_ x: Int, of n: Int, _ p: Double, _ q: Double) -> Double {
    if p == 0 { return x == 0 ? 0 : -.infinity }
    if q == 0 { return x == n ? 0 : -.infinity }
    if n == 0 { return 0 }
    let size = Double(n)
    if x == 0 { return p < 0.1 ? -deviance(size, size * q) - size * p : size * log(q) }
    if x == n { return q < 0.1 ? -deviance(size, size * p) - size * q : size * log(p) }
    let core =
      LogGamma.stirlingError(n) - LogGamma.stirlingError(x) - LogGamma.stirlingError(n - x)
      - deviance(Double(x), size * p) - deviance(Double(n - x), size * q)
    return core - LogGamma.halfLogTwoPi - 0.5 * (log(Double(x)) + log1p(-Double(x) / size))
  }

  /// x ln(x/m) + m - x without cancellation: Loader's `bd0`.
  private static func deviance(_ x: Double, _ mean: Double) -> Double {
    guard abs(x - mean) < 0.1 * (x + mean) else { return x * log(x / mean) + mean - x }
    let v = (x - mean) / (x + mean)
    var sum = (x - mean) * v
    var term = 2 * x * v
    var odd = 1.0
    while true {
      term *= v * v
      odd += 2
      let next = sum + term / odd
      if next == sum { return sum }
      sum = next
    }
  }
}
