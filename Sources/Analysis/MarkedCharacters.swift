/// How many characters coders marked, and marked together, with one code or with any.
struct MarkedCharacters {
  /// For each coder how many characters carry the mark.
  private(set) var marked: [Double]
  /// Over all ordered pairs of coders: how many carry the mark of both.
  private(set) var allTogether = 0.0
  /// For each ordered pair, coder times coder, how many carry the mark of both; nothing where there are too many pairs.
  private var together: [Double]
  /// Σ of the squared lengths of the units.
  private(set) var squares = 0.0
  let coderCount: Int

  /// - Parameter units: those of one coder do not overlap.
  init(_ units: some Sequence<UnitizedLine.Unit>, coderCount: Int) {
    self.coderCount = coderCount
    marked = Array(repeating: 0, count: coderCount)
    let isByPair = coderCount <= RatingStatistics.mostCodersByPair
    together = Array(repeating: 0, count: isByPair ? coderCount * coderCount : 0)
    var open: [UnitizedLine.Unit] = []
    for unit in units.sorted(by: { $0.start < $1.start }) {
      marked[unit.coder] += unit.length
      squares += unit.length * unit.length
      open.removeAll { $0.end <= unit.start }
      for other in open {
        let shared = Double(min(other.end, unit.end) - unit.start)
        allTogether += 2 * shared
        guard isByPair else { continue }
        together[other.coder * coderCount + unit.coder] += shared
        together[unit.coder * coderCount + other.coder] += shared
      }
      open.append(unit)
    }
  }

  var total: Double { marked.reduce(0, +) }

  /// Σ over ordered pairs of coders of the characters both marked, by one less than the coders: l_cc.
  var coincidence: Double { allTogether / Double(coderCount - 1) }

  func together(_ first: Int, _ second: Int) -> Double { together[first * coderCount + second] }

  /// Cohen's kappa over characters, marked or not.
  ///
  /// Cohen, Educational and Psychological Measurement 20 (1960) 37; NVivo's coding comparison counts so.
  func kappa(_ first: Int, _ second: Int, length: Int) -> Coefficient {
    let n = Double(length)
    let (a, b) = (marked[first], marked[second])
    let expected = a * (n - b) + b * (n - a)
    guard n > 0 else { return .undefined(.noCharacters) }
    guard expected > 0 else {
      return .undefined(a > 0 ? .bothMarkedAll(first, second) : .neitherMarked(first, second), n: n)
    }
    return .value(1 - n * (a + b - 2 * together(first, second)) / expected, n: n)
  }
}
