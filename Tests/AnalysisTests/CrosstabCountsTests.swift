import Model
import Testing

@testable import Analysis

@Suite("What a column of a crosstab counts")
struct CrosstabCountsTests {
  @Test(
    "Counts equal those of the definitions on five hundred small grounds", arguments: [CountUnit.cases, .transcripts])
  func againstSets(unit: CountUnit) {
    for seed in 0..<500 {
      let sample = RandomGround(seed: UInt64(seed))
      let slow = SlowCounts(ground: sample.ground, tree: sample.tree)
      let slots = CodeSlots((0..<sample.tree.count).filter { (seed >> ($0 % 3)) & 1 == 0 }, tree: sample.tree)
      let nearest = NearestCodes(slots, tree: sample.tree)
      let counts = CrosstabCounts(sample.ground, unit: unit, slots: slots, nearest: nearest)
      let units = slow.units(unit).sorted { $0[0] < $1[0] }
      // For each unit the codings in it, as transcript, start, end, code.
      let rows = units.map { number in
        slow.units(.codings).filter { coding in
          let place = unit == .cases ? Int(sample.ground.caseOfTranscript[coding[0]]) : coding[0]
          return place == number[0] && nearest.slot(of: Int32(coding[3])) != nil
        }
      }
      #expect(counts.allUnits == units.count)
      #expect(counts.allCodings == rows.reduce(0) { $0 + $1.count }, "seed \(seed)")
      #expect(counts.codedUnits == rows.count { !$0.isEmpty }, "seed \(seed)")
      #expect(
        counts.responses == rows.reduce(0) { $0 + Set($1.map { nearest.slot(of: Int32($0[3])) }).count }, "seed \(seed)"
      )
      for (slot, code) in slots.codes.enumerated() {
        let family = Set(sample.tree.family(of: code))
        let having = rows.map { row in row.count { family.contains($0[3]) } }
        #expect(counts.codings[slot] == having.reduce(0, +), "seed \(seed)")
        #expect(counts.units[slot] == having.count { $0 > 0 }, "seed \(seed)")
        let shares = zip(having, rows).filter { !$0.1.isEmpty }.map { Double($0.0) / Double($0.1.count) }
        let mean = shares.isEmpty ? nil : 100 * shares.reduce(0, +) / Double(shares.count)
        let difference = zip([counts.equalWeightPercent(slot)], [mean]).map { abs(($0 ?? -1) - ($1 ?? -1)) }[0]
        #expect(difference < 1e-9, "seed \(seed)")
      }
    }
  }
}
