import Model

/// For each unit the slots of the codes it has, each once: rows laid end to end.
struct CodesByUnit: Equatable {
  /// Row `u` is `slots[offsets[u]..<offsets[u + 1]]`.
  private(set) var offsets: [Int]
  private(set) var slots: [Int32]

  /// Groups by unit with a counting sort, so that the time grows with the number of codings and units only.
  init(_ incidences: UnitIncidences, slots wanted: CodeSlots, codeCount: Int) {
    var next = [Int](repeating: 0, count: incidences.unitCount + 1)
    for unit in incidences.units { next[Int(unit) + 1] += 1 }
    for unit in 0..<incidences.unitCount { next[unit + 1] += next[unit] }
    let bounds = next
    var grouped = [Int32](repeating: 0, count: incidences.codes.count)
    for (unit, code) in zip(incidences.units, incidences.codes) {
      grouped[next[Int(unit)]] = code
      next[Int(unit)] += 1
    }
    self.init(codes: grouped, bounds: bounds, slots: wanted, codeCount: codeCount)
  }

  /// - Parameter bounds: the codes of unit `u` are `codes[bounds[u]..<bounds[u + 1]]`, doubles allowed.
  init(codes: [Int32], bounds: [Int], slots wanted: CodeSlots, codeCount: Int) {
    var offsets = [0]
    offsets.reserveCapacity(bounds.count)
    var slots: [Int32] = []
    slots.reserveCapacity(codes.count)
    var codeSeen = [Int](repeating: -1, count: codeCount)
    var slotSeen = [Int](repeating: -1, count: wanted.count)
    for unit in 0..<(bounds.count - 1) {
      for index in bounds[unit]..<bounds[unit + 1] {
        let code = codes[index]
        guard codeSeen[Int(code)] != unit else { continue }
        codeSeen[Int(code)] = unit
        wanted.forEachSlot(countedBy: code) { slot in
          guard slotSeen[Int(slot)] != unit else { return }
          slotSeen[Int(slot)] = unit
          slots.append(slot)
        }
      }
      offsets.append(slots.count)
    }
    self.offsets = offsets
    self.slots = slots
  }

  var unitCount: Int { offsets.count - 1 }

  /// How many units have each slot; with a base, how many of those that have the base too.
  func counts(slotCount: Int, base: Int? = nil) -> (counts: [Int], units: Int) {
    var counts = [Int](repeating: 0, count: slotCount)
    guard let base else {
      for slot in slots { counts[Int(slot)] += 1 }
      return (counts, unitCount)
    }
    for unit in 0..<unitCount {
      let row = slots[offsets[unit]..<offsets[unit + 1]]
      guard row.contains(Int32(base)) else { continue }
      for slot in row { counts[Int(slot)] += 1 }
    }
    return (counts, counts[base])
  }
}
