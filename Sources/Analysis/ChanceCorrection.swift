/// (pa - pe) / (1 - pe) where the chance agreement pe is made of how often each value is given over all.
///
/// pa is the pairwise agreement over units judged by two or more; units judged once count in pe only (Gwet, Handbook of
/// Inter-Rater Reliability, 4th ed. 2014, chapter 2).
struct ChanceCorrection {
  let chance: Double
  /// For each value what a judgement with it adds to the chance agreement of its unit: the derivative of pe, halved.
  let valueChance: [Double]

  /// Σ π², of Fleiss, Psychological Bulletin 76 (1971) 378.
  static func fleiss(_ tally: RatingTally) -> ChanceCorrection {
    let shares = tally.shares.map { $0 / tally.units }
    return ChanceCorrection(chance: shares.reduce(0) { $0 + $1 * $1 }, valueChance: shares)
  }

  /// Σ π (1 - π) / (q - 1), of Gwet, British Journal of Mathematical and Statistical Psychology 61 (2008) 29.
  static func gwet(_ tally: RatingTally) -> ChanceCorrection {
    let others = Double(tally.shares.count - 1)
    let shares = tally.shares.map { $0 / tally.units }
    return ChanceCorrection(
      chance: shares.reduce(0) { $0 + $1 * (1 - $1) } / others, valueChance: shares.map { (1 - $0) / others })
  }

  /// 1 / q, of Brennan & Prediger, Educational and Psychological Measurement 41 (1981) 687.
  static func brennanPrediger(_ tally: RatingTally) -> ChanceCorrection {
    let chance = 1 / Double(tally.shares.count)
    return ChanceCorrection(chance: chance, valueChance: tally.shares.map { _ in chance })
  }

  func coefficient(_ tally: RatingTally) -> Coefficient {
    if let unpairable = tally.unpairable { return .undefined(unpairable) }
    return .value(value(tally), n: tally.pairable)
  }

  private func value(_ tally: RatingTally) -> Double { (tally.alike / tally.pairable - chance) / (1 - chance) }

  /// The standard error with the units as the sample, of Gwet (2008, 2014), linearised; nil for fewer than two units.
  func samplingError(_ patterns: UnitPatterns, _ tally: RatingTally) -> Double? {
    guard tally.units > 1 else { return nil }
    return LinearisedError(tally, chance: chance, value: value(tally)).samplingError(patterns) { pattern in
      let judged = patterns.judged(pattern)
      return patterns.groups(pattern).reduce(0) { sum, group in
        sum + patterns.groupCount[group] * valueChance[Int(patterns.groupValue[group])] / judged
      }
    }
  }
}

/// Gwet's standard error of (pa - pe) / (1 - pe): the spread of what each unit adds to it.
struct LinearisedError {
  private let tally: RatingTally
  private let chance: Double
  private let value: Double

  init(_ tally: RatingTally, chance: Double, value: Double) {
    self.tally = tally
    self.chance = chance
    self.value = value
  }

  /// - Parameter chanceOf: the chance agreement of the units of a pattern.
  func samplingError(_ patterns: UnitPatterns, chanceOf: (Int) -> Double) -> Double {
    let n = tally.units
    var sum = 0.0
    for pattern in 0..<patterns.count where patterns.judged(pattern) > 0 {
      var part = 0.0
      if patterns.judged(pattern) > 1 {
        part = n / tally.pairable * (patterns.alike(pattern) - chance) / (1 - chance)
      }
      part -= 2 * (1 - value) * (chanceOf(pattern) - chance) / (1 - chance)
      sum += patterns.weights[pattern] * (part - value) * (part - value)
    }
    return (sum / (n * (n - 1))).squareRoot()
  }
}

extension UnitPatterns {
  /// The share of the pairs of judgements of a unit that are alike; 0 where there are no pairs.
  func alike(_ pattern: Int) -> Double {
    let judged = judged(pattern)
    guard judged > 1 else { return 0 }
    return groups(pattern).reduce(0) { $0 + groupCount[$1] * (groupCount[$1] - 1) } / (judged * (judged - 1))
  }
}
