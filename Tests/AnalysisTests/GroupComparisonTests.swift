import Model
import Testing

@testable import Analysis

@Suite("Two groups side by side")
struct GroupComparisonTests {
  private let tree = SmallStudy.tree

  private func parts(_ level: AttributeLevel, _ answers: [[Int32]]) -> [CountingGround] {
    GroundPartition(
      SmallStudy.ground, by: AttributeColumn(name: "a", level: level, values: ["x", "y"], answers: answers)
    ).parts.map(\.ground)
  }

  @Test("The greatest difference comes first, with its interval and tests")
  func independent() throws {
    let sides = parts(.cases, [[0], [1], [1]])
    let table = GroupComparison(tree: tree, codes: [0, 1, 2, 3]).table(left: sides[0], right: sides[1])
    #expect(table.rows.map { $0[0] } == [.text("B"), .text("A"), .text("C"), .text("D")])
    let bounds = try #require(NewcombeInterval.independent((1, 1), (0, 2)))
    let row: [Table.Cell] = [
      .text("B"), .text("Theme B"), .count(1), .count(1), .number(100), .count(0), .count(2), .number(0), .number(100),
      .number(100 * bounds.low), .number(100 * bounds.high), .number(1.0 / 3), .number(1), .text(""),
    ]
    #expect(table.rows[0].count == row.count)
    for (cell, expected) in zip(table.rows[0], row) {
      if case .number(let one) = cell, case .number(let other) = expected {
        #expect(abs(one - other) < 1e-12)
      } else {
        #expect(cell == expected)
      }
    }
    #expect(table.notes.map(\.label) == ["Unit", "Base", "Difference", "Interval", "Parents", "Rounding"])
  }

  @Test("Cases in both groups leave the interval empty, and the note says what to do")
  func shared() {
    let sides = parts(.transcripts, [[0], [1], [1], [1]])
    let table = GroupComparison(tree: tree, codes: [1]).table(left: sides[0], right: sides[1])
    #expect(table.lines[1] == "B Theme_B 1 1 100.0 0 2 0.0 100.0 - - - - some_cases_are_in_both_groups")
    #expect(table.notes.contains(.init("In both", "1 case; --paired sets it against itself")))
  }

  @Test("Paired, only the cases in both count, each against itself")
  func paired() throws {
    let sides = parts(.transcripts, [[0], [1], [1], [1]])
    let table = GroupComparison(tree: tree, codes: [1, 3], isPaired: true).table(left: sides[0], right: sides[1])
    let bounds = try #require(NewcombeInterval.paired(TwoByTwoTable(both: 0, aOnly: 1, bOnly: 0, neither: 0)))
    #expect(table.lines[1] == "B Theme_B 1 1 100.0 0 1 0.0 100.0 \(100 * bounds.low) \(100 * bounds.high) 1.0 1.0 ")
    #expect(table.lines[2].hasPrefix("D Theme_D 1 1 100.0 1 1 100.0 0.0 "))
    #expect(table.lines[2].hasSuffix(" - - nothing_changed"))
  }

  @Test("Turns of one interview are not independent, so of them there is a difference and no interval")
  func turns() {
    let sides = parts(.cases, [[0], [1], [1]])
    let table = GroupComparison(tree: tree, codes: [3], unit: .turns).table(left: sides[0], right: sides[1])
    #expect(
      table.lines[1]
        == "D Theme_D 2 3 \(200.0 / 3) 1 3 \(100.0 / 3) \(100 * (2.0 / 3 - 1.0 / 3)) - - - - "
        + "turns_of_one_interview_are_not_independent")
  }

  @Test("An empty group has no difference, and comes last")
  func empty() {
    let table = GroupComparison(tree: tree, codes: [3]).table(left: SmallStudy.ground, right: CountingGround())
    #expect(table.lines[1] == "D Theme_D 2 3 \(200.0 / 3) 0 0 - - - - - - a_group_is_empty")
  }

  @Test("Changing sides changes the sign of every difference and nothing else, on three hundred small grounds")
  func mirrored() {
    for seed in 0..<300 {
      let one = RandomGround(seed: UInt64(seed))
      let parts = GroundPartition(
        one.ground,
        by: AttributeColumn(
          name: "a", level: .cases, values: ["x", "y"],
          answers: one.ground.cases.indices.map { [Int32($0 % 2)] }))
      let comparison = GroupComparison(tree: one.tree, codes: Array(0..<one.tree.count))
      let there = comparison.table(left: parts.parts[0].ground, right: parts.parts[1].ground)
      let back = comparison.table(left: parts.parts[1].ground, right: parts.parts[0].ground)
      #expect(there.rows.map { $0[0] } == back.rows.map { $0[0] }, "seed \(seed)")
      #expect(there.rows.map { Array($0[11...]) } == back.rows.map { Array($0[11...]) }, "seed \(seed)")
      for (row, other) in zip(there.rows, back.rows) {
        if case .number(let difference) = row[8], case .number(let reverse) = other[8] {
          #expect(abs(difference + reverse) < 1e-9)
        }
      }
    }
  }
}
