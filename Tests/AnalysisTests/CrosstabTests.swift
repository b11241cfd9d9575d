import Model
import Testing

@testable import Analysis

@Suite("Codes by an attribute")
struct CrosstabTests {
  private let sector = AttributeColumn(name: "sector", level: .cases, values: ["po", "vo"], answers: [[0], [1], []])

  private func crosstab(_ codes: [Int] = [0, 1, 2, 3], _ unit: CountUnit = .cases) -> Crosstab {
    Crosstab(tree: SmallStudy.tree, codes: codes, attribute: "sector", unit: unit)
  }

  private var parts: GroundPartition { GroundPartition(SmallStudy.ground, by: sector) }

  @Test("Wide, each value has its cells, then what is missing, then all")
  func wide() {
    let table = crosstab([0, 3]).wide([.units, .unitPercent], whole: SmallStudy.ground, parts: parts)
    #expect(
      table.lines == [
        "code name po_cases_with_code po_pct_of_cases vo_cases_with_code vo_pct_of_cases "
          + "missing_cases_with_code missing_pct_of_cases total_cases_with_code total_pct_of_cases",
        "A Theme_A 1 100.0 1 100.0 0 0.0 2 \(200.0 / 3)", "D Theme_D 1 100.0 1 100.0 0 0.0 2 \(200.0 / 3)",
      ])
    #expect(
      table.columns[2]
        == .init(
          "po_cases_with_code", "po count", .count, group: "po", measure: "cases_with_code"))
    #expect(
      table.notes == [
        .init("Unit", "cases"), .init("Base", "po: 1 case, vo: 1 case, missing: 1 case"),
        .init("Left out", "1 transcript without a case."),
        .init("Parents", "A code stands for itself and its children; a case with several of them counts once."),
        .init("Rounding", "only where text is shown; CSV, TSV and JSON have every digit"),
      ])
  }

  @Test("Codings are of the table's codes, each once, those without a case left out")
  func codings() {
    // Elm: B twice, C, D twice. Oak: A, C, D.
    let table = crosstab().wide([.codings, .rowPercent, .columnPercent], whole: SmallStudy.ground, parts: parts)
    #expect(
      table.lines.dropFirst() == [
        "A Theme_A 3 60.0 60.0 2 40.0 \(200.0 / 3) 0 0.0 - 5 100.0 62.5",
        "B Theme_B 2 100.0 40.0 0 0.0 0.0 0 0.0 - 2 100.0 25.0",
        "C Theme_C 1 50.0 20.0 1 50.0 \(100.0 / 3) 0 0.0 - 2 100.0 25.0",
        "D Theme_D 2 \(200.0 / 3) 40.0 1 \(100.0 / 3) \(100.0 / 3) 0 0.0 - 3 100.0 37.5",
      ])
    #expect(table.notes.contains(.init("Codings", "8 codings of the codes of this table")))
  }

  @Test("Shares of responses and equal weights count a coding for the nearest code, and add up where none is nested")
  func shares() {
    let table = crosstab([0, 3]).wide(
      [.responsePercent, .codedUnits, .equalWeightPercent], whole: SmallStudy.ground, parts: parts)
    #expect(
      table.roundedLines.dropFirst() == [
        "A Theme_A 50.0 1 60.0 50.0 1 66.666666667 - 0 - 50.0 2 63.333333333",
        "D Theme_D 50.0 1 40.0 50.0 1 33.333333333 - 0 - 50.0 2 36.666666667",
      ])
  }

  @Test("Words are those of transcripts with a case, and codings are also given by the thousand words")
  func words() {
    let table = crosstab([3]).wide([.words, .perThousandWords], whole: SmallStudy.ground, parts: parts)
    // A word each five bytes: Elm has 10, Oak 6, the stray interview 4.
    #expect(table.lines.last == "D Theme_D 10 200.0 6 \(1000.0 / 6) 0 - 16 187.5")
    var silent = SmallStudy.ground
    silent.wordStarts = []
    let none = crosstab([3]).wide([.words], whole: silent, parts: GroundPartition(silent, by: sector))
    #expect(none.lines.last == "D Theme_D - - - -")
  }

  @Test("Long, the attribute is a column, and every measure is there")
  func long() {
    let table = crosstab([1]).long(whole: SmallStudy.ground, parts: parts)
    #expect(
      table.lines[0]
        == "code sector codings row_pct column_pct total_pct cases_with_code cases pct_of_cases wilson95_lo wilson95_hi "
        + "pct_of_responses cases_with_any_coding equal_case_weight_pct words codings_per_1000_words expected_cases "
        + "adjusted_residual")
    #expect(table.rows.map { $0[1] } == [.text("po"), .text("vo"), .text("missing")])
    #expect(table.rows.map { $0[16] } == [.number(0.5), .number(0.5), .none])
    #expect(
      table.roundedLines.map { $0.split(separator: " ")[17] }.dropFirst() == ["1.414213562", "-1.414213562", "-"])
    var odd = crosstab([1])
    odd.attribute = "code"
    #expect(odd.long(whole: SmallStudy.ground, parts: parts).columns[1].key == "value")
  }

  @Test("Tests are over the cases with a value, and say why where there is none")
  func tests() throws {
    let table = try crosstab().tests(whole: SmallStudy.ground, parts: parts)
    #expect(
      table.lines == [
        "code name cases_with_code cases chi2 df p cramers_v exact_p exact_p_bh reason",
        "A Theme_A 2 2 - - - - - - every_case_has_it",
        "B Theme_B 1 2 2.0 1 \(ChiSquareTail.probability(of: 2, degreesOfFreedom: 1)) 1.0 1.0 1.0 ",
        "C Theme_C 2 2 - - - - - - every_case_has_it", "D Theme_D 2 2 - - - - - - every_case_has_it",
      ])
    #expect(
      table.notes.map(\.label) == ["Unit", "Base", "Left out", "Parents", "Tests", "Exact", "Adjusted", "Rounding"])
  }

  @Test("Where a case has several values nothing is tested, and that is said")
  func several() throws {
    let both = AttributeColumn(name: "sector", level: .cases, values: ["po", "vo"], answers: [[0, 1], [1], []])
    let parts = GroundPartition(SmallStudy.ground, by: both)
    let table = try crosstab([1]).tests(whole: SmallStudy.ground, parts: parts)
    #expect(table.lines[1] == "B Theme_B - - - - - - - - some_cases_have_several_values")
    let long = crosstab([1]).long(whole: SmallStudy.ground, parts: parts)
    #expect(long.rows.map { $0[16] } == [.none, .none, .none])
    #expect(
      long.notes.contains(.init("Multiple response", "2 cases with a value, counted in each column they belong to")))
  }

  @Test("Transcripts can be what is counted")
  func transcripts() {
    let table = crosstab([1], .transcripts).wide([.units, .allUnits], whole: SmallStudy.ground, parts: parts)
    #expect(
      table.lines == [
        "code name po_transcripts_with_code po_transcripts vo_transcripts_with_code vo_transcripts "
          + "missing_transcripts_with_code missing_transcripts total_transcripts_with_code total_transcripts",
        "B Theme_B 1 2 0 1 1 1 2 4",
      ])
  }

  @Test("Nothing gives a table without rows of numbers that are not there")
  func nothing() throws {
    let none = CountingGround()
    let column = AttributeColumn(name: "sector", level: .cases, values: [], answers: [[Int32]]())
    let parts = GroundPartition(none, by: column)
    #expect(crosstab([1]).wide([.unitPercent], whole: none, parts: parts).lines.last == "B Theme_B -")
    #expect(
      try crosstab([1]).tests(whole: none, parts: parts).lines.last
        == "B Theme_B 0 0 - - - - - - fewer_than_two_values_to_compare")
  }
}
