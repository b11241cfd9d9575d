import Model

/// Counts the words on which a code lies, each once however many codings overlap there.
///
/// A word counts where it begins.
enum CoveredWords {
  /// The words of each slot and all words; with a base, of the words on which the base lies.
  static func counts(of ground: CountingGround, slots: CodeSlots, base: Int?) -> (counts: [Int], units: Int) {
    var words = ground.wordStarts
    if let base { words = wordsCovered(by: base, slots: slots, ground: ground) }
    var counts = [Int](repeating: 0, count: slots.count)
    forEachNewStretch(of: ground.codings, slots: slots) { slot, transcript, start, end in
      let starts = words[transcript]
      counts[slot] += starts.firstIndex(notBelow: end) - starts.firstIndex(notBelow: start)
    }
    return (counts, words.reduce(0) { $0 + $1.count })
  }

  private static func wordsCovered(by base: Int, slots: CodeSlots, ground: CountingGround) -> [[Int32]] {
    var covered = [[Int32]](repeating: [], count: ground.wordStarts.count)
    forEachNewStretch(of: ground.codings, slots: slots) { slot, transcript, start, end in
      guard slot == base else { return }
      let starts = ground.wordStarts[transcript]
      covered[transcript] += starts[starts.firstIndex(notBelow: start)..<starts.firstIndex(notBelow: end)]
    }
    return covered
  }

  /// Calls with each stretch that a coding adds to what earlier codings of its slot cover, in the order of the text.
  @inline(__always)
  static func forEachNewStretch(
    of codings: CodingColumns, slots: CodeSlots,
    _ body: (_ slot: Int, _ transcript: Int, _ start: Int32, _ end: Int32) -> Void
  ) {
    var transcriptOf = [Int32](repeating: -1, count: slots.count)
    var coveredTo = [Int32](repeating: 0, count: slots.count)
    for index in 0..<codings.count {
      let transcript = codings.transcript[index]
      let end = codings.end[index]
      slots.forEachSlot(countedBy: codings.code[index]) { number in
        let slot = Int(number)
        if transcriptOf[slot] != transcript {
          transcriptOf[slot] = transcript
          coveredTo[slot] = 0
        }
        let start = max(codings.start[index], coveredTo[slot])
        guard start < end else { return }
        coveredTo[slot] = end
        body(slot, Int(transcript), start, end)
      }
    }
  }
}

extension [Int32] {
  /// The index of the first number that is `bound` or more, in an ascending array.
  func firstIndex(notBelow bound: Int32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
