import Model

/// The counts of some codes in one unit, and of how many.
struct FrequencyTally: Equatable {
  /// In the order of the codes asked for.
  let counts: [Int]
  /// The base: all units, or those that have the base code.
  let n: Int
  /// All units.
  let all: Int

  init(of unit: CountUnit, on ground: CountingGround, tree: CodeTree, codes: [Int], base: Int?) {
    let slots = CodeSlots(codes + (base.map { [$0] } ?? []), tree: tree)
    let baseSlot = base.map { slots.slot(of: $0) }
    let result: (counts: [Int], units: Int)
    switch unit {
    case .codings:
      result = CodingCounts.counts(of: ground, slots: slots, tree: tree, base: base)
      all = base == nil ? result.units : ground.codings.distinct.count
    case .words:
      result = CoveredWords.counts(of: ground, slots: slots, base: baseSlot)
      all = ground.wordStarts.reduce(0) { $0 + $1.count }
    case .cases, .transcripts, .turns, .segments:
      let rows = CodesByUnit(UnitIncidences(of: unit, in: ground), slots: slots, codeCount: tree.count)
      result = rows.counts(slotCount: slots.count, base: baseSlot)
      all = rows.unitCount
    }
    counts = codes.map { result.counts[slots.slot(of: $0)] }
    n = result.units
  }

  /// Count, n and percentage; there is no percentage of nothing.
  func cells(at row: Int) -> [Table.Cell] {
    let percent: Table.Cell = n == 0 ? .none : .number(100 * Double(counts[row]) / Double(n))
    return [.count(counts[row]), .count(n), percent]
  }
}
