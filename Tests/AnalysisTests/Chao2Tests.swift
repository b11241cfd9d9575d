import Testing

@testable import Analysis

@Suite("Chao2")
struct Chao2Tests {
  @Test("It adds to the codes seen by how many were seen once and twice")
  func estimate() throws {
    // Of 12 codes in 10 units 3 occur in one and 2 in two: 12 + 9/10 × 9/4, and 12 + 9/10 × 6/6.
    let once: [[Int32]] = [[1], [2], [3], [4, 5], [4, 5], [6, 7, 8, 9, 10, 11, 12]]
    let rest: [[Int32]] = Array(repeating: [6, 7, 8, 9, 10, 11, 12], count: 4)
    let chao = Chao2(SaturationCurve(once + rest))
    #expect((chao.observed, chao.inOne, chao.inTwo) == (12, 3, 2))
    #expect(abs(try #require(chao.estimate) - 14.025) < 1e-12)
    #expect(abs(try #require(chao.corrected) - 12.9) < 1e-12)
  }

  @Test("Without a code in two units the corrected form stands in, and without units there is none")
  func undefined() {
    let chao = Chao2(SaturationCurve([[1], [2], [3]]))
    #expect(chao.estimate == chao.corrected && chao.corrected == 3 + 2.0 / 3 * 3)
    #expect(Chao2(SaturationCurve([])).estimate == nil)
    #expect(Chao2(SaturationCurve([[], []])).estimate == 0)
  }
}
