import Model

/// Two grounds, and which of their cases or transcripts are in both.
struct GroupPair {
  let left: CountingGround
  let right: CountingGround
  let unit: CountUnit

  init(left: CountingGround, right: CountingGround, unit: CountUnit) {
    self.left = left
    self.right = right
    self.unit = unit
  }

  private func names(_ ground: CountingGround) -> [String] { unit == .cases ? ground.cases : ground.transcripts }

  /// How many units are in both.
  var shared: Int { Set(names(left)).intersection(names(right)).count }

  /// Both grounds without the units that are in one of them only, in the same order.
  var onlyShared: GroupPair {
    let both = Set(names(left)).intersection(names(right))
    return GroupPair(left: Self.kept(left, unit, both), right: Self.kept(right, unit, both), unit: unit)
  }

  private static func kept(_ ground: CountingGround, _ unit: CountUnit, _ names: Set<String>) -> CountingGround {
    let cases: [[Int32]] = ground.cases.map { unit != .cases || names.contains($0) ? [0] : [] }
    let transcripts = ground.transcripts.indices.map { transcript -> [Int32] in
      guard unit == .cases else { return names.contains(ground.transcripts[transcript]) ? [0] : [] }
      let number = ground.caseOfTranscript[transcript]
      return number < 0 ? [] : cases[Int(number)]
    }
    return GroundPartition.split(ground, cases: cases, transcripts: transcripts, into: 1)[0]
  }

  func rows(_ comparison: GroupComparison) -> [ComparedCode] {
    let (tree, codes) = (comparison.tree, comparison.codes)
    let one = FrequencyTally(of: unit, on: left, tree: tree, codes: codes)
    let other = FrequencyTally(of: unit, on: right, tree: tree, codes: codes)
    let isWhole = unit == .cases || unit == .transcripts
    let twice = comparison.isPaired ? pairedTables(tree, codes) : nil
    let shared = isWhole ? self.shared : 0
    return codes.indices.map { row in
      let test: ComparedCode.Test =
        if !isWhole {
          .none("\(unit.rawValue) of one interview are not independent")
        } else if let twice {
          .paired(twice[row])
        } else {
          shared == 0 ? .independent : .none("some \(unit.rawValue) are in both groups")
        }
      return ComparedCode(left: (one.counts[row], one.n), right: (other.counts[row], other.n), test: test)
    }
  }

  /// For each code the shared units that have it on both sides, on one, on neither.
  private func pairedTables(_ tree: CodeTree, _ codes: [Int]) -> [TwoByTwoTable] {
    let slots = CodeSlots(codes, tree: tree)
    let sides = [left, right].map { ground in
      CodesByUnit(UnitIncidences(of: unit, in: ground), slots: slots, codeCount: tree.count)
    }
    let placeOnRight = Dictionary(uniqueKeysWithValues: names(right).enumerated().map { ($1, $0) })
    var both = [Int](repeating: 0, count: slots.count)
    var counts = [both, both]
    for (row, name) in names(left).enumerated() {
      guard let other = placeOnRight[name] else { continue }
      let there = Set(sides[1].row(other))
      for slot in sides[0].row(row) {
        counts[0][Int(slot)] += 1
        if there.contains(slot) { both[Int(slot)] += 1 }
      }
      for slot in there { counts[1][Int(slot)] += 1 }
    }
    return codes.map { code in
      let slot = slots.slot(of: code)
      let (one, other, shared) = (counts[0][slot], counts[1][slot], both[slot])
      return TwoByTwoTable(
        both: shared, aOnly: one - shared, bOnly: other - shared, neither: names(left).count - one - other + shared)
    }
  }
}

extension CodesByUnit {
  /// The slots of a unit.
  func row(_ unit: Int) -> ArraySlice<Int32> { slots[offsets[unit]..<offsets[unit + 1]] }
}
