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
    for mark: UInt64 in 1...3 { #expect(side.known(from: states).contains(mark) == (mark != 2)) }
  }

  @Test("A file that went another way since a state does not know it")
  func twin() {
    let side = StudySide(lineage: [.init("a")], log: [1: 10, 2: 20, 5: 51])
    for mark: UInt64 in 1...3 { #expect(side.known(from: states).contains(mark) == (mark == 1)) }
  }

  @Test("What was kept of a copy is the past of one that heard of a later state of it")
  func heardOf() {
    let later = StudySide(lineage: [.init("b")], log: [4: 40, 6: 60])
    let facts = later.known(from: [])
    let side = StudySide(lineage: [.init("c")], known: facts)
    for mark: UInt64 in 1...3 { #expect(side.known(from: states).contains(mark) == (mark == 3)) }
    let chain = [StudySide.State(copy: "d", act: 1, mark: 10, facts: KnownFacts([9])), later.state(KnownFacts())]
    let knowing = StudySide.State(copy: "b", act: 6, mark: 60, facts: KnownFacts([chain[0].stamp]))
    #expect(side.known(from: chain + [knowing]).contains(9))
  }

  @Test("An act that was forgotten is no past, and not the last")
  func forgotten() {
    var side = StudySide(lineage: [.init("a")], log: [2: 20, 5: 50])
    side.forgotten = [5]
    #expect(side.lastAct == 2)
    for mark: UInt64 in 1...3 { #expect(side.known(from: states).contains(mark) == (mark == 1)) }
  }

  @Test("Of two states the later counts, with what the earlier had where it came before it")
  func joined() {
    let later = StudySide.State(copy: "a", act: 5, mark: 50, facts: KnownFacts([2, states[0].stamp]))
    let both = StudySide.State(copy: "a", act: 5, mark: 50, facts: KnownFacts([1, 2, states[0].stamp]))
    #expect(states[0].joined(later) == both)
    #expect(later.joined(states[0]) == both)
    #expect(states[0].joined(states[1]) == states[1])
  }

  @Test("The marks are those of the cells and that there are such")
  func marks() {
    let cell = StudyCell(.fact, "title")
    let side = StudySide(cells: [cell: CellValue("T")])
    #expect(side.marks == [FactMark.of(cell, CellValue("T")), FactMark.ofAny(cell)])
    #expect(side.stands == side.cells)
  }

  @Test("Where copies had other values, the marks are those of the values that stand")
  func heldMarks() {
    let cell = StudyCell(.fact, "title")
    var side = StudySide(cells: [cell: CellValue("S / T")])
    side.held[cell] = HeldValues(standing: [CellValue("S"), CellValue("T")], all: [CellValue("R")])
    #expect(
      KnownFacts(side.marks)
        == KnownFacts([FactMark.of(cell, CellValue("S")), FactMark.of(cell, CellValue("T")), FactMark.ofAny(cell)]))
  }

  @Test("What a copy knows and does not have is gone there, an attribute of what it has is taken off")
  func holding() {
    let cell = StudyCell(.aCase, "c", "@sector")
    let known = KnownFacts([FactMark.ofAny(cell)])
    func holding(_ side: StudySide, _ known: KnownFacts, hasOwner: Bool = false) -> HeldValues {
      side.holding(cell, knowing: known, hasOwner: hasOwner)
    }
    #expect(holding(StudySide(), KnownFacts()) == HeldValues())
    #expect(holding(StudySide(), known) == HeldValues(isGone: true))
    #expect(holding(StudySide(), known, hasOwner: true) == HeldValues(isGone: true, isTakenOff: true))
    var side = StudySide(cells: [cell: CellValue("po")])
    #expect(holding(side, known) == HeldValues(CellValue("po")))
    side.held[cell] = HeldValues(standing: [CellValue("po")], all: [CellValue("vo")])
    #expect(holding(side, known) == side.held[cell])
  }
}
