import Model
import Testing

@testable import Analysis

@Suite("Slots of codes")
struct CodeSlotsTests {
  private let tree = CodeTree(parents: [-1, 0, 1, -1])

  private func counted(by code: Int32, _ slots: CodeSlots) -> [Int32] {
    var result: [Int32] = []
    slots.forEachSlot(countedBy: code) { result.append($0) }
    return result
  }

  @Test("A coding counts for its code and the codes above it, as far as they were asked for")
  func lineage() {
    let slots = CodeSlots([0, 2, 0], tree: tree)
    #expect(slots.codes == [0, 2])
    #expect((0..<4).map { counted(by: $0, slots) } == [[0], [0], [1, 0], []])
  }

  @Test("Nested pairs name each slot with every slot above it")
  func nested() {
    let pairs = CodeSlots([3, 2, 1, 0], tree: tree).nestedPairs(in: tree)
    #expect(pairs.map { [$0.above, $0.below] } == [[2, 1], [3, 1], [3, 2]])
  }
}
