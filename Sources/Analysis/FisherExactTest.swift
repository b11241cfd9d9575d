#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Fisher's exact test of a two by two table, two-sided.
enum FisherExactTest {
  /// Tables as likely as this one but for rounding count as not more likely.
  private static let logSlack = log1p(1e-7)

  /// The sum of the probabilities of all tables with these margins that are not more likely than this one.
  ///
  /// Fisher, Statistical Methods for Research Workers (1934), 21.02; the two-sided sum as in Freeman & Halton,
  /// Biometrika 38 (1951) 141. Nil without units.
  static func probability(of table: TwoByTwoTable) -> Double? {
    guard table.n > 0 else { return nil }
    let distribution = HypergeometricProbability(
      marked: table.both + table.aOnly, unmarked: table.bOnly + table.neither, drawn: table.both + table.bOnly)
    let limit = distribution.logProbability(of: table.both) + logSlack
    let mode = distribution.mode
    guard distribution.logProbability(of: mode) > limit else { return 1 }
    return min(1, lowerTail(distribution, below: mode, limit) + upperTail(distribution, above: mode, limit))
  }

  /// Probabilities rise up to the mode: finds the last x that is unlikely enough and adds downwards from there.
  private static func lowerTail(_ distribution: HypergeometricProbability, below mode: Int, _ limit: Double) -> Double {
    var outside = distribution.support.lowerBound - 1
    var inside = mode
    while inside - outside > 1 {
      let middle = outside + (inside - outside) / 2
      if distribution.logProbability(of: middle) <= limit { outside = middle } else { inside = middle }
    }
    var x = outside
    guard x >= distribution.support.lowerBound else { return 0 }
    var term = exp(distribution.logProbability(of: x))
    var sum = term
    while x > distribution.support.lowerBound, term > sum * 1e-18 {
      term *= distribution.stepDown(from: x)
      sum += term
      x -= 1
    }
    return sum
  }

  private static func upperTail(_ distribution: HypergeometricProbability, above mode: Int, _ limit: Double) -> Double {
    var inside = mode
    var outside = distribution.support.upperBound + 1
    while outside - inside > 1 {
      let middle = inside + (outside - inside) / 2
      if distribution.logProbability(of: middle) <= limit { outside = middle } else { inside = middle }
    }
    var x = outside
    guard x <= distribution.support.upperBound else { return 0 }
    var term = exp(distribution.logProbability(of: x))
    var sum = term
    while x < distribution.support.upperBound, term > sum * 1e-18 {
      term *= distribution.stepUp(from: x)
      sum += term
      x += 1
    }
    return sum
  }
}
