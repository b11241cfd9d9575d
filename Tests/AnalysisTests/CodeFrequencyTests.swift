import Model
import Testing

@testable import Analysis

@Suite("Frequencies of codes")
struct CodeFrequencyTests {
  private func frequency(base: Int? = nil, order: CodeFrequency.Order = .codebook, limit: Int? = nil) -> CodeFrequency {
    CodeFrequency(
      tree: SmallStudy.tree, codes: [0, 1, 2, 3], base: base.map { .code($0) } ?? .all, order: order, limit: limit)
  }

  @Test("A case with two children of a code counts once for that code, and a transcript without a case not at all")
  func wholeTableOfCases() {
    let table = CodeFrequency(tree: SmallStudy.tree, codes: [0, 3]).table(counting: .cases, on: SmallStudy.ground)
    #expect(
      table
        == Table(
          title: "Frequencies of codes",
          columns: [
            .init("code", "Code", .text), .init("name", "Name", .text), .init("count", "Count", .count),
            .init("n", "n", .count), .init("percent", "Percentage", .percent),
          ],
          rows: [
            [.text("A"), .text("Theme A"), .count(2), .count(3), .number(200.0 / 3)],
            [.text("D"), .text("Theme D"), .count(2), .count(3), .number(200.0 / 3)],
          ],
          notes: [
            .init("Unit", "cases"), .init("Base", "3 cases"), .init("Left out", "1 transcript without a case."),
            .init("Parents", "A code stands for itself and its children; a case with several of them counts once."),
          ]))
  }

  @Test(
    "Every unit has its own counts and base",
    arguments: [
      (CountUnit.transcripts, ["A 3 4", "B 2 4", "C 2 4", "D 4 4"]),
      (.turns, ["A 5 7", "B 3 7", "C 2 7", "D 4 7"]),
      (.segments, ["A 5 9", "B 3 9", "C 2 9", "D 6 9"]),
      (.codings, ["A 6 10", "B 3 10", "C 2 10", "D 4 10"]),
      (.words, ["A 9 20", "B 6 20", "C 3 20", "D 8 20"]),
    ])
  func otherUnits(unit: CountUnit, expected: [String]) {
    let table = frequency().table(counting: unit, on: SmallStudy.ground)
    let rows = table.rows.map { [$0[0], $0[2], $0[3]] }
    #expect(Table(title: "", columns: [], rows: rows).lines.dropFirst() == expected[...])
  }

  @Test("With a base, n is the units that have the base code and the counts are of units that have both")
  func base() {
    let table = frequency(base: 2).table(counting: .segments, on: SmallStudy.ground)
    #expect(
      table.lines == [
        "code name count n percent", "A Theme_A 2 2 100.0", "B Theme_B 1 2 50.0", "C Theme_C 2 2 100.0",
        "D Theme_D 2 2 100.0",
      ])
    #expect(
      table.notes.prefix(2) == [.init("Unit", "segments"), .init("Base", "of the 2 segments that have C")])
  }

  @Test("A base of words is the words that the base code lies on")
  func baseOfWords() {
    let table = frequency(base: 3).table(counting: .words, on: SmallStudy.ground)
    #expect(
      table.lines.dropFirst() == [
        "A Theme_A 2 8 25.0", "B Theme_B 1 8 12.5", "C Theme_C 2 8 25.0", "D Theme_D 8 8 100.0",
      ])
  }

  @Test("A base of codings is the codings that stand for the base code too")
  func baseOfCodings() {
    let table = frequency(base: 0).table(counting: .codings, on: SmallStudy.ground)
    #expect(table.lines.dropFirst().map { $0.split(separator: " ")[2] } == ["6", "3", "2", "0"])
    #expect(table.notes[1] == .init("Base", "of the 6 codings that have A"))
    #expect(table.notes[2].text == "A code stands for itself and its children; the codings of the children are added.")
  }

  @Test("Sorted by count, equals stay in codebook order, and a limit says what it left out")
  func sortAndLimit() {
    let table = frequency(order: .count, limit: 3).table(counting: .transcripts, on: SmallStudy.ground)
    #expect(table.rows.map { $0[0] } == [.text("D"), .text("A"), .text("B")])
    #expect(table.notes.last == .init("Limit", "The first 3 of 4 codes."))
  }

  @Test("Nothing has no percentage")
  func emptyGround() {
    let table = CodeFrequency(tree: SmallStudy.tree, codes: [3]).table(counting: .cases, on: CountingGround())
    #expect(table.lines == ["code name count n percent", "D Theme_D 0 0 -"])
    #expect(table.notes == [.init("Unit", "cases"), .init("Base", "0 cases")])
  }

  @Test("All units stand side by side, one row a code")
  func allUnits() {
    let table = frequency().tableOfAllUnits(on: SmallStudy.ground)
    #expect(
      table.lines == [
        "code name codings segments turns transcripts cases words", "A Theme_A 6 5 5 3 2 9", "B Theme_B 3 3 3 2 1 6",
        "C Theme_C 2 2 2 2 2 3", "D Theme_D 4 6 4 4 2 8",
      ])
    #expect(table.notes[0].text == "codings, segments, turns, transcripts, cases, words")
  }

  @Test("By groups there is a triple for each value, which can be written in long form")
  func byGroups() {
    var oak = SmallStudy.sketch
    oak.cases = ["Oak"]
    oak.interviews = [oak.interviews[2]]
    oak.codings = oak.codings.filter { $0.0 == "oak-1" }
    let table = CodeFrequency(tree: SmallStudy.tree, codes: [1, 3], order: .count).table(
      counting: .cases, by: [("vo", SmallStudy.ground), ("po", oak.ground)])
    #expect(
      table.lines == [
        "code name vo_count vo_n vo_percent po_count po_n po_percent", "D Theme_D 2 3 \(200.0 / 3) 1 1 100.0",
        "B Theme_B 1 3 \(100.0 / 3) 0 1 0.0",
      ])
    #expect(table.columns[5] == .init("po_count", "po count", .count, group: "po", measure: "count"))
    #expect(table.columns[4] == .init("vo_percent", "vo percentage", .percent, group: "vo", measure: "percent"))
    #expect(
      table.notes.prefix(2) == [.init("Unit", "cases"), .init("Base", "vo: 3 cases, po: 1 case")])
  }
}
