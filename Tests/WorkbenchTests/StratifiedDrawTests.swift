import TestSupport
import Testing

@testable import Workbench

struct StratifiedDrawTests {
  /// One unit after the other, each to the part that is furthest behind its share, but none above the share rounded up.
  private func slowShares(_ count: Int, _ sizes: [Int]) -> [Int] {
    let all = sizes.reduce(0, +)
    guard count < all else { return sizes }
    var shares = sizes.map { $0 * count / all }
    while shares.reduce(0, +) < count {
      let behind = sizes.indices.map { place -> Int in
        let due = sizes[place] * count - shares[place] * all
        return due >= all || shares[place] > sizes[place] * count / all ? -1 : due
      }
      let most = behind.max() ?? 0
      shares[behind.firstIndex(of: most) ?? 0] += 1
    }
    return shares
  }

  @Test("Shares are those of giving what is left to the largest remainder, one by one")
  func shares() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<2000 {
      let sizes = (0..<Int.random(in: 1...7, using: &random)).map { _ in Int.random(in: 0...12, using: &random) }
      let count = Int.random(in: 0...(sizes.reduce(0, +) + 2), using: &random)
      #expect(StratifiedDraw.shares(of: count, sizes) == slowShares(count, sizes), "\(count) of \(sizes)")
    }
  }

  @Test("Shares of very large strata are worked out without overflow")
  func large() {
    #expect(StratifiedDraw.shares(of: 1 << 61, [1 << 61, 1 << 61]) == [1 << 60, 1 << 60])
    #expect(StratifiedDraw.shares(of: 3, []) == [])
    #expect(StratifiedDraw.shares(of: 0, [2, 3]) == [0, 0])
  }

  @Test("Each stratum gives its share, and a larger draw of it has the smaller one in it")
  func strata() {
    let strata: [Int32] = (0..<60).map { $0 % 3 == 0 ? 0 : 1 }
    let small = StratifiedDraw(9, of: strata, named: ["po", "vo"], seed: 7)
    #expect(small.sizes == [20, 40])
    #expect(small.shares == [3, 6])
    #expect(small.chosen.count == 9)
    #expect(small.chosen == Set(small.chosen).sorted())
    #expect(small.chosen.map { strata[$0] }.filter { $0 == 0 }.count == 3)
    let large = StratifiedDraw(30, of: strata, named: ["po", "vo"], seed: 7)
    #expect(Set(small.chosen).isSubset(of: large.chosen))
    #expect(StratifiedDraw(9, of: strata, named: ["po", "vo"], seed: 7) == small)
    #expect(StratifiedDraw(9, of: strata, named: ["po", "vo"], seed: 8) != small)
  }

  @Test("The lot of a stratum is that of its name, whatever other strata there are")
  func ownLot() {
    let alone = StratifiedDraw(4, of: [Int32](repeating: 0, count: 12), named: ["vo"], seed: 7)
    let both = StratifiedDraw(
      5, of: [Int32](repeating: 1, count: 12) + [0, 0, 0], named: ["po", "vo"], seed: 7)
    #expect(both.shares == [1, 4])
    #expect(both.chosen.filter { $0 < 12 } == alone.chosen)
  }
}
