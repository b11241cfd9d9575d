#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Student's t distribution (Student, Biometrika 6, 1908, 1).
enum StudentT {
  /// The value that t stays below with a probability of at least a half; found by halving, to full precision.
  static func quantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
    guard probability > 0.5 else { return 0 }
    var (low, high) = (0.0, 1.0)
    while upperTail(of: high, degreesOfFreedom) > 1 - probability, high < 1e300 {
      low = high
      high *= 2
    }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return middle }
      if upperTail(of: middle, degreesOfFreedom) > 1 - probability { low = middle } else { high = middle }
    }
  }

  /// P(T > t) for t ≥ 0: half of I_x(ν/2, 1/2) at x = ν / (ν + t²) (Abramowitz & Stegun 26.7.1).
  static func upperTail(of t: Double, _ degreesOfFreedom: Double) -> Double {
    beta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5) / 2
  }

  /// The regularised incomplete beta function I_x(a, b), by its continued fraction where that converges fast and by
  /// I_x(a, b) = 1 - I_{1-x}(b, a) elsewhere (DLMF 8.17.4 and 8.17.22).
  static func beta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let logFront = LogGamma.value(a + b) - LogGamma.value(a) - LogGamma.value(b) + a * log(x) + b * log1p(-x)
    let front = exp(logFront)
    return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
  }

  /// Lentz's method as modified by Thompson and Barnett.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    d = 1 / (abs(d) < tiny ? tiny : d)
    var value = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      var change = 1.0
      for numerator in [even, odd] {
        d = 1 + numerator * d
        d = 1 / (abs(d) < tiny ? tiny : d)
        c = 1 + numerator / c
        if abs(c) < tiny { c = tiny }
        change = d * c
        value *= change
      }
      if abs(change - 1) < Double.ulpOfOne { break }
    }
    return value
  }
}
