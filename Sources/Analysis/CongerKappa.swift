/// Kappa for several coders with a distribution of values for each coder.
///
/// Conger, Psychological Bulletin 88 (1980) 322: pe = Σ over ordered pairs of coders g ≠ h and values k of p_gk p_hk,
/// by r(r - 1). With two coders it is Cohen's kappa. The standard error is Gwet's (2014, chapter 5).
struct CongerKappa {
  private static let mostCells = 1 << 24

  private let tally: RatingTally
  private let valueCount: Int
  /// Coder times value: how many judgements, then their share of the coder's judgements.
  private var shares: [Double] = []
  private var judgedBy: [Double]
  private var present = 0.0
  private var totalShares: [Double]
  private(set) var chance = 0.0
  private let isTooLarge: Bool

  init(_ patterns: UnitPatterns, weights: [Double], tally: RatingTally) {
    self.tally = tally
    valueCount = patterns.valueCount
    judgedBy = Array(repeating: 0, count: patterns.coderCount)
    totalShares = Array(repeating: 0, count: valueCount)
    isTooLarge = patterns.coderCount.multipliedReportingOverflow(by: valueCount).partialValue > Self.mostCells
    guard !isTooLarge else { return }
    shares = Array(repeating: 0, count: patterns.coderCount * valueCount)
    for pattern in 0..<patterns.count where weights[pattern] > 0 {
      for row in patterns.rows(pattern) {
        let coder = Int(patterns.coder[row])
        judgedBy[coder] += weights[pattern]
        shares[coder * valueCount + Int(patterns.value[row])] += weights[pattern]
      }
    }
    var squares = 0.0
    for coder in judgedBy.indices where judgedBy[coder] > 0 {
      present += 1
      for value in 0..<valueCount {
        shares[coder * valueCount + value] /= judgedBy[coder]
        let share = shares[coder * valueCount + value]
        totalShares[value] += share
        squares += share * share
      }
    }
    let product = totalShares.reduce(0) { $0 + $1 * $1 }
    chance = (product - squares) / (present * (present - 1))
  }

  var coefficient: Coefficient {
    if let unpairable = tally.unpairable { return .undefined(unpairable) }
    guard !isTooLarge else { return .undefined(.tooManyValues(valueCount, most: Self.mostCells / tally.coderCount)) }
    if let value = tally.onlyValue {
      return .undefined(.onlyOneValue(judgements: Int(tally.judgements), value: value), n: tally.pairable)
    }
    guard present > 1 else { return .undefined(.fewerThanTwoCoders(Int(present))) }
    return .value((tally.alike / tally.pairable - chance) / (1 - chance), n: tally.pairable)
  }

  func samplingError(_ patterns: UnitPatterns) -> Double? {
    guard let value = coefficient.value, tally.units > 1 else { return nil }
    var ownChance = [Double](repeating: 0, count: judgedBy.count)
    for coder in judgedBy.indices {
      for value in 0..<valueCount { ownChance[coder] += shares[coder * valueCount + value] * others(coder, value) }
    }
    let all = ownChance.reduce(0, +)
    return LinearisedError(tally, chance: chance, value: value).samplingError(patterns) { pattern in
      patterns.rows(pattern).reduce(all) { sum, row in
        let coder = Int(patterns.coder[row])
        return sum + tally.units / judgedBy[coder] * (others(coder, Int(patterns.value[row])) - ownChance[coder])
      } / (present * (present - 1))
    }
  }

  /// How often the other coders give a value, added up.
  private func others(_ coder: Int, _ value: Int) -> Double { totalShares[value] - shares[coder * valueCount + value] }
}
