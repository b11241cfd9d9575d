import Model
import Testing

@testable import Analysis

@Suite("The nearest chosen code")
struct NearestCodesTests {
  @Test("A coding counts for its own code where that was chosen, else for the nearest above it, else for none")
  func slots() {
    // A ▸ B ▸ C, A ▸ D; E alone.
    let tree = CodeTree(parents: [-1, 0, 1, 0, -1])
    func slots(_ wanted: [Int]) -> [Int?] {
      let nearest = NearestCodes(CodeSlots(wanted, tree: tree), tree: tree)
      return (0..<5).map { nearest.slot(of: Int32($0)) }
    }
    #expect(slots([0, 1, 2, 3, 4]) == [0, 1, 2, 3, 4])
    #expect(slots([0, 2]) == [0, 0, 1, 0, nil])
    #expect(slots([1]) == [nil, 0, 0, nil, nil])
    #expect(slots([]) == [nil, nil, nil, nil, nil])
  }
}
