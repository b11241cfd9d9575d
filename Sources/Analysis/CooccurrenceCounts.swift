import Model

/// What a co-occurrence table is made from: how often each slot occurs, how often each pair meets.
struct CooccurrenceCounts: Equatable {
  /// Units with the slot, or codings of the slot.
  let occurrences: [Int]
  let pairs: PairMatrix
  /// All units; at span levels all codings of the slots, spans of a family once.
  let total: Int

  init(at level: CooccurrenceLevel, on ground: CountingGround, slots: CodeSlots, tree: CodeTree) {
    guard let unit = level.unit else {
      self.init(spansAt: level, on: ground, slots: slots, tree: tree)
      return
    }
    self.init(units: unit, on: ground, slots: slots, tree: tree)
  }

  private init(units unit: CountUnit, on ground: CountingGround, slots: CodeSlots, tree: CodeTree) {
    let rows = CodesByUnit(UnitIncidences(of: unit, in: ground), slots: slots, codeCount: tree.count)
    let matrix = rows.pairMatrix(slotCount: slots.count)
    occurrences = slots.codes.indices.map { matrix[$0, $0] }
    pairs = matrix
    total = rows.unitCount
  }

  private init(spansAt level: CooccurrenceLevel, on ground: CountingGround, slots: CodeSlots, tree: CodeTree) {
    let spans = FamilySpans(ground.codings, slots: slots)
    occurrences = spans.counts(slotCount: slots.count)
    var distinct = 0
    ground.codings.forEachDistinct { _ in distinct += 1 }
    total = distinct
    var matrix: PairMatrix
    // What a coding of the lower code makes with itself as a coding of the upper one.
    var withItself = occurrences
    switch level {
    case .within(let borders):
      let stretched = spans.stretched(by: borders, over: ground.segments)
      withItself = stretched.counts(slotCount: slots.count)
      matrix = stretched.pairMatrixOfOverlaps(slotCount: slots.count)
    case .exact: matrix = spans.pairMatrixOfEqualSpans(slotCount: slots.count)
    default: matrix = spans.pairMatrixOfOverlaps(slotCount: slots.count)
    }
    // Two codings of the lower code met twice too: each stood once for the upper code. They are one pair.
    for (above, below) in slots.nestedPairs(in: tree) {
      matrix.subtract(withItself[below] + matrix[below, below], at: above, below)
    }
    pairs = matrix
  }
}

extension CooccurrenceCounts {
  /// The units with both slots, with one, with neither; at unit levels.
  func table(of pair: (a: Int, b: Int)) -> TwoByTwoTable {
    let both = pairs[pair.a, pair.b]
    let aOnly = occurrences[pair.a] - both
    let bOnly = occurrences[pair.b] - both
    return TwoByTwoTable(both: both, aOnly: aOnly, bOnly: bOnly, neither: total - both - aOnly - bOnly)
  }
}
