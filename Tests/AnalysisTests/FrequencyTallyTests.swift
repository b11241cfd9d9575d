import Model
import Testing

@testable import Analysis

@Suite("Counts of codes")
struct FrequencyTallyTests {
  @Test("Counts equal those of sets on a thousand small grounds", arguments: CountUnit.allCases)
  func againstSets(unit: CountUnit) {
    for seed in 0..<1000 {
      let sample = RandomGround(seed: UInt64(seed))
      let slow = SlowCounts(ground: sample.ground, tree: sample.tree)
      let codes = (0..<sample.tree.count).filter { (seed >> ($0 % 3)) & 1 == 0 }
      let base = seed % 4 == 0 ? seed % sample.tree.count : nil
      let tally = FrequencyTally(
        of: unit, on: sample.ground, tree: sample.tree, codes: codes, base: base.map { .code($0) } ?? .all)
      let inBase = base.map { slow.units(unit, with: $0) } ?? slow.units(unit)
      #expect(tally.counts == codes.map { slow.units(unit, with: $0).intersection(inBase).count }, "seed \(seed)")
      #expect(tally.n == inBase.count, "seed \(seed)")
    }
  }

  @Test("Codings that were counted beforehand give what the codings give")
  func counted() {
    for seed in 0..<300 {
      let sample = RandomGround(seed: UInt64(seed))
      var counted = sample.ground
      counted.distinctCodings = (0..<sample.tree.count).map { code in
        sample.ground.codings.distinct.code.count { Int($0) == code }
      }
      counted.codings = CodingColumns()
      let codes = Array(0..<sample.tree.count)
      for base in [CodeFrequency.Base.all, .coded, .code(seed % sample.tree.count)] {
        let tallies = [sample.ground, counted].map {
          FrequencyTally(of: .codings, on: $0, tree: sample.tree, codes: codes, base: base)
        }
        #expect(tallies[0] == tallies[1], "seed \(seed), \(base)")
      }
    }
  }
}
