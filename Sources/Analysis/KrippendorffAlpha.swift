/// Krippendorff's alpha, 1 - observed / expected disagreement, over units judged by two or more.
///
/// Krippendorff, Content Analysis, 4th ed. (2019) chapter 12; Hayes & Krippendorff, Communication Methods and Measures 1
/// (2007) 77. Nominal, ordinal and interval take time linear in the judgements: a sum over pairs of squared differences is
/// one of squares and of values.
enum KrippendorffAlpha {
  private static let mostRatioValues = 4096

  static func nominal(_ tally: RatingTally) -> Coefficient {
    if let reason = reason(tally) { return reason }
    let total = tally.pairableJudgements
    let squares = tally.valueTotals.reduce(0) { $0 + $1 * $1 }
    return .value(1 - (total - 1) * (total - tally.coincidences) / (total * total - squares), n: tally.pairable)
  }

  /// Values by rank: the distance of two values is the number of judgements between them, half of their own counted.
  ///
  /// - Parameter ranks: for each value its rank, the same for values that are the same number; nil without an order.
  static func ordinal(_ patterns: UnitPatterns, weights: [Double], _ tally: RatingTally, ranks: [Int]?) -> Coefficient {
    if let reason = reason(tally) { return reason }
    guard let ranks else { return .undefined(.noOrder, n: tally.pairable) }
    var totals = [Double](repeating: 0, count: (ranks.max() ?? -1) + 1)
    for (value, rank) in ranks.enumerated() { totals[rank] += tally.valueTotals[value] }
    var below = 0.0
    let middles = totals.map { total in
      below += total
      return below - total / 2
    }
    return ofSquares(patterns, weights, tally, positions: ranks.map { middles[$0] })
  }

  /// - Parameter numbers: the values as numbers.
  static func interval(_ patterns: UnitPatterns, weights: [Double], _ tally: RatingTally, numbers: ValueOrder.Numbers)
    -> Coefficient
  {
    if let reason = reason(tally) { return reason }
    switch numbers {
    case .no(let value): return .undefined(.notANumber(value: value), n: tally.pairable)
    case .all(let numbers): return ofSquares(patterns, weights, tally, positions: numbers)
    }
  }

  /// ((c - k) / (c + k))², which takes time in the square of the number of values.
  static func ratio(_ patterns: UnitPatterns, weights: [Double], _ tally: RatingTally, numbers: ValueOrder.Numbers)
    -> Coefficient
  {
    if let reason = reason(tally) { return reason }
    guard case .all(let numbers) = numbers else { return interval(patterns, weights: weights, tally, numbers: numbers) }
    let used = numbers.indices.filter { tally.valueTotals[$0] > 0 }
    if let negative = used.first(where: { numbers[$0] < 0 }) {
      return .undefined(.belowZero(value: negative), n: tally.pairable)
    }
    guard used.count <= mostRatioValues else {
      return .undefined(.tooManyValues(used.count, most: mostRatioValues), n: tally.pairable)
    }
    func distance(_ c: Int, _ k: Int) -> Double {
      guard numbers[c] != numbers[k] else { return 0 }
      let part = (numbers[c] - numbers[k]) / (numbers[c] + numbers[k])
      return part * part
    }
    return ofDistances(patterns, weights, tally, used: used, distance: distance)
  }

  /// Alpha with any distance; time in the square of the number of values used.
  static func ofDistances(
    _ patterns: UnitPatterns, _ weights: [Double], _ tally: RatingTally, used: [Int],
    distance: (Int, Int) -> Double
  ) -> Coefficient {
    if let unpairable = tally.unpairable { return .undefined(unpairable) }
    var observed = 0.0
    for pattern in 0..<patterns.count where weights[pattern] > 0 && patterns.judged(pattern) > 1 {
      var sum = 0.0
      let groups = patterns.groups(pattern)
      for first in groups {
        for second in (first + 1)..<max(first + 1, groups.upperBound) {
          sum +=
            patterns.groupCount[first] * patterns.groupCount[second]
            * distance(Int(patterns.groupValue[first]), Int(patterns.groupValue[second]))
        }
      }
      observed += weights[pattern] * sum / (patterns.judged(pattern) - 1)
    }
    var expected = 0.0
    for (place, first) in used.enumerated() {
      for second in used[(place + 1)...] {
        expected += tally.valueTotals[first] * tally.valueTotals[second] * distance(first, second)
      }
    }
    guard expected > 0 else { return .undefined(oneValue(tally), n: tally.pairable) }
    return .value(1 - (tally.pairableJudgements - 1) * observed / expected, n: tally.pairable)
  }

  /// Alpha with the squared difference of positions as distance: Σ Σ (x - y)² = 2 (n Σ x² - (Σ x)²).
  private static func ofSquares(
    _ patterns: UnitPatterns, _ weights: [Double], _ tally: RatingTally, positions: [Double]
  ) -> Coefficient {
    let total = tally.pairableJudgements
    let used = positions.indices.filter { tally.valueTotals[$0] > 0 }
    guard let first = used.first, used.contains(where: { positions[$0] != positions[first] }) else {
      return .undefined(oneValue(tally), n: tally.pairable)
    }
    // Around their mean, so that no digits are lost where the values are large and lie close together.
    let mean = used.reduce(0) { $0 + tally.valueTotals[$1] * positions[$1] } / total
    let centred = positions.map { $0 - mean }
    var observed = 0.0
    for pattern in 0..<patterns.count where weights[pattern] > 0 && patterns.judged(pattern) > 1 {
      var (sum, squares) = (0.0, 0.0)
      for group in patterns.groups(pattern) {
        let position = centred[Int(patterns.groupValue[group])]
        sum += patterns.groupCount[group] * position
        squares += patterns.groupCount[group] * position * position
      }
      let judged = patterns.judged(pattern)
      observed += weights[pattern] * max(0, judged * squares - sum * sum) / (judged - 1)
    }
    let (sum, squares) = used.reduce((0.0, 0.0)) { sums, value in
      let part = tally.valueTotals[value] * centred[value]
      return (sums.0 + part, sums.1 + part * centred[value])
    }
    return .value(1 - (total - 1) * observed / (total * squares - sum * sum), n: tally.pairable)
  }

  private static func reason(_ tally: RatingTally) -> Coefficient? {
    if let unpairable = tally.unpairable { return .undefined(unpairable) }
    return tally.onlyPairableValue == nil ? nil : .undefined(oneValue(tally), n: tally.pairable)
  }

  private static func oneValue(_ tally: RatingTally) -> Undefined {
    .onlyOneValue(
      judgements: Int(tally.pairableJudgements), value: tally.valueTotals.firstIndex { $0 > 0 } ?? 0)
  }

  /// The standard error of nominal alpha with the units as the sample, of Gwet (2014, chapter 5).
  ///
  /// Gwet writes alpha as (pa - pe) / (1 - pe) over the units judged by two or more, with the mean number of judgements of
  /// a unit in the place of each unit's own; the error is that of alpha without its correction for small samples, 1/n of
  /// the way to 1.
  static func samplingError(_ patterns: UnitPatterns, _ tally: RatingTally) -> Double? {
    guard nominal(tally).value != nil, tally.pairable > 1 else { return nil }
    let n = tally.pairable
    let mean = tally.pairableJudgements / n
    let shares = tally.valueTotals.map { $0 / tally.pairableJudgements }
    let chance = shares.reduce(0) { $0 + $1 * $1 }
    let agreement = tally.coincidences / tally.pairableJudgements
    let corrected = agreement + (1 - agreement) / tally.pairableJudgements
    let plain = (agreement - chance) / (1 - chance)
    var sum = 0.0
    for pattern in 0..<patterns.count where patterns.judged(pattern) > 1 {
      let judged = patterns.judged(pattern)
      let surplus = (judged - mean) / mean
      var (matching, chanceOf) = (0.0, 0.0)
      for group in patterns.groups(pattern) {
        let count = patterns.groupCount[group]
        matching += count * (count - 1)
        chanceOf += count * shares[Int(patterns.groupValue[group])]
      }
      let alike = matching / (mean * (judged - 1)) - corrected * surplus
      let beyond = chanceOf / mean - chance * surplus - chance
      let part = (alike - chance - 2 * (1 - plain) * beyond) / (1 - chance)
      sum += patterns.weights[pattern] * (part - plain) * (part - plain)
    }
    return (sum / (n * (n - 1))).squareRoot()
  }
}
