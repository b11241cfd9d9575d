/// Chance-corrected agreement of two coders on the units both judged.
enum CohenKappa {
  /// 1 - (1 - po) / (1 - Σ p p').
  ///
  /// Cohen, Educational and Psychological Measurement 20 (1960) 37.
  static func nominal(_ pairs: CoderPairs, _ pair: Int) -> Coefficient {
    if let refusal = pairs.refusal(of: pair) { return .undefined(refusal) }
    let n = pairs.shared[pair]
    let expected = n * n - zip(pairs.first(of: pair), pairs.second(of: pair)).reduce(0) { $0 + $1.0 * $1.1 }
    guard expected > 0 else { return .undefined(pairs.oneValue(of: pair), n: n) }
    return .value(1 - n * (n - pairs.alike[pair]) / expected, n: n)
  }

  /// po and Σ p p' on the units both judged; nil when there are none.
  static func agreement(_ pairs: CoderPairs, _ pair: Int) -> (observed: Double, expected: Double)? {
    guard pairs.refusal(of: pair) == nil else { return nil }
    let n = pairs.shared[pair]
    let product = zip(pairs.first(of: pair), pairs.second(of: pair)).reduce(0) { $0 + $1.0 * $1.1 }
    return (pairs.alike[pair] / n, product / (n * n))
  }

  /// With disagreement |i - j|, i and j the places of the values in the scheme.
  ///
  /// Cohen, Psychological Bulletin 70 (1968) 213; Cicchetti & Allison, American Journal of EEG Technology 11 (1971) 101.
  static func linear(_ pairs: CoderPairs, _ pair: Int) -> Coefficient {
    weighted(pairs, pair, observed: pairs.steps) { first, second in
      var (below, belowSecond, sum) = (0.0, 0.0, 0.0)
      let n = pairs.shared[pair]
      for (a, b) in zip(first, second) {
        below += a
        belowSecond += b
        sum += below * (n - belowSecond) + belowSecond * (n - below)
      }
      return sum
    }
  }

  /// With disagreement (i - j)².
  ///
  /// Fleiss & Cohen, Educational and Psychological Measurement 33 (1973) 613.
  static func quadratic(_ pairs: CoderPairs, _ pair: Int) -> Coefficient {
    weighted(pairs, pair, observed: pairs.squaredSteps) { first, second in
      let n = pairs.shared[pair]
      let (sum, squares) = moments(first)
      let (otherSum, otherSquares) = moments(second)
      return n * (squares + otherSquares) - 2 * sum * otherSum
    }
  }

  private static func moments(_ counts: ArraySlice<Double>) -> (Double, Double) {
    counts.enumerated().reduce((0, 0)) { sums, entry in
      let (place, count) = (Double(entry.offset), entry.element)
      return (sums.0 + count * place, sums.1 + count * place * place)
    }
  }

  private static func weighted(
    _ pairs: CoderPairs, _ pair: Int, observed: [Double],
    expected: (ArraySlice<Double>, ArraySlice<Double>) -> Double
  ) -> Coefficient {
    if let refusal = pairs.refusal(of: pair) { return .undefined(refusal) }
    let n = pairs.shared[pair]
    let expected = expected(pairs.first(of: pair), pairs.second(of: pair))
    guard expected > 0 else { return .undefined(pairs.oneValue(of: pair), n: n) }
    return .value(1 - n * observed[pair] / expected, n: n)
  }

  /// With the mean of the two distributions for both coders.
  ///
  /// Scott, Public Opinion Quarterly 19 (1955) 321.
  static func scottPi(_ pairs: CoderPairs, _ pair: Int) -> Coefficient {
    if let refusal = pairs.refusal(of: pair) { return .undefined(refusal) }
    let n = pairs.shared[pair]
    let expected =
      4 * n * n
      - zip(pairs.first(of: pair), pairs.second(of: pair)).reduce(0) { $0 + ($1.0 + $1.1) * ($1.0 + $1.1) }
    guard expected > 0 else { return .undefined(pairs.oneValue(of: pair), n: n) }
    return .value(1 - 4 * n * (n - pairs.alike[pair]) / expected, n: n)
  }

  /// (a - d) / n of a table of two values: how much more often both gave the second value than both the first.
  ///
  /// Byrt, Bishop & Carlin, Journal of Clinical Epidemiology 46 (1993) 423.
  static func prevalenceIndex(_ pairs: CoderPairs, _ pair: Int) -> Coefficient {
    ofTwoValues(pairs, pair) { ($0 + $1 - pairs.shared[pair]) / pairs.shared[pair] }
  }

  /// (b - c) / n: how much more often the first coder gave the second value than the second coder did (Byrt 1993).
  static func biasIndex(_ pairs: CoderPairs, _ pair: Int) -> Coefficient {
    ofTwoValues(pairs, pair) { ($0 - $1) / pairs.shared[pair] }
  }

  private static func ofTwoValues(
    _ pairs: CoderPairs, _ pair: Int, _ index: (Double, Double) -> Double
  ) -> Coefficient {
    if let refusal = pairs.refusal(of: pair) { return .undefined(refusal) }
    let firsts = Array(pairs.first(of: pair))
    let seconds = Array(pairs.second(of: pair))
    return .value(index(firsts[1], seconds[1]), n: pairs.shared[pair])
  }
}
