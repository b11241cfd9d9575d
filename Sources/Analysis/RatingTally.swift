import Model

/// What statistics that do not ask who gave which value need, added up over units.
struct RatingTally {
  /// Units judged at all, and by two or more.
  private(set) var units = 0.0
  private(set) var pairable = 0.0
  /// Added up over pairable units: the share of pairs of judgements that are alike.
  private(set) var alike = 0.0
  /// For each value, added up over units: the share of the judgements of a unit that have it.
  private(set) var shares: [Double]
  /// All judgements, and those of pairable units for each value.
  private(set) var judgements = 0.0
  private(set) var valueTotals: [Double]
  private(set) var pairableJudgements = 0.0
  /// The diagonal of Krippendorff's coincidence matrix, added up.
  private(set) var coincidences = 0.0
  private(set) var judgedByAll = 0.0
  private(set) var alikeByAll = 0.0
  /// Pairs of coders of whom both, or one, gave the second of two values.
  private(set) var bothPositive = 0.0
  private(set) var onePositive = 0.0
  let coderCount: Int

  init(_ patterns: UnitPatterns, weights: [Double]) {
    coderCount = patterns.coderCount
    shares = Array(repeating: 0, count: patterns.valueCount)
    valueTotals = shares
    for pattern in 0..<patterns.count where weights[pattern] > 0 {
      add(patterns, pattern, weight: weights[pattern])
    }
  }

  private mutating func add(_ patterns: UnitPatterns, _ pattern: Int, weight: Double) {
    let judged = patterns.judged(pattern)
    guard judged > 0 else { return }
    units += weight
    judgements += weight * judged
    var matching = 0.0
    var positive = 0.0
    for group in patterns.groups(pattern) {
      let count = patterns.groupCount[group]
      let value = Int(patterns.groupValue[group])
      shares[value] += weight * count / judged
      matching += count * (count - 1)
      if judged > 1 { valueTotals[value] += weight * count }
      if value == 1 { positive = count }
    }
    guard judged > 1 else { return }
    pairable += weight
    pairableJudgements += weight * judged
    alike += weight * matching / (judged * (judged - 1))
    coincidences += weight * matching / (judged - 1)
    bothPositive += weight * positive * (positive - 1) / 2
    onePositive += weight * positive * (judged - positive)
    if Int(judged) == coderCount {
      judgedByAll += weight
      if patterns.groups(pattern).count == 1 { alikeByAll += weight }
    }
  }

  /// Why nothing can be said of pairs of judgements, if so.
  var unpairable: Undefined? {
    if coderCount < 2 { return .fewerThanTwoCoders(coderCount) }
    if units == 0 { return .noJudgements }
    return pairable == 0 ? .nothingPairable(units: Int(units)) : nil
  }

  /// The value that every judgement has, if there is one.
  var onlyValue: Int? {
    let used = shares.indices.filter { shares[$0] > 0 }
    return used.count == 1 ? used[0] : nil
  }

  /// The value that every judgement of a pairable unit has, if there is one.
  var onlyPairableValue: Int? {
    let used = valueTotals.indices.filter { valueTotals[$0] > 0 }
    return used.count == 1 ? used[0] : nil
  }

  /// The mean over units judged by two or more of the share of pairs of judgements that are alike.
  var percentPairwise: Coefficient {
    if let unpairable { return .undefined(unpairable) }
    return .value(alike / pairable, n: pairable)
  }

  /// The share of the units judged by every coder on which all agree.
  var percentAll: Coefficient {
    if coderCount < 2 { return .undefined(.fewerThanTwoCoders(coderCount)) }
    if judgedByAll == 0 { return .undefined(.noUnitOfAll(coders: coderCount)) }
    return .value(alikeByAll / judgedByAll, n: judgedByAll)
  }

  /// 2a / (2a + b + c) over pairs of coders, of Dice (1945); the second value is the positive one.
  var positiveAgreement: Coefficient { ofPositive { 2 * $0 / (2 * $0 + $1) } }

  /// a / (a + b + c) over pairs of coders, of Jaccard (1901).
  var jaccardAgreement: Coefficient { ofPositive { $0 / ($0 + $1) } }

  private func ofPositive(_ ratio: (Double, Double) -> Double) -> Coefficient {
    if let unpairable { return .undefined(unpairable) }
    guard bothPositive + onePositive > 0 else {
      return .undefined(.neverApplied(judgements: Int(pairableJudgements)), n: pairable)
    }
    return .value(ratio(bothPositive, onePositive), n: pairable)
  }
}
