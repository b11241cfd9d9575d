import Model
import Testing

struct WordCountsTests {
  @Test("A row has a count for each group, 0 where there is none")
  func groups() {
    var words = WordCounts(.words)
    words.words = ["a", "b"]
    words.groupTotals = [9, 9, 9]
    words.cellStarts = [0, 2, 2]
    words.cellGroups = [2, 0]
    words.cellCounts = [4, 1]
    #expect(words.counts(inGroupsOf: 0) == [1, 0, 4])
    #expect(words.counts(inGroupsOf: 1) == [0, 0, 0])
    #expect(WordCounts(.pairs).counts(inGroupsOf: 0) == [])
  }
}
