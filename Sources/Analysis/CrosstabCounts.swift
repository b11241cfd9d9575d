import Model

/// What one column of a crosstab is made from: everything that is counted under one value of the attribute.
struct CrosstabCounts: Equatable {
  /// Distinct codings of each slot; those of the codes below are added.
  private(set) var codings: [Int]
  /// Distinct codings that stand for one of the slots, each once.
  private(set) var allCodings = 0
  /// Units with each slot.
  private(set) var units: [Int]
  /// All units, those without codings too.
  let allUnits: Int
  /// Units with one of the slots.
  private(set) var codedUnits = 0
  /// Over all units the different codes each has, a coding taken for the nearest chosen code.
  private(set) var responses = 0
  /// For each slot the sum over the coded units of its share of the unit's codings.
  private(set) var shares: [Double]
  /// The words of the segments, where they were read.
  let words: Int?

  init(_ ground: CountingGround, unit: CountUnit, slots: CodeSlots, nearest: NearestCodes) {
    codings = [Int](repeating: 0, count: slots.count)
    units = codings
    shares = [Double](repeating: 0, count: slots.count)
    let withUnit = ground.wordStarts.indices.filter { unit != .cases || ground.caseOfTranscript[$0] >= 0 }
    words = ground.wordStarts.isEmpty ? nil : withUnit.reduce(0) { $0 + ground.wordStarts[$1].count }
    let rows = CodingsByUnit(ground, unit: unit)
    allUnits = rows.unitCount
    var ofUnit = [Int](repeating: 0, count: slots.count)
    var touched: [Int] = []
    var answeredBy = [Int](repeating: -1, count: slots.count)
    for unit in 0..<rows.unitCount {
      var total = 0
      for code in rows[unit] {
        guard let answer = nearest.slot(of: code) else { continue }
        total += 1
        if answeredBy[answer] != unit {
          answeredBy[answer] = unit
          responses += 1
        }
        slots.forEachSlot(countedBy: code) { slot in
          if ofUnit[Int(slot)] == 0 { touched.append(Int(slot)) }
          ofUnit[Int(slot)] += 1
        }
      }
      if total > 0 { codedUnits += 1 }
      allCodings += total
      for slot in touched {
        codings[slot] += ofUnit[slot]
        units[slot] += 1
        shares[slot] += Double(ofUnit[slot]) / Double(total)
        ofUnit[slot] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
  }

  /// The mean share of a slot in percent: every coded unit counts the same; nil without one.
  func equalWeightPercent(_ slot: Int) -> Double? { codedUnits > 0 ? 100 * shares[slot] / Double(codedUnits) : nil }
}
