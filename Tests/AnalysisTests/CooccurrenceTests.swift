import Model
import Testing

@testable import Analysis

@Suite("Co-occurrence of codes")
struct CooccurrenceTests {
  private let all = [0, 1, 2, 3]

  private func cooccurrence(_ level: CooccurrenceLevel, with others: [Int]? = nil) -> Cooccurrence {
    Cooccurrence(tree: SmallStudy.tree, codes: others == nil ? all : [0, 3], with: others, level: level)
  }

  @Test(
    "A matrix counts the units that have both codes, or the pairs of codings",
    arguments: [
      (CooccurrenceLevel.exact, ["A 0 0 0 0", "B 0 0 1 0", "C 0 1 0 0", "D 0 0 0 0"]),
      (.overlap, ["A 0 0 0 3", "B 0 0 1 2", "C 0 1 0 2", "D 3 2 2 0"]),
      (.within(0), ["A 0 0 0 3", "B 0 0 1 2", "C 0 1 0 2", "D 3 2 2 0"]),
      (.within(1), ["A 1 0 1 5", "B 0 0 1 3", "C 1 1 0 2", "D 5 3 2 0"]),
      (.segment, ["A 5 3 2 3", "B 3 3 1 2", "C 2 1 2 2", "D 3 2 2 6"]),
      (.turn, ["A 5 3 2 3", "B 3 3 1 2", "C 2 1 2 2", "D 3 2 2 4"]),
      (.transcript, ["A 3 2 2 3", "B 2 2 1 2", "C 2 1 2 2", "D 3 2 2 4"]),
      (.case, ["A 2 1 2 2", "B 1 1 1 1", "C 2 1 2 2", "D 2 1 2 2"]),
    ])
  func matrices(level: CooccurrenceLevel, expected: [String]) {
    let table = cooccurrence(level).matrix(on: SmallStudy.ground)
    #expect(table.lines == ["code A B C D"] + expected)
  }

  @Test("A matrix says what it counted, and each column knows its code")
  func matrixNotes() {
    let table = cooccurrence(.case, with: [2]).matrix(on: SmallStudy.ground)
    #expect(
      table
        == Table(
          title: "Co-occurrence of codes by case",
          columns: [.init("code", "Code", .text), .init("C", "C", .count, group: "C", measure: "count")],
          rows: [[.text("A"), .count(2)], [.text("D"), .count(2)]],
          notes: [
            .init("Unit", "cases"), .init("Base", "3 cases"), .init("Left out", "1 transcript without a case."),
            .init("Parents", "A code stands for itself and its children; a case with several of them counts once."),
          ]))
    let within = cooccurrence(.within(1)).matrix(on: SmallStudy.ground)
    #expect(
      within.notes == [
        .init("Unit", "pairs of codings with at most 1 segment border between them"), .init("Base", "10 codings"),
        .init("Parents", "A code stands for itself and its children; codings of a family on the same span are one."),
        .init("Diagonal", "pairs of two different codings of the code"),
      ])
  }

  @Test("A pair of codes in units has all measures of association")
  func unitPairs() {
    let table = Cooccurrence(tree: SmallStudy.tree, codes: [1, 3], level: .segment).pairs(on: SmallStudy.ground)
    #expect(
      table.lines[0]
        == "code_a code_b both a_only b_only neither jaccard dice lift pmi npmi phi odds_ratio odds_ratio_haldane "
        + "chi2 chi2_p chi2_yates chi2_yates_p g2 g2_p fisher_p fisher_p_bh")
    let shared: [Table.Cell] = [.text("B"), .text("D"), .count(2), .count(1), .count(4), .count(2)]
    let measures: [Double] = [2.0 / 7, 4.0 / 9, 1, 0, 0, 0, 1, 2.5 * 2.5 / (1.5 * 4.5), 0, 1, 0, 1, 0, 1, 1, 1]
    #expect(table.rows == [shared + measures.map { Table.Cell.number($0) }])
  }

  @Test("A measure that is undefined is an empty cell, an odds ratio without counterexamples is infinite")
  func undefinedMeasures() {
    let tree = CodeTree(parents: [-1, -1, -1])
    let sketch = GroundSketch(
      cases: [], interviews: [.init(name: "one", caseName: nil, turns: [[10, 10, 10]])],
      codings: [("one", 0, 10, "A", 0), ("one", 0, 10, "B", 0)])
    let table = Cooccurrence(tree: tree, codes: [0, 1, 2]).pairs(on: sketch.ground)
    #expect(table.rows[0][12] == .number(.infinity))
    #expect(
      table.lines[2] == "A C 0 1 0 2 0.0 0.0 - - - - - \(0.5 * 2.5 / (1.5 * 0.5)) - - - - 0.0 1.0 1.0 -")
  }

  @Test("A pair of codes in spans has the c-coefficient, marked where it is out of range")
  func spanPairs() {
    let tree = CodeTree(parents: [-1, -1, -1])
    let sketch = GroundSketch(
      cases: [], interviews: [.init(name: "one", caseName: nil, turns: [[40]])],
      codings: [
        ("one", 0, 40, "A", 0), ("one", 1, 40, "A", 0), ("one", 2, 9, "B", 0), ("one", 3, 30, "B", 1),
      ])
    let table = Cooccurrence(tree: tree, codes: [0, 1, 2], level: .overlap).pairs(on: sketch.ground)
    #expect(
      table.lines == [
        "code_a code_b n_a n_b n_ab c frequency_ratio", "A B 2 2 4 - 1.0", "A C 2 0 0 0.0 -", "B C 2 0 0 0.0 -",
      ])
    var three = sketch
    three.codings.append(("one", 35, 39, "B", 0))
    three.codings.append(("one", 31, 33, "C", 0))
    let wider = Cooccurrence(tree: tree, codes: [0, 1, 2], level: .overlap).pairs(on: three.ground)
    #expect(wider.lines[2] == "A C 2 1 2 2.0 2.0")
    #expect(
      wider.notes == [
        .init("Unit", "pairs of codings that overlap"), .init("Base", "6 codings"),
        .init("c", "Out of range (above 1) in 1 pair (A and C), where codings overlap several others."),
        .init("c", "Undefined in 1 pair (A and B), where there are as many pairs as codings or more."),
      ])
  }

  @Test("A rectangle pairs each row with each column, a code with itself left out")
  func rectangle() {
    let table = cooccurrence(.transcript, with: [1, 3]).pairs(on: SmallStudy.ground)
    #expect(
      table.rows.map { Array($0[..<3]) } == [
        [.text("A"), .text("B"), .count(2)], [.text("A"), .text("D"), .count(3)], [.text("D"), .text("B"), .count(2)],
      ])
    #expect(
      cooccurrence(.transcript, with: [1, 3]).matrix(on: SmallStudy.ground).lines == ["code B D", "A 2 3", "D 2 4"])
  }

  @Test("A code with children meets its child only where two different codings meet, and each such pair once")
  func parentAndChild() {
    let tree = CodeTree(parents: [-1, 0])
    let sketch = GroundSketch(
      cases: [], interviews: [.init(name: "one", caseName: nil, turns: [[40]])],
      codings: [("one", 0, 10, "B", 0), ("one", 5, 15, "B", 0), ("one", 12, 20, "A", 1)])
    let table = Cooccurrence(tree: tree, codes: [0, 1], level: .overlap).matrix(on: sketch.ground)
    #expect(table.lines == ["code A B", "A 2 2", "B 2 1"])
  }

  @Test("A code and one below it are left out of the adjustment, as they meet by definition")
  func nestedPairs() {
    let table = Cooccurrence(tree: SmallStudy.tree, codes: all, level: .transcript).pairs(on: SmallStudy.ground)
    let adjusted = table.lines.dropFirst().map { line in
      let cells = line.split(separator: " ")
      return "\(cells[0]) \(cells[1]) \(cells[21] == "-" ? "left out" : "adjusted")"
    }
    let pairs = ["A B left out", "A C left out", "A D adjusted", "B C adjusted", "B D adjusted", "C D adjusted"]
    #expect(adjusted == pairs)
    #expect(
      table.notes.contains(.init("Adjusted", "without 2 pairs of a code and one below it, which meet by definition")))
    #expect(
      table.notes.contains(
        .init("Empty", "Measures of 3 pairs are undefined: a code is in every one of the transcripts or in none.")))
  }
}
