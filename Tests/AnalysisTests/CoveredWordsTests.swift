import Model
import Testing

@testable import Analysis

@Suite("Words under a code")
struct CoveredWordsTests {
  @Test("A word under two codings counts once, and counts where it begins")
  func union() {
    var ground = CountingGround()
    ground.wordStarts = [[0, 4, 9, 15, 21], [0, 3]]
    ground.codings = CodingColumns(
      sorting: [[0, 1, 10, 0, 0], [0, 3, 5, 0, 1], [0, 9, 22, 1, 0], [1, 0, 3, 0, 0]])
    let slots = CodeSlots([0, 1], tree: CodeTree(parents: [-1, 0]))
    #expect(CoveredWords.counts(of: ground, slots: slots, base: nil) == ([5, 3], 7))
    #expect(CoveredWords.counts(of: ground, slots: slots, base: 1) == ([3, 3], 3))
  }
}
