import Model
import Testing

struct StudySideTests {
  private let states = [
    StudySide.State(copy: "a", act: 2, mark: 20, facts: KnownFacts([1])),
    StudySide.State(copy: "a", act: 5, mark: 50, facts: KnownFacts([2])),
    StudySide.State(copy: "b", act: 4, mark: 40, facts: KnownFacts([3])),
  ]

  @Test("A branch knows what its origin knew before it, and what it knew itself")
  func branch() {
    let side = StudySide(
      lineage: [.init("a", until: 3), .init("b")], log: [1: 10, 2: 20, 3: 30, 4: 40, 5: 50])
    #expect(side.copy == "b")
    #expect(side.lastAct == 5)
    #expect(side.known(from: states) == KnownFacts([1, 3]))
  }

  @Test("A file that went another way since a state does not know it")
  func twin() {
    let side = StudySide(lineage: [.init("a")], log: [1: 10, 2: 20, 5: 51])
    #expect(side.known(from: states) == KnownFacts([1]))
  }

  @Test("The marks are those of the cells and that there are such")
  func marks() {
    let cell = StudyCell(.fact, "title")
    let side = StudySide(cells: [cell: CellValue("T")])
    #expect(side.marks == [FactMark.of(cell, CellValue("T")), FactMark.ofAny(cell)])
    #expect(side.stands == side.cells)
  }
}
