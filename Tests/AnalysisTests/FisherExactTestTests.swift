import Testing

@testable import Analysis

@Suite("Fisher's exact test")
struct FisherExactTestTests {
  /// Exact fractions in Python for the small tables; `stats.fisher_exact` of scipy 1.17 for those of a million.
  private static let exactValues: [([Int], Double)] = [
    ([3, 1, 1, 3], 0.4857142857142857), ([10, 25, 11, 108], 0.008928454113744568), ([0, 7, 5, 12], 0.272068511198946),
    ([8, 0, 0, 8], 0.0001554001554001554), ([2, 3, 3, 2], 1.0), ([1, 9, 11, 3], 0.0027594561852200836),
    ([0, 0, 4, 5], 1.0), ([60, 40, 30, 70], 3.3045929892723186e-05),
    ([300, 2000, 1500, 96200], 1.641999756053892e-163),
    ([600, 20_000, 15_000, 964_400], 1.2142487387570918e-45), ([2000, 8000, 20_000, 970_000], 0.0),
  ]

  @Test("Probabilities equal exact fractions", arguments: exactValues)
  func known(cells: [Int], expected: Double) throws {
    let probability = try #require(FisherExactTest.probability(of: table(cells)))
    #expect(abs(probability - expected) <= 1e-9 * expected)
  }

  @Test("Every table of up to six a cell equals the sum over all tables with its margins")
  func againstAllTables() throws {
    for number in 0..<2401 {
      let cells = [number % 7, number / 7 % 7, number / 49 % 7, number / 343]
      guard number > 0 else { continue }
      let probability = try #require(FisherExactTest.probability(of: table(cells)))
      #expect(abs(probability - slowProbability(cells)) < 1e-12, "\(cells)")
    }
  }

  private func table(_ cells: [Int]) -> TwoByTwoTable {
    TwoByTwoTable(both: cells[0], aOnly: cells[1], bOnly: cells[2], neither: cells[3])
  }

  private func slowProbability(_ cells: [Int]) -> Double {
    let marked = cells[0] + cells[1]
    let unmarked = cells[2] + cells[3]
    let drawn = cells[0] + cells[2]
    let ways = (0...marked).map { $0 > drawn ? 0 : choose(marked, $0) * choose(unmarked, drawn - $0) }
    let unlikely = ways.filter { $0 <= ways[cells[0]] }
    return Double(unlikely.reduce(0, +)) / Double(choose(marked + unmarked, drawn))
  }

  private func choose(_ n: Int, _ k: Int) -> Int {
    k > n ? 0 : (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
  }
}
