import Model

/// The codes an analysis looks at, numbered densely, and for every code of the tree the slots its codings count for.
///
/// A code stands for itself and its children, so a coding counts for the slot of its code and of every code above it.
struct CodeSlots {
  /// The code of each slot.
  let codes: [Int]
  private let offsets: [Int]
  private let lineage: [Int32]
  private let slotOfCode: [Int]

  /// Codes named twice share a slot.
  init(_ wanted: [Int], tree: CodeTree) {
    var slotOfCode = [Int](repeating: -1, count: tree.count)
    var codes: [Int] = []
    for code in wanted where slotOfCode[code] < 0 {
      slotOfCode[code] = codes.count
      codes.append(code)
    }
    var offsets = [0]
    var lineage: [Int32] = []
    for code in 0..<tree.count {
      for above in tree.lineage(of: code) where slotOfCode[above] >= 0 { lineage.append(Int32(slotOfCode[above])) }
      offsets.append(lineage.count)
    }
    self.codes = codes
    self.offsets = offsets
    self.lineage = lineage
    self.slotOfCode = slotOfCode
  }

  var count: Int { codes.count }

  /// The slot of a code that was asked for.
  func slot(of code: Int) -> Int { slotOfCode[code] }

  /// Calls with the slot of the code and of each code above it, as far as they were asked for.
  @inline(__always)
  func forEachSlot(countedBy code: Int32, _ body: (Int32) -> Void) {
    for index in offsets[Int(code)]..<offsets[Int(code) + 1] { body(lineage[index]) }
  }

  /// The pairs of slots of which the second lies below the first.
  func nestedPairs(in tree: CodeTree) -> [(above: Int, below: Int)] {
    var pairs: [(above: Int, below: Int)] = []
    for (below, code) in codes.enumerated() {
      for above in tree.lineage(of: code).dropFirst() where slotOfCode[above] >= 0 {
        pairs.append((slotOfCode[above], below))
      }
    }
    return pairs
  }
}
