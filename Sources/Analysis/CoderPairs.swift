/// What statistics over pairs of coders need: for each pair the units both judged, and how they judged them.
struct CoderPairs {
  static let mostCoders = 100
  private static let mostCells = 1 << 24

  let coderCount: Int
  let valueCount: Int
  /// For each pair, in the order of `pairs`: units judged by both, and by both alike.
  private(set) var shared: [Double]
  private(set) var alike: [Double]
  /// Added up over the shared units: how far apart the two values stand in the scheme, and that squared.
  private(set) var steps: [Double]
  private(set) var squaredSteps: [Double]
  /// For each pair and value: how often the first, and the second, gave it on the shared units.
  private var given: [Double]
  /// For each coder how many units they judged.
  private(set) var judgedBy: [Double]
  /// Units judged by two or more.
  private(set) var pairable = 0.0
  /// Pairs of coders, the first with a lower number, in order; none where they are refused.
  let pairs: [(first: Int, second: Int)]
  let refusal: Undefined?

  init(_ patterns: UnitPatterns, weights: [Double]) {
    coderCount = patterns.coderCount
    valueCount = patterns.valueCount
    refusal = Self.refusal(patterns)
    let coders = refusal == nil ? 0..<coderCount : 0..<0
    pairs = coders.flatMap { first in coders[(first + 1)...].map { (first, $0) } }
    shared = Array(repeating: 0, count: pairs.count)
    alike = shared
    steps = shared
    squaredSteps = shared
    given = Array(repeating: 0, count: pairs.count * 2 * valueCount)
    judgedBy = Array(repeating: 0, count: coderCount)
    guard refusal == nil else { return }
    for pattern in 0..<patterns.count where weights[pattern] > 0 { add(patterns, pattern, weights[pattern]) }
  }

  private static func refusal(_ patterns: UnitPatterns) -> Undefined? {
    let coders = patterns.coderCount
    if coders < 2 { return .fewerThanTwoCoders(coders) }
    if coders > mostCoders { return .tooManyCoders(coders, most: mostCoders) }
    let most = mostCells / (coders * (coders - 1))
    return patterns.valueCount > most ? .tooManyValues(patterns.valueCount, most: most) : nil
  }

  private mutating func add(_ patterns: UnitPatterns, _ pattern: Int, _ weight: Double) {
    let rows = patterns.rows(pattern)
    if rows.count > 1 { pairable += weight }
    for first in rows {
      let (a, x) = (Int(patterns.coder[first]), Int(patterns.value[first]))
      judgedBy[a] += weight
      for second in (first + 1)..<max(first + 1, rows.upperBound) {
        let y = Int(patterns.value[second])
        let pair = number(of: a, Int(patterns.coder[second]))
        let distance = Double(abs(x - y))
        shared[pair] += weight
        if x == y { alike[pair] += weight }
        steps[pair] += weight * distance
        squaredSteps[pair] += weight * distance * distance
        given[pair * 2 * valueCount + x] += weight
        given[(pair * 2 + 1) * valueCount + y] += weight
      }
    }
  }

  private func number(of first: Int, _ second: Int) -> Int {
    first * (2 * coderCount - first - 1) / 2 + second - first - 1
  }

  /// How often each value was given on the units that both of a pair judged.
  func first(of pair: Int) -> ArraySlice<Double> { given[(pair * 2 * valueCount)..<((pair * 2 + 1) * valueCount)] }
  func second(of pair: Int) -> ArraySlice<Double> {
    given[((pair * 2 + 1) * valueCount)..<((pair * 2 + 2) * valueCount)]
  }

  /// Why a statistic of this pair has no value, if so, as far as the values do not matter.
  func refusal(of pair: Int) -> Undefined? {
    if let refusal { return refusal }
    let coders = pairs[pair]
    return shared[pair] > 0 ? nil : .nothingShared(first: coders.first, second: coders.second)
  }

  /// That both of a pair gave one and the same value throughout.
  func oneValue(of pair: Int) -> Undefined {
    let coders = pairs[pair]
    let value = first(of: pair).firstIndex { $0 > 0 } ?? pair * 2 * valueCount
    return .onlyOneValueOfPair(
      units: Int(shared[pair]), value: value - pair * 2 * valueCount, first: coders.first, second: coders.second)
  }

  /// The mean over pairs of coders of 2M / (N + N'), M the units judged by both and alike, N all that a coder judged.
  ///
  /// Holsti, Content Analysis for the Social Sciences and Humanities (1969) 140.
  var holsti: Coefficient {
    if let refusal { return .undefined(refusal) }
    var sum = 0.0
    for (pair, coders) in pairs.enumerated() {
      let all = judgedBy[coders.first] + judgedBy[coders.second]
      guard all > 0 else { return .undefined(.nothingShared(first: coders.first, second: coders.second)) }
      sum += 2 * alike[pair] / all
    }
    return .value(sum / Double(shared.count), n: pairable)
  }

  /// The mean of Cohen's kappa over the pairs of coders; undefined when one is.
  ///
  /// Light, Psychological Bulletin 76 (1971) 365.
  var cohenMean: Coefficient {
    if let refusal { return .undefined(refusal) }
    var sum = 0.0
    for pair in shared.indices {
      guard let kappa = CohenKappa.nominal(self, pair).value else {
        let coders = pairs[pair]
        return .undefined(.aPairWithout(first: coders.first, second: coders.second))
      }
      sum += kappa
    }
    return .value(sum / Double(shared.count), n: pairable)
  }
}
