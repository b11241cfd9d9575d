import Model

/// The base of which most percentages follow, where a table names none.
struct BaseGuess: Equatable {
  /// All bases that suit as many rows.
  let bases: ClosedRange<Int>

  /// Needs three rows, and two thirds of those with a count and a percentage.
  init?(_ rows: ArraySlice<PrintedTable.Row>) {
    let ranges = rows.compactMap { row in row.count.flatMap { row.percent?.bases(of: $0) } }
    // A base is suited by the ranges that have begun and not ended: swept from small to great.
    let borders = ranges.map { ($0.lowerBound, 1) } + ranges.map { ($0.upperBound + 1, -1) }
    var best = (rows: 0, from: 0, to: 0)
    var open = 0
    let sorted = borders.sorted { $0 < $1 }
    for (place, border) in sorted.enumerated() {
      open += border.1
      let isLastHere = place + 1 == sorted.count || sorted[place + 1].0 > border.0
      if isLastHere, open > best.rows { best = (open, border.0, sorted[place + 1].0 - 1) }
    }
    guard best.rows >= 3, best.rows * 3 >= ranges.count * 2 else { return nil }
    bases = best.from...best.to
  }
}
