extension FamilySpans {
  /// How many pairs of spans of two slots share a position; on the diagonal pairs of different spans of one slot.
  ///
  /// Sweeps over the sorted ends with one counter of open spans for each slot, so that a pile of n overlapping spans costs
  /// n times the number of slots and not n squared.
  func pairMatrixOfOverlaps(slotCount: Int) -> PairMatrix {
    var sweep = OverlapSweep(slotCount: slotCount)
    var ends: [UInt64] = []
    var from = 0
    while from < count {
      var to = from
      ends.removeAll(keepingCapacity: true)
      while to < count, transcript[to] == transcript[from] {
        ends.append(UInt64(UInt32(bitPattern: end[to])) << 32 | UInt64(UInt32(bitPattern: slot[to])))
        to += 1
      }
      ends.sort()
      sweep.run(starts: start[from..<to], slots: slot[from..<to], ends: ends)
      from = to
    }
    return PairMatrix(size: slotCount, oneSided: sweep.met)
  }
}

/// Open spans by slot, and what each new span meets.
private struct OverlapSweep {
  let slotCount: Int
  /// How often a span of slot `a` began while one of slot `b` was open, at `a * slotCount + b`.
  private(set) var met: [Int]
  private var open: [Int]
  /// The slots with open spans, in any order, and where each stands in that list.
  private var active: [Int] = []
  private var place: [Int]

  init(slotCount: Int) {
    self.slotCount = slotCount
    met = [Int](repeating: 0, count: slotCount * slotCount)
    open = [Int](repeating: 0, count: slotCount)
    place = [Int](repeating: -1, count: slotCount)
  }

  /// Takes one transcript.
  ///
  /// At equal positions ends come before starts: spans that only touch do not overlap.
  mutating func run(starts: ArraySlice<Int32>, slots: ArraySlice<Int32>, ends: [UInt64]) {
    var closed = 0
    for (start, number) in zip(starts, slots) {
      while closed < ends.count, ends[closed] >> 32 <= UInt64(UInt32(bitPattern: start)) {
        close(Int(ends[closed] & 0xFFFF_FFFF))
        closed += 1
      }
      begin(Int(number))
    }
    while closed < ends.count {
      close(Int(ends[closed] & 0xFFFF_FFFF))
      closed += 1
    }
  }

  private mutating func begin(_ slot: Int) {
    let row = slot * slotCount
    for other in active { met[row + other] += open[other] }
    if open[slot] == 0 {
      place[slot] = active.count
      active.append(slot)
    }
    open[slot] += 1
  }

  private mutating func close(_ slot: Int) {
    open[slot] -= 1
    guard open[slot] == 0, let last = active.popLast() else { return }
    guard last != slot else { return }
    active[place[slot]] = last
    place[last] = place[slot]
  }
}
