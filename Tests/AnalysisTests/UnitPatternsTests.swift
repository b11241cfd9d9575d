import Model
import Testing

@testable import Analysis

@Suite("Patterns of units")
struct UnitPatternsTests {
  @Test("Units judged alike are one pattern", arguments: [1, 7])
  func patterns(seed: UInt64) {
    let judgements = Judgements.random(seed: seed, coders: 3, values: 3, units: 3_000)
    let patterns = UnitPatterns(judgements)
    for (unit, pattern) in patterns.patternOfUnit.enumerated() {
      let rows = patterns.rows(Int(pattern)).map { [Int(patterns.coder[$0]), Int(patterns.value[$0])] }
      #expect(rows == judgements.units[unit].map { [$0.coder, $0.value] })
    }
    #expect(patterns.count == Set(judgements.units.map { $0.map { [$0.coder, $0.value] } }).count)
    #expect(patterns.weights.reduce(0, +) == 3_000)
  }

  @Test("Recoded patterns have the weights of those they are made of")
  func recoded() {
    let judgements = Judgements.random(seed: 5, coders: 2, values: 4, units: 100)
    let fine = UnitPatterns(judgements)
    let table: [Int32] = [0, 1, 1, 0]
    let coarse = UnitPatterns(fine, table: table, valueCount: 2)
    let direct = UnitPatterns(
      Judgements(
        units: judgements.units.map { $0.map { ($0.coder, Int(table[$0.value])) } },
        like: Judgements(coders: judgements.coders, values: ["0", "1"])))
    #expect(coarse.weights(from: fine.weights) == coarse.weights)
    #expect(coarse.weights.sorted() == direct.weights.sorted())
    #expect(RatingTally(coarse, weights: coarse.weights).alike == RatingTally(direct, weights: direct.weights).alike)
  }

  @Test("No units are no patterns")
  func empty() {
    let patterns = UnitPatterns(Judgements(coders: ["A"], values: ["x"]))
    #expect(patterns.count == 0 && patterns.patternOfUnit.isEmpty)
  }
}
