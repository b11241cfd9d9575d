import Coding
import Model
import Testing

struct CellMergeTests {
  private static let cell = StudyCell(.code, "K", "definition")

  private func merge(
    _ mine: String?, _ theirs: String?, here: [String] = [], there: [String] = [], _ rule: MergeRule = .both,
    _ cell: StudyCell = cell
  ) -> CellMerge {
    func facts(_ texts: [String]) -> KnownFacts {
      KnownFacts(texts.map { FactMark.of(cell, CellValue($0)) } + (texts.isEmpty ? [] : [FactMark.ofAny(cell)]))
    }
    return CellMerge(
      cell, mine: mine.map { CellValue($0) }, theirs: theirs.map { CellValue($0) }, here: facts(here),
      there: facts(there), rule: rule)
  }

  @Test("What one side changed since both knew it is what stands")
  func oneSide() {
    #expect(merge("o", "o").change == .same)
    let there = merge("o", "b", here: ["o"], there: ["o"])
    #expect(there.change == .changedThere)
    #expect(there.value == CellValue("b"))
    let here = merge("a", "o", here: ["o"], there: ["o"])
    #expect(here.change == .changedHere)
    #expect(here.value == CellValue("a"))
  }

  @Test("What is only on one side is new there, or was taken away on the other")
  func presence() {
    #expect(merge(nil, "b").change == .newThere)
    #expect(merge("a", nil).change == .newHere)
    #expect(merge(nil, "o", here: ["o"]).change == .removedHere)
    #expect(merge(nil, "o", here: ["o"]).value == nil)
    #expect(merge("o", nil, there: ["o"]).change == .removedThere)
    #expect(merge("o", nil, there: ["o"]).value == nil)
  }

  @Test("What both changed is decided by the rule")
  func conflicts() {
    for (rule, value) in [(MergeRule.mine, "b"), (.theirs, "a"), (.both, "a\n\n* * *\n\nb")] {
      let merge = merge("b", "a", here: ["o"], there: ["o"], rule)
      #expect(merge.change == .conflict)
      #expect(merge.value == CellValue(value))
    }
    #expect(merge("b", "a", .both, StudyCell(.code, "K", "color")).value == CellValue("b"))
  }

  @Test("What one side changed and the other took away is kept, unless a side is preferred")
  func changedAndTakenAway() {
    let merge = merge(nil, "b", here: ["o"], there: ["o"])
    #expect(merge.change == .conflict)
    #expect(merge.value == CellValue("b"))
    #expect(self.merge(nil, "b", here: ["o"], there: ["o"], .mine).value == nil)
    #expect(self.merge("a", nil, here: ["o"], there: ["o"], .theirs).value == nil)
  }

  @Test("Both are kept in the same way whichever side they are on, each once")
  func joined() {
    let attribute = StudyCell(.aCase, "c", "@sector")
    let values = ["po", "po\u{1F}vo", "so\u{1F}po", ""]
    for one in values {
      for other in values where one != other {
        let here = merge(one, other, .both, attribute).value
        #expect(here == merge(other, one, .both, attribute).value)
        for third in values {
          let left = merge(here?.text, third, .both, attribute).value
          let right = merge(one, merge(other, third, .both, attribute).value?.text, .both, attribute).value
          #expect(left == right, "\(one) \(other) \(third)")
        }
      }
    }
  }
}
