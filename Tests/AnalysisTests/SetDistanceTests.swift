import Testing

@testable import Analysis

@Suite("Distance of sets of codes")
struct SetDistanceTests {
  @Test(
    "Jaccard and MASI are as defined",
    arguments: [
      ([], [], 0, 0), ([1], [], 1, 1), ([1, 2], [1, 2], 0, 0), ([1], [1, 2], 0.5, 1 - 0.5 * 2 / 3),
      ([1, 2], [2, 3], 1 - 1 / 3.0, 1 - 1 / 3.0 / 3), ([1], [2], 1, 1),
    ] as [([Int32], [Int32], Double, Double)])
  func distances(a: [Int32], b: [Int32], jaccard: Double, masi: Double) {
    #expect(abs(SetDistance.jaccard(a, b) - jaccard) < 1e-15)
    #expect(abs(SetDistance.masi(a, b) - masi) < 1e-15)
    #expect(SetDistance.masi(a, b) == SetDistance.masi(b, a))
  }
}
