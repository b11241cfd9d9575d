import Model
import TestSupport
import Testing

@testable import Analysis

struct BaseGuessTests {
  private func row(_ count: Int, _ percent: Int) -> PrintedTable.Row {
    PrintedTable.Row(line: 1, label: "x", count: count, percent: PrintedPercent(digits: percent, decimals: 0))
  }

  @Test("The base is the one that suits most rows, and there must be three")
  func guess() {
    let rows = [row(1884, 100), row(1802, 95), row(1305, 69), row(334, 99), row(227, 12)]
    #expect(BaseGuess(rows[...])?.bases.contains(1888) == true)
    #expect(BaseGuess(rows[..<2]) == nil)
    #expect(BaseGuess([row(10, 10), row(10, 20), row(10, 30), row(10, 40)][...]) == nil)
  }

  @Test("It is what trying every base finds")
  func slow() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let n = Int.random(in: 5...60, using: &generator)
      let rows = (0..<5).map { _ in
        let count = Int.random(in: 1...n, using: &generator)
        return row(count, (200 * count + n) / (2 * n) + (Int.random(in: 0...6, using: &generator) == 0 ? 9 : 0))
      }
      func suits(_ base: Int) -> Int {
        rows.count { row in row.percent?.digits != 0 && row.percent?.follows(from: row.count ?? 0, of: base) == true }
      }
      let most = (1...300).map(suits).max() ?? 0
      if let bases = BaseGuess(rows[...])?.bases {
        #expect(suits(bases.lowerBound) == most && suits(bases.upperBound) == most)
      } else {
        #expect(most < 4)
      }
    }
  }
}
