import Coding
import Model
import Testing

struct CodingMergeTests {
  private func coding(_ start: Int, _ code: String, _ guid: UInt64, by coder: String = "ann") -> MarkedCoding {
    MarkedCoding(TextSpan(start, start + 5), code: code, coder: coder, guid: .init(0, guid))
  }

  private func facts(_ codings: [MarkedCoding]) -> KnownFacts { KnownFacts(codings.map { FactMark.of($0, in: "t") }) }

  @Test("What either put comes together, what either took away goes")
  func threeWay() {
    let origin = [coding(0, "A", 1), coding(10, "B", 2), coding(20, "C", 3)]
    let mine = [origin[0], origin[1], coding(30, "D", 4)]
    let theirs = [origin[0], origin[2], coding(5, "E", 5, by: "bob")]
    let merge = CodingMerge(mine, theirs, in: "t", here: facts(origin), there: facts(origin))
    #expect(merge.added == [theirs[2]])
    #expect(merge.removed == [origin[1]])
    #expect(merge.newHere == [mine[2]])
    #expect(merge.removedHere == [origin[2]])
    #expect(merge.same == 1)
    #expect(merge.codes == ["A", "D", "E"])
    #expect(merge.coders == ["ann", "bob"])
    #expect(!merge.isEmpty)
  }

  @Test("A coding that was put in both apart is there once, under the later of its marks")
  func twice() {
    let (mine, theirs) = (coding(0, "A", 1), coding(0, "A", 2))
    let merge = CodingMerge([mine], [theirs], in: "t", here: KnownFacts(), there: KnownFacts())
    #expect(merge.remarked == [theirs])
    #expect(merge.added == [])
    #expect(CodingMerge([theirs], [mine], in: "t", here: KnownFacts(), there: KnownFacts()).remarked == [])
  }

  @Test("Of a coding that one took away and put again the new mark counts, also where it is the lower")
  func newMark() {
    let (old, new) = (coding(0, "A", 2), coding(0, "A", 1))
    let known = facts([old])
    #expect(CodingMerge([old], [new], in: "t", here: known, there: known).remarked == [new])
    #expect(CodingMerge([new], [old], in: "t", here: known, there: known).remarked == [])
  }

  @Test("Where the text was replaced, a coding that was taken away before is known on its other words")
  func replaced() {
    let old = coding(0, "A", 1)
    let moved = coding(7, "A", 1)
    let known = KnownFacts([FactMark.of(old, in: "t"), FactMark.ofAnywhere(old), FactMark.ofReplacing("u")])
    #expect(CodingMerge([], [moved], in: "u", here: known, there: KnownFacts()).removedHere == [moved])
    // Where it stands on other words in both, it was moved in one of them.
    let elsewhere = coding(9, "A", 1)
    #expect(CodingMerge([elsewhere], [moved], in: "u", here: known, there: known).added == [moved])
    let other = KnownFacts([FactMark.of(old, in: "t"), FactMark.ofAnywhere(old)])
    #expect(CodingMerge([], [moved], in: "u", here: other, there: KnownFacts()).added == [moved])
  }

  @Test("A coding that was taken away and put again is a new one")
  func putAgain() {
    let (old, new) = (coding(0, "A", 1), coding(0, "A", 2))
    let merge = CodingMerge([], [new], in: "t", here: facts([old]), there: facts([old]))
    #expect(merge.added == [new])
  }
}
