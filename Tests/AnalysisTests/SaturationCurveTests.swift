import TestSupport
import Testing

@testable import Analysis

@Suite("Accumulation of codes")
struct SaturationCurveTests {
  private let curve = SaturationCurve([[1, 2, 1], [2], [], [3, 1], [4]])

  @Test("A code is new in the first unit that has it")
  func newCodes() {
    #expect(curve.newCodes == [2, 0, 0, 1, 1])
    #expect(curve.codesOfUnit.map(\.count) == [2, 1, 0, 2, 1])
    #expect(curve.incidences == [1, 1, 2, 2])
  }

  @Test("The expected number of codes is the mean over all orders")
  func rarefaction() {
    let orders = permutations(Array(curve.codesOfUnit))
    var sums = [Double](repeating: 0, count: curve.unitCount)
    for order in orders {
      var seen: Set<Int32> = []
      for (place, codes) in order.enumerated() {
        seen.formUnion(codes)
        sums[place] += Double(seen.count)
      }
    }
    for (expected, sum) in zip(curve.rarefaction, sums) { #expect(abs(expected - sum / Double(orders.count)) < 1e-9) }
  }

  @Test("Whatever the order, the expected numbers and the last are the same")
  func invariance() {
    var generator = SeededGenerator(seed: 7)
    let other = SaturationCurve(curve.codesOfUnit.shuffled(using: &generator))
    #expect(zip(other.rarefaction, curve.rarefaction).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(other.newCodes.reduce(0, +) == 4 && Chao2(other) == Chao2(curve))
  }

  @Test("Of nothing there is nothing")
  func nothing() {
    #expect(SaturationCurve([]).rarefaction == [] && SaturationCurve([]).newCodes == [])
    #expect(SaturationCurve([[], []]).rarefaction == [0, 0])
  }

  private func permutations<Element>(_ all: [Element]) -> [[Element]] {
    guard all.count > 1 else { return [all] }
    return all.indices.flatMap { place in
      var rest = all
      let first = rest.remove(at: place)
      return permutations(rest).map { [first] + $0 }
    }
  }
}
