import Model

/// The counts of some codes in one unit, and of how many.
struct FrequencyTally: Equatable {
  /// In the order of the codes asked for.
  let counts: [Int]
  /// The base: all units, or those that have the base code.
  let n: Int
  /// For each code the mean percentage of the cases; empty where cases are not weighed, nil without a case to weigh.
  private(set) var byCase: [Double?] = []
  /// How many cases that mean is of.
  private(set) var weighedCases = 0
  /// Of each count the units in which another code has as many codings; empty where that is not counted.
  private(set) var shared: [Int] = []

  init(
    of unit: CountUnit, on ground: CountingGround, tree: CodeTree, codes: [Int], base: CodeFrequency.Base = .all,
    byCase: Bool = false
  ) {
    let baseCode: Int? = if case .code(let code) = base { code } else { nil }
    let slots = CodeSlots(codes + (baseCode.map { [$0] } ?? []), tree: tree)
    let baseSlot = baseCode.map { slots.slot(of: $0) }
    let result: (counts: [Int], units: Int)
    switch unit {
    case .codings:
      let counted = CodingCounts.counts(of: ground, slots: slots, tree: tree, base: baseCode)
      result =
        base == .coded
        ? (counted.counts, CodedUnits.codings(ground, NearestCodes(slots, tree: tree), tree: tree)) : counted
    case .words:
      let counted = CoveredWords.counts(of: ground, slots: slots, base: baseSlot)
      result =
        base == .coded ? (counted.counts, CodedUnits.words(ground, NearestCodes(slots, tree: tree))) : counted
    case .cases, .transcripts, .turns, .segments:
      let rows = CodesByUnit(UnitIncidences(of: unit, in: ground), slots: slots, codeCount: tree.count)
      let counted = rows.counts(slotCount: slots.count, base: baseSlot)
      result = base == .coded ? (counted.counts, rows.unitsWithSlots) : counted
    }
    counts = codes.map { result.counts[slots.slot(of: $0)] }
    n = result.units
    if byCase {
      weigh(ground.byCase.map { FrequencyTally(of: unit, on: $0, tree: tree, codes: codes, base: base) })
    }
  }

  /// The units in which a code has as many codings as any; the base is the units with codings of these codes.
  ///
  /// A coding counts for the nearest of the codes; where several codes have the most, the unit counts for each of them.
  init(ofMostFrequent unit: CountUnit, on ground: CountingGround, tree: CodeTree, codes: [Int]) {
    let slots = CodeSlots(codes, tree: tree)
    let nearest = NearestCodes(slots, tree: tree)
    let rows = CodingsByUnit(ground, unit: unit)
    var counts = [Int](repeating: 0, count: slots.count)
    var shared = counts
    var coded = 0
    for row in 0..<rows.unitCount {
      var codings: [Int: Int] = [:]
      for code in rows[row] {
        if let slot = nearest.slot(of: code) { codings[slot, default: 0] += 1 }
      }
      guard let most = codings.values.max() else { continue }
      coded += 1
      let first = codings.filter { $0.value == most }.keys
      for slot in first {
        counts[slot] += 1
        if first.count > 1 { shared[slot] += 1 }
      }
    }
    self.counts = codes.map { counts[slots.slot(of: $0)] }
    self.shared = codes.map { shared[slots.slot(of: $0)] }
    n = coded
  }

  private mutating func weigh(_ cases: [FrequencyTally]) {
    let having = cases.filter { $0.n > 0 }
    weighedCases = having.count
    byCase = counts.indices.map { row in
      guard !having.isEmpty else { return nil }
      return 100 * having.reduce(0) { $0 + Double($1.counts[row]) / Double($1.n) } / Double(having.count)
    }
  }

  /// Count, n and percentage, then the extras; there is no percentage of nothing.
  func cells(at row: Int, _ extras: FrequencyExtras = []) -> [Table.Cell] {
    let percent: Table.Cell = n == 0 ? .none : .number(100 * Double(counts[row]) / Double(n))
    var cells: [Table.Cell] = [.count(counts[row]), .count(n), percent]
    if extras.contains(.mostFrequent) { cells.append(.count(shared[row])) }
    if extras.contains(.caseWeight) { cells.append(byCase[row].map { .number($0) } ?? .none) }
    if extras.contains(.interval) {
      let bounds = WilsonInterval.bounds(of: counts[row], among: n)
      cells += [bounds?.low, bounds?.high].map { $0.map { .number(100 * $0) } ?? .none }
    }
    return cells
  }
}
