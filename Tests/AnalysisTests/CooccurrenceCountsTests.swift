import Model
import Testing

@testable import Analysis

@Suite("Counts of pairs of codes")
struct CooccurrenceCountsTests {
  @Test("Units with both codes equal those of sets", arguments: [CooccurrenceLevel.segment, .turn, .transcript, .case])
  func unitsAgainstSets(level: CooccurrenceLevel) throws {
    let unit = try #require(level.unit)
    for seed in 0..<1000 {
      let sample = RandomGround(seed: UInt64(seed))
      let slow = SlowCounts(ground: sample.ground, tree: sample.tree)
      let slots = CodeSlots(chosen(sample.tree, seed), tree: sample.tree)
      let counts = CooccurrenceCounts(at: level, on: sample.ground, slots: slots, tree: sample.tree)
      let having = slots.codes.map { slow.units(unit, with: $0) }
      #expect(counts.total == slow.units(unit).count, "seed \(seed)")
      #expect(counts.occurrences == having.map(\.count), "seed \(seed)")
      for a in having.indices {
        for b in having.indices where counts.pairs[a, b] != having[a].intersection(having[b]).count {
          Issue.record("seed \(seed), slots \(a) and \(b)")
        }
      }
    }
  }

  @Test(
    "Pairs of codings equal those of comparing all with all",
    arguments: [CooccurrenceLevel.exact, .overlap, .within(0), .within(1), .within(3)])
  func spansAgainstAllPairs(level: CooccurrenceLevel) {
    for seed in 0..<1000 {
      let sample = RandomGround(seed: UInt64(seed))
      let slow = SlowCounts(ground: sample.ground, tree: sample.tree)
      let slots = CodeSlots(chosen(sample.tree, seed), tree: sample.tree)
      let counts = CooccurrenceCounts(at: level, on: sample.ground, slots: slots, tree: sample.tree)
      #expect(counts.total == slow.units(.codings).count, "seed \(seed)")
      #expect(counts.occurrences == slots.codes.map { slow.spans(of: $0).count }, "seed \(seed)")
      for (a, codeA) in slots.codes.enumerated() {
        for (b, codeB) in slots.codes.enumerated() where counts.pairs[a, b] != slow.pairs(codeA, codeB, level) {
          Issue.record("seed \(seed), codes \(codeA) and \(codeB)")
        }
      }
    }
  }

  private func chosen(_ tree: CodeTree, _ seed: Int) -> [Int] {
    (0..<tree.count).filter { seed % 3 == 0 || (seed >> ($0 % 4)) & 1 == 0 }
  }
}
