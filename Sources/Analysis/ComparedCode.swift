import Model

/// A code in two groups.
struct ComparedCode {
  enum Test {
    case independent
    /// The same units twice: both, left only, right only, neither.
    case paired(TwoByTwoTable)
    /// None, and why.
    case none(String)
  }

  let left: (count: Int, n: Int)
  let right: (count: Int, n: Int)
  let test: Test

  /// In percentage points; nil where a group is empty.
  var difference: Double? {
    guard left.n > 0, right.n > 0 else { return nil }
    return 100 * (Double(left.count) / Double(left.n) - Double(right.count) / Double(right.n))
  }

  /// As proportions.
  var interval: (low: Double, high: Double)? {
    guard difference != nil else { return nil }
    return switch test {
    case .independent: NewcombeInterval.independent(left, right)
    case .paired(let table): NewcombeInterval.paired(table)
    case .none: nil
    }
  }

  var probability: Double? {
    guard difference != nil else { return nil }
    switch test {
    case .independent:
      guard left.count + right.count > 0, left.count < left.n || right.count < right.n else { return nil }
      return FisherExactTest.probability(
        of: TwoByTwoTable(
          both: left.count, aOnly: left.n - left.count, bOnly: right.count, neither: right.n - right.count))
    case .paired(let table): return McNemarTest.probability(firstOnly: table.aOnly, secondOnly: table.bOnly)
    case .none: return nil
    }
  }

  /// Why something is left empty.
  private var reason: String {
    guard difference != nil else { return "a group is empty" }
    if case .none(let why) = test { return why }
    guard probability == nil else { return "" }
    if case .paired = test { return "nothing changed" }
    return left.count + right.count == 0 ? "neither group has it" : "all have it"
  }

  func cells(adjusted: Double?) -> [Table.Cell] {
    let sides = [left, right].flatMap { side -> [Table.Cell] in
      [.count(side.count), .count(side.n), side.n == 0 ? .none : .number(100 * Double(side.count) / Double(side.n))]
    }
    let interval = interval
    let numbers: [Double?] = [
      difference, interval.map { 100 * $0.low }, interval.map { 100 * $0.high }, probability, adjusted,
    ]
    return sides + numbers.map { $0.map { .number($0) } ?? .none } + [.text(reason)]
  }
}
