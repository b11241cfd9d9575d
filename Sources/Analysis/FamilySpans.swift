import Model

/// The codings of each slot as spans, each span of a family once, sorted by transcript and start.
struct FamilySpans: Equatable {
  private(set) var transcript: [Int32] = []
  private(set) var start: [Int32] = []
  private(set) var end: [Int32] = []
  private(set) var slot: [Int32] = []
  /// Row bounds of entries on one and the same span of text.
  private(set) var runs = [0]

  /// Two coders, or two children of one parent, on the same span make one coding; spans are in bytes.
  init(_ codings: CodingColumns, slots: CodeSlots) {
    var seen = [Int](repeating: -1, count: slots.count)
    var run = 0
    reserve(codings.count)
    for index in 0..<codings.count where codings.start[index] < codings.end[index] {
      if !codings.sameSpan(index, run) {
        run = index
        closeRun()
      }
      slots.forEachSlot(countedBy: codings.code[index]) { number in
        guard seen[Int(number)] != run else { return }
        seen[Int(number)] = run
        transcript.append(codings.transcript[index])
        start.append(codings.start[index])
        end.append(codings.end[index])
        slot.append(number)
      }
    }
    closeRun()
  }

  var count: Int { slot.count }

  /// How many codings each slot has.
  func counts(slotCount: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: slotCount)
    for number in slot { counts[Int(number)] += 1 }
    return counts
  }

  /// The same codings measured in segments, each with `borders` added to its end.
  ///
  /// Two of these overlap exactly when there are at most `borders` segment borders between the codings. Codings that
  /// touch no segment are left out.
  func stretched(by borders: Int, over segments: UnitColumns) -> FamilySpans {
    var result = self
    result.clear()
    var columns = CodingColumns()
    columns.transcript = transcript
    columns.start = start
    columns.end = end
    columns.code = slot
    forEachTouch(of: columns, on: segments) { index, first, stop in
      let last = Int(segments.position[stop - 1]) + borders + 1
      result.transcript.append(transcript[index])
      result.start.append(segments.position[first])
      result.end.append(Int32(clamping: last))
      result.slot.append(slot[index])
    }
    return result
  }

  private mutating func closeRun() {
    if let last = runs.last, last < slot.count { runs.append(slot.count) }
  }

  private mutating func reserve(_ number: Int) {
    transcript.reserveCapacity(number)
    start.reserveCapacity(number)
    end.reserveCapacity(number)
    slot.reserveCapacity(number)
  }

  private mutating func clear() {
    transcript.removeAll(keepingCapacity: true)
    start.removeAll(keepingCapacity: true)
    end.removeAll(keepingCapacity: true)
    slot.removeAll(keepingCapacity: true)
    runs = [0]
  }
}
