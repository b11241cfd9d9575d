import Model

/// Counts distinct codings; a code above adds the codings of those below it.
enum CodingCounts {
  /// The codings of each slot and of all codes; with a base, only those that stand for the base too.
  static func counts(
    of ground: CountingGround, slots: CodeSlots, tree: CodeTree, base: Int?
  ) -> (counts: [Int], units: Int) {
    var own = ground.ownCodings(tree.count)
    if let base {
      let family = Set(tree.family(of: base))
      for code in 0..<tree.count where !family.contains(code) { own[code] = 0 }
    }
    var counts = [Int](repeating: 0, count: slots.count)
    for (code, number) in own.enumerated() {
      slots.forEachSlot(countedBy: Int32(code)) { counts[Int($0)] += number }
    }
    return (counts, own.reduce(0, +))
  }
}
