import Coding
import Model
import TestSupport
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
    func held(_ text: String?, _ known: [String]) -> HeldValues {
      text.map { HeldValues(CellValue($0)) } ?? HeldValues(isGone: !known.isEmpty)
    }
    return CellMerge(
      cell, mine: held(mine, here), theirs: held(theirs, there), here: facts(here), there: facts(there), rule: rule)
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

  /// A copy as merging sees one cell of it.
  private struct Copy: Equatable {
    var held: HeldValues
    var known: KnownFacts

    func merged(_ other: Copy, _ cell: StudyCell) -> Copy {
      let merge = CellMerge(cell, mine: held, theirs: other.held, here: known, there: other.known, rule: .both)
      return Copy(held: merge.held, known: known.union(other.known))
    }
  }

  private func anyCopy(_ cell: StudyCell, _ random: inout SeededGenerator) -> Copy {
    let values = ["po", "po\u{1F}vo", "so", nil].map { CellValue($0) }
    var known = values.filter { _ in Bool.random(using: &random) }
    let value = Int.random(in: 0..<3, using: &random) > 0 ? values.randomElement(using: &random) : nil
    if let value { known.append(value) }
    let marks = known.map { FactMark.of(cell, $0) } + (known.isEmpty ? [] : [FactMark.ofAny(cell)])
    return Copy(
      held: value.map { HeldValues($0) } ?? HeldValues(isGone: !known.isEmpty), known: KnownFacts(marks))
  }

  @Test("Three copies come to the same in every order, and again, whatever each has and knows")
  func everyOrder() {
    for seed: UInt64 in 1...2000 {
      var random = SeededGenerator(seed: seed)
      let cell = StudyCell(.aCase, "c", seed % 2 == 0 ? "@sector" : "")
      let copies = (0..<3).map { _ in anyCopy(cell, &random) }
      let all = copies[0].merged(copies[1], cell).merged(copies[2], cell)
      for (one, two, three) in [(0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)] {
        #expect(copies[one].merged(copies[two], cell).merged(copies[three], cell) == all, "seed \(seed)")
        #expect(copies[one].merged(copies[two].merged(copies[three], cell), cell) == all, "seed \(seed)")
      }
      for copy in copies { #expect(all.merged(copy, cell) == all && copy.merged(all, cell) == all, "seed \(seed)") }
    }
  }

  @Test("A value that was replaced stays so, also where another stood before it by its bytes")
  func replacedAfterwards() {
    let cell = StudyCell(.code, "K", "color")
    func copy(_ text: String, _ known: [String]) -> Copy {
      let marks = known.map { FactMark.of(cell, CellValue($0)) } + [FactMark.ofAny(cell)]
      return Copy(held: HeldValues(CellValue(text)), known: KnownFacts(marks))
    }
    // One made it z, another y, and a third that had heard of z made it x.
    let (first, second, third) = (copy("z", ["o", "z"]), copy("y", ["o", "y"]), copy("x", ["o", "z", "x"]))
    let both = first.merged(second, cell)
    #expect(both.held.standing == [CellValue("y"), CellValue("z")])
    #expect(both.merged(third, cell).held.standing == [CellValue("x"), CellValue("y")])
  }

  @Test("What two went back to while each knew the other's is kept of both")
  func circle() {
    let merge = merge("a", "b", here: ["a", "b"], there: ["a", "b"])
    #expect(merge.change == .conflict)
    #expect(merge.value == CellValue("a\n\n* * *\n\nb"))
    #expect(merge.held.standing == [])
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
