import Model

/// For every code of the tree the one slot its codings count for: that of the nearest chosen code, itself included.
///
/// Where shares must add up to the whole a coding counts once, and not again for the codes above.
struct NearestCodes {
  /// -1 where neither the code nor one above it was chosen.
  let slotOfCode: [Int32]

  init(_ slots: CodeSlots, tree: CodeTree) {
    var slotOfCode = [Int32](repeating: -1, count: tree.count)
    for code in 0..<tree.count {
      if slots.slot(of: code) >= 0 {
        slotOfCode[code] = Int32(slots.slot(of: code))
      } else if tree.parents[code] >= 0 {
        slotOfCode[code] = slotOfCode[tree.parents[code]]
      }
    }
    self.slotOfCode = slotOfCode
  }

  /// The slot of a code, nil where a coding of it counts for none.
  func slot(of code: Int32) -> Int? {
    let slot = slotOfCode[Int(code)]
    return slot < 0 ? nil : Int(slot)
  }
}
