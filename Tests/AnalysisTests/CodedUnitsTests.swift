import Model
import Testing

@testable import Analysis

@Suite("Units that have any of the codes")
struct CodedUnitsTests {
  @Test(
    "They are those with one of the codes in the definition, on five hundred small grounds",
    arguments: CountUnit.allCases)
  func againstSets(unit: CountUnit) {
    for seed in 0..<500 {
      let sample = RandomGround(seed: UInt64(seed))
      let slow = SlowCounts(ground: sample.ground, tree: sample.tree)
      let codes = (0..<sample.tree.count).filter { (seed >> ($0 % 3)) & 1 == 0 }
      let tally = FrequencyTally(of: unit, on: sample.ground, tree: sample.tree, codes: codes, base: .coded)
      let coded = codes.reduce(into: Set<[Int]>()) { $0.formUnion(slow.units(unit, with: $1)) }
      #expect(tally.n == coded.count, "seed \(seed)")
      #expect(tally.counts == codes.map { slow.units(unit, with: $0).count }, "seed \(seed)")
    }
  }

  @Test("Each case is a ground of its own, and transcripts without one are in none")
  func byCase() {
    let grounds = SmallStudy.ground.byCase
    #expect(grounds.map(\.cases) == [["Elm"], ["Oak"], ["Ash"]])
    #expect(grounds.map(\.transcripts) == [["elm-1", "elm-2"], ["oak-1"], []])
    #expect(grounds.map(\.codings.count) == [6, 3, 0])
  }
}
