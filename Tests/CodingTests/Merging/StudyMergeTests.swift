import Coding
import Model
import Testing

/// Merges of two branches of one study that had these cells.
struct StudyMergeTests {
  private let origin: [StudyCell: CellValue] = [
    StudyCell(.code, "K", "name"): CellValue("K"), StudyCell(.code, "K", "parent"): CellValue(nil),
    StudyCell(.code, "K", "definition"): CellValue("one"), StudyCell(.code, "K", "place"): MergedStudy.place(0),
    StudyCell(.coder, "ann"): CellValue(nil), StudyCell(.transcript, "t", "name"): CellValue("s01"),
    StudyCell(.transcript, "t", "case"): CellValue(nil),
  ]

  private func side(
    _ copy: String, codings: [MarkedCoding] = [], _ change: (inout [StudyCell: CellValue]) -> Void = { _ in }
  ) -> StudySide {
    var cells = origin
    change(&cells)
    let known = StudySide(cells: origin).marks + codings.map { FactMark.of($0, in: "t") }
    return StudySide(
      cells: cells, lineage: [.init("o", until: 1), .init(copy)],
      states: [.init(copy: "o", act: 1, mark: 7, facts: KnownFacts(known))], log: [1: 7])
  }

  private let coding = MarkedCoding(TextSpan(0, 5), code: "K", coder: "ann", guid: .init(0, 1))

  private func remove(_ kind: StudyCell.Kind, _ cells: inout [StudyCell: CellValue]) {
    for cell in cells.keys where cell.kind == kind { cells[cell] = nil }
  }

  @Test("Nothing comes of two copies that are the same")
  func same() {
    let merge = StudyMerge(side("a"), side("b"), rule: .both) { _ in ([coding], [coding]) }
    let changesNothing = merge.changesNothing
    #expect(changesNothing)
    #expect(merge.tally.isSame)
    #expect(merge.conflicts == [])
    #expect(merge.differences == [])
  }

  @Test("Changes of different things go together, and are counted on their side")
  func different() {
    let mine = side("a") { $0[StudyCell(.code, "K", "name")] = CellValue("Work") }
    let theirs = side("b") { $0[StudyCell(.code, "K", "definition")] = CellValue("two") }
    let merge = StudyMerge(mine, theirs, rule: .mine) { _ in ([], []) }
    #expect(merge.cells[StudyCell(.code, "K", "name")] == CellValue("Work"))
    #expect(merge.cells[StudyCell(.code, "K", "definition")] == CellValue("two"))
    #expect(merge.tally.lines[.code]?.changedThere == 1)
    #expect(merge.tally.lines[.code]?.changedHere == 1)
    #expect(
      merge.differences.map(\.sentence) == [
        "The definition of the code 'K' is 'one' here and 'two' there; it was changed there.",
        "The name of the code 'K' is 'Work' here and 'K' there; it was changed here.",
      ])
  }

  @Test("A code that one took away stays while the other needs it, and is meant to be gone")
  func needed() {
    let mine = side("a", codings: []) { remove(.code, &$0) }
    let merge = StudyMerge(mine, side("b"), rule: .both) { _ in ([], [coding]) }
    #expect(merge.cells.keys.filter { $0.kind == .code } == [])
    #expect(merge.revived[StudyCell(.code, "K", "definition")] == CellValue("one"))
    #expect(merge.codings["t"]?.added == [coding])
    let alone = StudyMerge(mine, side("b"), rule: .both) { _ in ([], []) }
    #expect(alone.revived == [:])
    #expect(alone.tally.lines[.code]?.removedHere == 1)
  }

  @Test("A conflict is told as a sentence, and an answer decides it")
  func conflict() {
    let cell = StudyCell(.code, "K", "definition")
    let mine = side("a") { $0[cell] = CellValue("mine") }
    let theirs = side("b") { $0[cell] = CellValue("theirs") }
    let merge = StudyMerge(mine, theirs, rule: .both, answers: [cell: .theirs]) { _ in ([], []) }
    #expect(merge.cells[cell] == CellValue("theirs"))
    #expect(
      merge.conflicts.map(MergeWords([mine]).sentence) == [
        "The definition of the code 'K' is 'mine' here and 'theirs' there."
      ])
  }

  @Test("Both know afterwards what either had")
  func facts() {
    let mine = side("a") { $0[StudyCell(.fact, "title")] = CellValue("T") }
    let merge = StudyMerge(mine, side("b"), rule: .both) { _ in ([coding], []) }
    for mark in mine.marks + [FactMark.of(coding, in: "t")] { #expect(merge.facts.contains(mark)) }
    #expect(merge.content.known == merge.facts)
    #expect(merge.content.states == [side("b").state(merge.factsThere), mine.states[0]])
  }

  @Test(
    "What stands in both alike is no difference, whatever was meant; what stays in one because it is needed is told")
  func standing() {
    var mine = side("a") { remove(.code, &$0) }
    mine.stands = origin
    #expect(StudyMerge(mine, side("b"), rule: .both) { _ in ([coding], [coding]) }.differences == [])
    let theirs = side("b") { remove(.code, &$0) }
    let merge = StudyMerge(mine, theirs, rule: .both) { _ in ([coding], []) }
    #expect(
      merge.differences.map(\.sentence) == [
        "The code 'K' was taken away and stays here, because something needs it.",
        "1 coding of 's01' with 'K' by ann is only here.",
      ])
  }

  @Test("It is told what one took away and stays")
  func toldNeeded() {
    let theirs = side("b") { remove(.code, &$0) }
    let merge = StudyMerge(side("a"), theirs, rule: .both) { _ in ([coding], []) }
    #expect(
      merge.needed.map { MergeWords([merge.mine]).needed($0.cell, stood: $0.stood) } == [
        "The code 'K' was taken away there and stays, because something needs it."
      ])
    #expect(StudyMerge(side("a"), theirs, rule: .both) { _ in ([], []) }.needed.isEmpty)
  }

  @Test("What was never on the other side is only on one; phrases are many, and what is empty is none")
  func words() {
    let attribute = StudyCell(.aCase, "school-01", "@answer")
    let phrases = StudyCell(.code, "K", "phrases")
    func changed(_ attribute: String?, _ text: String?) -> (inout [StudyCell: CellValue]) -> Void {
      { cells in
        cells[StudyCell(.aCase, "school-01")] = CellValue(nil)
        if let attribute { cells[StudyCell(.aCase, "school-01", "@answer")] = CellValue(attribute) }
        cells[StudyCell(.code, "K", "phrases")] = CellValue(text)
      }
    }
    let merge = StudyMerge(side("a", changed(nil, "x")), side("b", changed("Total", nil)), rule: .both) { _ in
      ([], [])
    }
    #expect(merge.changes[attribute] == .newThere)
    #expect(merge.changes[phrases] == .conflict)
    #expect(
      merge.differences.map(\.sentence) == [
        "The 'answer' of the case 'school-01' is only there: 'Total'.",
        "The phrases of the code 'K' are 'x' here, and there are none there; both were changed.",
      ])
  }
}
