#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Of all units: those with both codes, with one only, with neither.
///
/// Measures of association are nil where they are undefined.
struct TwoByTwoTable: Equatable {
  let both: Int
  let aOnly: Int
  let bOnly: Int
  let neither: Int

  var n: Int { both + aOnly + bOnly + neither }

  /// Whether each code is in some unit.
  var bothOccur: Bool { both + aOnly > 0 && both + bOnly > 0 }

  /// Whether a code is in every unit or in none, so that nothing can be said of its association.
  var hasEmptyMargin: Bool { productOfMargins == 0 }

  private var a: Double { Double(both) }
  private var b: Double { Double(aOnly) }
  private var c: Double { Double(bOnly) }
  private var d: Double { Double(neither) }
  private var total: Double { Double(n) }
  private var productOfMargins: Double { (a + b) * (c + d) * (a + c) * (b + d) }

  /// a / (a + b + c).
  ///
  /// Jaccard, Bull. Soc. Vaudoise Sci. Nat. 37 (1901) 547.
  var jaccard: Double? { ratio(a, a + b + c) }

  /// 2a / (2a + b + c), of Dice, Ecology 26 (1945) 297.
  var dice: Double? { ratio(2 * a, 2 * a + b + c) }

  /// aN / ((a + b)(a + c)): how many times as often together as by chance (Brin et al., SIGMOD 1997).
  var lift: Double? { ratio(a * total, (a + b) * (a + c)) }

  /// The binary logarithm of lift, -inf when the codes never meet (Church & Hanks, Computational Linguistics 16, 1990, 22).
  var pointwiseMutualInformation: Double? { lift.map { $0 == 0 ? -.infinity : log2($0) } }

  /// PMI / -log2(a/N), -1 when the codes never meet (Bouma, GSCL 2009).
  var normalizedMutualInformation: Double? {
    guard let information = pointwiseMutualInformation, both < n else { return nil }
    return both == 0 ? -1 : information / -log2(a / total)
  }

  /// (ad - bc) / sqrt of the product of the margins.
  ///
  /// Yule, J. R. Stat. Soc. 75 (1912) 579.
  var phi: Double? { ratio(a * d - b * c, productOfMargins.squareRoot()) }

  /// ad / bc, infinite when only bc is 0.
  var oddsRatio: Double? {
    b * c > 0 ? a * d / (b * c) : a * d > 0 ? .infinity : nil
  }

  /// With a half added to each cell.
  ///
  /// Haldane, Ann. Hum. Genet. 20 (1956) 309; Anscombe, Biometrika 43 (1956) 461.
  var haldaneOddsRatio: Double? {
    n == 0 ? nil : (a + 0.5) * (d + 0.5) / ((b + 0.5) * (c + 0.5))
  }

  /// Pearson's chi-square without correction, N phi², one degree of freedom.
  var chiSquare: Double? { phi.map { total * $0 * $0 } }

  /// With the correction for continuity.
  ///
  /// Yates, Suppl. J. R. Stat. Soc. 1 (1934) 217.
  var yatesChiSquare: Double? {
    let difference = max(0, abs(a * d - b * c) - total / 2)
    return ratio(total * difference * difference, productOfMargins)
  }

  /// The likelihood ratio 2 Σ O ln(O/E), with 0 ln 0 = 0 (Dunning, Computational Linguistics 19, 1993, 61).
  var likelihoodRatio: Double? {
    guard n > 0 else { return nil }
    let cells = [
      (a, (a + b) * (a + c)), (b, (a + b) * (b + d)), (c, (c + d) * (a + c)), (d, (c + d) * (b + d)),
    ]
    let sum = cells.reduce(0.0) { $0 + ($1.0 == 0 ? 0 : $1.0 * log($1.0 * total / $1.1)) }
    return max(0, 2 * sum)
  }

  private func ratio(_ above: Double, _ below: Double) -> Double? { below == 0 ? nil : above / below }
}
