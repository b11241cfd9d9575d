import Testing

@testable import Workbench

struct DrawTests {
  @Test("The same seed draws the same, and another seed something else")
  func repeatable() {
    let choices = [1, 1, 2].map { seed in
      var draw = Draw(seed: seed)
      return draw.choose(5, of: 1000)
    }
    #expect(choices[0] == [3, 446, 566, 746, 971])
    #expect(choices[1] == choices[0])
    #expect(choices[2] != choices[0])
  }

  @Test("What is drawn is ascending, each once, and all where there are no more")
  func bounds() {
    var draw = Draw(seed: -7)
    for all in 0..<40 {
      for count in 0..<45 {
        let chosen = draw.choose(count, of: all)
        #expect(chosen == Set(chosen).sorted())
        #expect(chosen.count == min(count, all))
        #expect(chosen.allSatisfy { (0..<max(all, 1)).contains($0) })
      }
    }
  }

  @Test("Each number is drawn about as often")
  func even() {
    var draw = Draw(seed: 3)
    var counts = [Int](repeating: 0, count: 10)
    for _ in 0..<10_000 { for number in draw.choose(3, of: 10) { counts[number] += 1 } }
    // Expected 3,000 each; five standard deviations are some 230.
    #expect(counts.allSatisfy { abs($0 - 3000) < 230 })
  }

  @Test("An order by lot has every number once, and each order comes about as often")
  func orders() {
    var draw = Draw(seed: 5)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6000 { counts[draw.order(of: 3), default: 0] += 1 }
    // Expected 1,000 each; five standard deviations are some 145.
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 145 })
    #expect(draw.order(of: 50).sorted() == Array(0..<50))
    #expect(draw.order(of: 0) == [])
  }
}
