/// Statistics of the codes that units got, taken together.
struct SetStatistics {
  static let names = [
    "pooled_kappa", "identical_sets", "alpha_jaccard", "alpha_masi", "maxqda_percent",
    "maxqda_kappa_one_code_per_segment", "maxqda_kappa_many_codes_per_segment",
  ]

  private let patterns: UnitPatterns
  private let setCount: Int
  private let codeCount: Int
  private let distances: [SetDistances]

  /// - Parameter patterns: the values are the numbers of the sets.
  init(_ patterns: UnitPatterns, sets: [[Int32]], codeCount: Int) {
    self.patterns = patterns
    self.codeCount = codeCount
    setCount = sets.count
    let isSmall = sets.count <= SetDistances.mostSets
    distances =
      isSmall ? [SetDistances(sets, SetDistance.jaccard), SetDistances(sets, SetDistance.masi)] : []
  }

  /// In the order of `names`; `codes` are the evaluations of each code by itself.
  func evaluate(_ weights: [Double], codes: [RatingStatistics.Evaluation]) -> [Coefficient] {
    let tally = RatingTally(patterns, weights: weights)
    var found = [pooledKappa(codes, tally), tally.percentPairwise]
    let used = tally.valueTotals.indices.filter { tally.valueTotals[$0] > 0 }
    for kind in 0..<2 {
      guard !distances.isEmpty else {
        found.append(.undefined(.tooManyValues(setCount, most: SetDistances.mostSets), n: tally.pairable))
        continue
      }
      found.append(
        KrippendorffAlpha.ofDistances(patterns, weights, tally, used: used) { distances[kind][$0, $1] })
    }
    return found + byApplications(codes, tally)
  }

  /// (mean po - mean pe) / (1 - mean pe) over the codes, po and pe as in Cohen's kappa.
  ///
  /// De Vries, Elliott, Kanouse & Teleki, Field Methods 20 (2008) 272.
  private func pooledKappa(_ codes: [RatingStatistics.Evaluation], _ tally: RatingTally) -> Coefficient {
    if let unpairable = tally.unpairable { return .undefined(unpairable) }
    guard patterns.coderCount == 2 else { return .undefined(.notTwoCoders(patterns.coderCount), n: tally.pairable) }
    let agreements = codes.compactMap { CohenKappa.agreement($0.pairs, 0) }
    let observed = agreements.reduce(0) { $0 + $1.observed }
    let room = agreements.reduce(0) { $0 + 1 - $1.expected }
    // A code that nobody or everybody applied throughout leaves no room, whatever its sums are rounded to.
    let varies = codes.contains { $0.pairs.pairs.count == 1 && CohenKappa.nominal($0.pairs, 0).value != nil }
    guard varies, room > 0 else {
      return .undefined(.neverVaries(codes: codes.count, units: Int(tally.pairable)), n: tally.pairable)
    }
    return .value(1 - (Double(agreements.count) - observed) / room, n: tally.pairable)
  }

  /// Agreement on what was applied, a / (a + b + c) over all codes and pairs of coders, and corrected for chance by the
  /// number of codes q alone, as MAXQDA does after Brennan & Prediger (1981): 1/q, or q/(q + 1)² with several codes a
  /// segment.
  private func byApplications(_ codes: [RatingStatistics.Evaluation], _ tally: RatingTally) -> [Coefficient] {
    if let unpairable = tally.unpairable { return Array(repeating: .undefined(unpairable), count: 3) }
    let both = codes.reduce(0) { $0 + $1.tally.bothPositive }
    let one = codes.reduce(0) { $0 + $1.tally.onePositive }
    guard both + one > 0 else {
      let never = Undefined.neverApplied(judgements: Int(tally.pairableJudgements))
      return Array(repeating: .undefined(never, n: tally.pairable), count: 3)
    }
    let share = both / (both + one)
    let q = Double(codeCount)
    let many = q / ((q + 1) * (q + 1))
    return [
      .value(share, n: tally.pairable),
      codeCount > 1
        ? .value((share - 1 / q) / (1 - 1 / q), n: tally.pairable) : .undefined(.oneCodeInAll, n: tally.pairable),
      .value((share - many) / (1 - many), n: tally.pairable),
    ]
  }
}
