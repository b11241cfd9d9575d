import Model
import TestSupport
import Testing

struct PrintedPercentTests {
  private func percent(_ digits: Int, _ decimals: Int = 0, comma: Bool = false) throws -> PrintedPercent {
    try #require(PrintedPercent(digits: digits, decimals: decimals, hasComma: comma))
  }

  @Test("A percentage follows when the share rounds to it, a half either way")
  func follows() throws {
    #expect(try percent(14).follows(from: 292, of: 1365) == false)
    #expect(try percent(21).follows(from: 292, of: 1365))
    #expect(try percent(0).follows(from: 2, of: 1503))
    #expect(try percent(12).follows(from: 1, of: 8))
    #expect(try percent(13).follows(from: 1, of: 8))
    #expect(try percent(124, 1).follows(from: 1, of: 8) == false)
    #expect(try percent(125, 1).follows(from: 1, of: 8))
    #expect(try percent(0).follows(from: 0, of: 0) == false)
  }

  @Test("It says what it should be, and which counts and bases would have it")
  func instead() throws {
    #expect(try percent(14).rounded(292, of: 1365) == percent(21))
    #expect(try percent(873, 1, comma: true).rounded(1648, of: 1887)?.text == "87,3%")
    #expect(try percent(14).counts(of: 1365) == 185...197)
    #expect(try percent(14).bases(of: 292) == 2014...2162)
    #expect(try percent(50).counts(of: 1) == nil)
    #expect(try percent(33).counts(of: 2) == nil)
    #expect(try percent(0).bases(of: 5) == nil)
  }

  @Test("On random numbers, what follows is what slow division rounds to")
  func random() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<3000 {
      let n = Int.random(in: 1...400, using: &generator)
      let printed = try percent(Int.random(in: 0...1000, using: &generator), 1)
      let fitting = (0...n).filter { abs(100 * Double($0) / Double(n) - printed.value) <= 0.05 + 1e-9 }
      #expect((printed.counts(of: n)?.filter { $0 <= n } ?? []) == fitting)
      for count in stride(from: 0, through: n, by: 7) {
        #expect(printed.follows(from: count, of: n) == fitting.contains(count))
        let bases = printed.bases(of: count)
        #expect((bases?.contains(n) ?? false) == (count > 0 && printed.digits > 0 && fitting.contains(count)))
      }
    }
  }

  @Test("Numbers no report has are none, and nothing overflows")
  func limits() throws {
    #expect(PrintedPercent(digits: 1001, decimals: 0) == nil)
    #expect(PrintedPercent(digits: 1, decimals: 7) == nil)
    #expect(PrintedPercent(digits: -1, decimals: 0) == nil)
    let most = try percent(1_000_000_000, 6)
    #expect(most.follows(from: 1_000_000_000, of: 1_000_000_000) == false)
    #expect(most.follows(from: Int.max, of: Int.max) == false)
    #expect(most.counts(of: 1_000_000_000) == 10_000_000_000 - 5...10_000_000_000 + 5)
    #expect(try percent(1, 6).bases(of: 1_000_000_000) == 66_666_666_666_666_667...200_000_000_000_000_000)
    #expect(try percent(5, 1).text == "0.5%")
  }
}
