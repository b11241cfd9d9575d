/// Intervals for the difference of two proportions, made of the Wilson intervals of each.
///
/// Newcombe, Statistics in Medicine 17 (1998) 873 (independent groups) and 2635 (the same units twice).
enum NewcombeInterval {
  /// The bounds of p₁ - p₂ for two groups without a unit in common: method 10 of the first paper.
  ///
  /// Nil where a group has no units.
  static func independent(_ first: (count: Int, n: Int), _ second: (count: Int, n: Int)) -> (low: Double, high: Double)?
  {
    guard let one = Wilson(first.count, first.n), let two = Wilson(second.count, second.n) else { return nil }
    let difference = one.p - two.p
    return (
      difference - (one.below * one.below + two.above * two.above).squareRoot(),
      difference + (one.above * one.above + two.below * two.below).squareRoot()
    )
  }

  /// The bounds of p₁ - p₂ for units that were looked at twice: method 10 of the second paper.
  ///
  /// `both`, `firstOnly`, `secondOnly` and `neither` are numbers of units. Nil without units.
  static func paired(_ table: TwoByTwoTable) -> (low: Double, high: Double)? {
    guard let one = Wilson(table.both + table.aOnly, table.n), let two = Wilson(table.both + table.bOnly, table.n)
    else { return nil }
    let phi = correctedPhi(table)
    let difference = one.p - two.p
    let low = one.below * one.below - 2 * phi * one.below * two.above + two.above * two.above
    let high = one.above * one.above - 2 * phi * one.above * two.below + two.below * two.below
    return (difference - max(0, low).squareRoot(), difference + max(0, high).squareRoot())
  }

  /// Phi with half a unit taken off ad - bc where that is above it, 0 with an empty margin.
  private static func correctedPhi(_ table: TwoByTwoTable) -> Double {
    guard table.phi != nil else { return 0 }
    let (a, b) = (Double(table.both), Double(table.aOnly))
    let (c, d) = (Double(table.bOnly), Double(table.neither))
    let product = a * d - b * c
    let above = product > 0 ? max(0, product - Double(table.n) / 2) : product
    return above / ((a + b) * (c + d) * (a + c) * (b + d)).squareRoot()
  }

  /// A proportion and how far its interval reaches below and above it.
  private struct Wilson {
    let p: Double
    let below: Double
    let above: Double

    init?(_ count: Int, _ n: Int) {
      guard let bounds = WilsonInterval.bounds(of: count, among: n) else { return nil }
      p = Double(count) / Double(n)
      below = p - bounds.low
      above = bounds.high - p
    }
  }
}
