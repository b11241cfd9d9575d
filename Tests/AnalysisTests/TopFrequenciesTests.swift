import Model
import Testing

@testable import Analysis

@Suite("The most frequent codes")
struct TopFrequenciesTests {
  @Test(
    "Codes with the same count share a place, and all of them are there",
    arguments: [
      (2, [5, 3, 9, 3], ["1 2", "2 0"]), (3, [5, 3, 9, 3], ["1 2", "2 0", "3 1", "3 3"]),
      (2, [4, 4, 4, 1], ["1 0", "1 1", "1 2"]), (9, [0, 1, 0], ["1 1"]), (1, [], []),
      (3, [2, 2, 1], ["1 0", "1 1", "3 2"]),
    ] as [(Int, [Int], [String])])
  func places(number: Int, counts: [Int], expected: [String]) {
    #expect(CodeFrequency.places(number, counts).map { "\($0.rank) \($0.row)" } == expected)
  }

  @Test("Ties are said, and each group has its own list")
  func groups() {
    let frequency = CodeFrequency(tree: SmallStudy.tree, codes: [0, 1, 2, 3])
    let groups = GroundPartition(
      SmallStudy.ground,
      by: AttributeColumn(name: "sector", level: .cases, values: ["po", "vo"], answers: [[0], [1], [1]]))
    let table = frequency.top(
      1, counting: .cases, by: "sector", groups: groups.parts.prefix(2).map { ($0.value, $0.ground) })
    #expect(
      table.lines == [
        "value rank code name count n percent", "po 1 A Theme_A 1 1 100.0", "po 1 B Theme_B 1 1 100.0",
        "po 1 C Theme_C 1 1 100.0", "po 1 D Theme_D 1 1 100.0", "vo 1 A Theme_A 1 2 50.0", "vo 1 C Theme_C 1 2 50.0",
        "vo 1 D Theme_D 1 2 50.0",
      ])
    #expect(
      table.notes[2] == .init("Top", "po: 4 codes, as 4 share place 1; vo: 3 codes, as 3 share place 1"))
    #expect(table.title == "The most frequent codes, to place 1, by sector")
    let all = frequency.top(2, counting: .codings, groups: [("", SmallStudy.ground)])
    #expect(all.lines == ["rank code name count n percent", "1 A Theme_A 6 10 60.0", "2 D Theme_D 4 10 40.0"])
    #expect(all.notes[2].text == "2 codes")
  }
}
