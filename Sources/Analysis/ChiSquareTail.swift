#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The probability of a chi-square as large as this one or larger.
enum ChiSquareTail {
  /// Q(df/2, x/2), the regularised upper incomplete gamma function (DLMF 8.2.4; Abramowitz & Stegun 26.4.19).
  static func probability(of chiSquare: Double, degreesOfFreedom: Int) -> Double {
    upperGamma(Double(degreesOfFreedom) / 2, chiSquare / 2)
  }

  /// Q(a, x): by the series for P left of the bulk, by the continued fraction right of it.
  ///
  /// Press et al., Numerical Recipes, 6.2.
  static func upperGamma(_ a: Double, _ x: Double) -> Double {
    guard x > 0 else { return 1 }
    guard x.isFinite else { return 0 }
    let front = exp(a * log(x) - x - LogGamma.value(a))
    return x < a + 1 ? 1 - front * lowerSeries(a, x) : front * upperFraction(a, x)
  }

  /// Σ xⁿ / (a (a + 1) … (a + n)) (DLMF 8.7.1).
  private static func lowerSeries(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    var n = a
    while term > sum * Double.ulpOfOne / 4 {
      n += 1
      term *= x / n
      sum += term
    }
    return sum
  }

  /// 1/(x+1-a- 1(1-a)/(x+3-a- …)) (DLMF 8.9.2) by Lentz's method as modified by Thompson and Barnett.
  private static func upperFraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var fraction = d
    for step in 1...100_000 {
      let numerator = -Double(step) * (Double(step) - a)
      b += 2
      d = numerator * d + b
      if abs(d) < tiny { d = tiny }
      c = b + numerator / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let change = d * c
      fraction *= change
      if abs(change - 1) < Double.ulpOfOne { break }
    }
    return fraction
  }
}
