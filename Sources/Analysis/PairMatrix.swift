/// For each pair of slots a number, the same for (a, b) and (b, a).
struct PairMatrix: Equatable {
  let size: Int
  private(set) var cells: [Int]

  /// - Parameter oneSided: numbers that belong to the pair however its two slots are ordered.
  init(size: Int, oneSided: [Int]) {
    self.size = size
    cells = oneSided
    for a in 0..<size {
      for b in 0..<a {
        let sum = oneSided[a * size + b] + oneSided[b * size + a]
        cells[a * size + b] = sum
        cells[b * size + a] = sum
      }
    }
  }

  subscript(a: Int, b: Int) -> Int { cells[a * size + b] }

  mutating func subtract(_ number: Int, at a: Int, _ b: Int) {
    cells[a * size + b] -= number
    cells[b * size + a] -= number
  }
}

extension CodesByUnit {
  /// How many units have both slots; on the diagonal how many have the slot.
  func pairMatrix(slotCount: Int) -> PairMatrix {
    var cells = [Int](repeating: 0, count: slotCount * slotCount)
    cells.withUnsafeMutableBufferPointer { cells in
      for unit in 0..<unitCount {
        let end = offsets[unit + 1]
        for first in offsets[unit]..<end {
          let row = Int(slots[first]) * slotCount
          for second in first..<end { cells[row + Int(slots[second])] += 1 }
        }
      }
    }
    return PairMatrix(size: slotCount, oneSided: cells)
  }
}

extension FamilySpans {
  /// How many spans have both slots: nothing on the diagonal, as a slot has a span once.
  func pairMatrixOfEqualSpans(slotCount: Int) -> PairMatrix {
    var cells = [Int](repeating: 0, count: slotCount * slotCount)
    for run in 0..<(runs.count - 1) {
      for first in runs[run]..<runs[run + 1] {
        for second in (first + 1)..<max(first + 1, runs[run + 1]) {
          cells[Int(slot[first]) * slotCount + Int(slot[second])] += 1
        }
      }
    }
    return PairMatrix(size: slotCount, oneSided: cells)
  }
}
