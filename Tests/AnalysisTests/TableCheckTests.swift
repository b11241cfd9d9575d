import Model
import Testing

@testable import Analysis

@Suite("Printed tables")
struct TableCheckTests {
  private func row(
    _ label: String, _ count: Int?, _ base: Int?, _ digits: Int?, _ decimals: Int = 0, part: String = ""
  ) -> PrintedTable.Row {
    PrintedTable.Row(
      line: 1, part: part, label: label, count: count, base: base,
      percent: digits.flatMap { PrintedPercent(digits: $0, decimals: decimals) })
  }

  private func verdicts(_ rows: [PrintedTable.Row]) -> [String] {
    TableCheck(PrintedTable(rows: rows)).findings.map { finding in
      finding.verdict.rawValue + (finding.remark.isEmpty ? "" : ": " + finding.remark)
    }
  }

  /// As a report of 2022 printed it, of 1,365 leaders of primary schools.
  private var lessWell: [PrintedTable.Row] {
    [
      row("Instructie in kleine groepen", 292, 1365, 14), row("Metacognitie en zelfregulerend leren", 184, 1365, 13),
      row("Feedback", 162, 1365, 12), row("Een-op-een-begeleiding", 144, 1365, 11),
      row("Cultuureducatie", 142, 1365, 10),
      row("Geen enkele interventie verloopt minder goed", 292, 1365, 21),
    ]
  }

  @Test("Of table 2.7a one percentage does not follow, and the row with its count is named")
  func published() {
    let check = TableCheck(PrintedTable(rows: lessWell))
    #expect(!check.isRight)
    #expect(
      verdicts(lessWell) == [
        "does not follow: it is 21%; 14% would be 185 to 197 of 1365; 'Geen enkele interventie verloopt minder goed' has "
          + "the same count",
        "follows", "follows", "follows", "follows", "follows",
      ])
    let table = check.table(titled: "2.7a")
    #expect(table.columns.map(\.key) == ["row", "count", "n", "printed", "computed", "verdict", "remark"])
    #expect(
      table.rows[2] == [
        .text("Feedback"), .count(162), .count(1365), .text("12%"), .number(100 * 162.0 / 1365), .text("follows"),
        .text(""),
      ])
    #expect(
      table.notes == [
        .init("Found", "1 row to look at; 5 follow or add up"),
        .init("Allowed", "a half may be rounded up or down, to as many decimals as are printed"),
      ])
  }

  @Test("Totals are held against the rows above them")
  func totals() {
    #expect(
      verdicts([row("Ja", 12, 30, 40), row("Nee", 18, 30, 60), row("Totaal", 30, 30, 100)])
        == ["follows", "follows", "adds up"])
    #expect(
      verdicts([row("Ja", 12, 30, 40), row("Nee", 17, 30, 57), row("Totaal", 30, 30, 100)])
        == ["follows", "follows", "does not add up: the rows above add up to 29"])
    #expect(
      verdicts([row("Ja", nil, nil, 40), row("Nee", nil, nil, 57), row("Totaal", nil, nil, 100)])
        == ["not checked: no count", "not checked: no count", "does not add up: the percentages above add up to 97%"])
    #expect(
      verdicts([row("a", 1, 3, 33), row("b", 1, 3, 33), row("c", 1, 3, 33), row("Total", 3, 3, 99)]).last == "adds up")
    #expect(
      verdicts([row("a", 20, 30, 67), row("b", 25, 30, 83), row("Totaal", 30, 30, 100)]).last
        == "follows: more than one answer was possible: 45 answers of 30")
  }

  @Test("Without a base the total is it, else the one that suits most rows")
  func bases() {
    #expect(
      verdicts([row("Ja", 12, nil, 40), row("Nee", 18, nil, 70), row("Totaal", 30, nil, 100)])[1]
        == "does not follow: it is 60%; 70% would be 21 of 30")
    #expect(
      verdicts([row("a", 50, nil, 50), row("b", 33, nil, 33), row("c", 71, nil, 71), row("d", 20, nil, 30)]).last
        == "does not follow: most rows have n 100; of that it is 20%")
    #expect(verdicts([row("a", 50, nil, 50)]) == ["not checked: no base"])
  }

  @Test("Over a hundred, of nothing, and more than n are told as that")
  func odd() {
    #expect(
      verdicts([
        row("a", 12, 10, 120), row("b", 5, 10, 150), row("c", 0, 0, 0), row("d", 12, 10, 20), row("e", nil, nil, 130),
      ])
        == [
          "over 100%: the count is more than n", "over 100%: it is 50%; 150% would be 15 of 10",
          "does not follow: of nothing there is no percentage",
          "does not follow: it is 120%; 20% would be 2 of 10; the count is more than n; 'a' has the same count",
          "over 100%: no count",
        ])
  }

  @Test("With a table of the study, other counts and rows that it has not are told")
  func study() {
    let study = Table(
      title: "t", columns: [.init("value", "Value", .text), .init("count", "Count", .count), .init("n", "n", .count)],
      rows: [[.text("ja"), .count(12), .count(30)], [.text("nee"), .count(17), .count(30)]])
    let rows = [row("Ja", 12, 30, 40), row("Nee", 18, 30, 60), row("Soms", 0, 30, 0), row("Totaal", 30, 30, 100)]
    let check = TableCheck(PrintedTable(rows: rows), study: study)
    #expect(
      check.findings.map { "\($0.verdict.rawValue) \($0.remark)" } == [
        "follows ", "differs the study has 17 of 30", "not in the study ", "adds up ",
      ])
  }

  @Test("Several tables are checked apart, and rows stay in their order")
  func parts() {
    let rows = [
      row("a", 1, 2, 50, part: "po"), row("a", 1, 4, 50, part: "vo"), row("Totaal", 1, 2, 50, part: "po"),
      row("Totaal", 2, 4, 50, part: "vo"),
    ]
    #expect(
      verdicts(rows) == [
        "follows", "does not follow: it is 25%; 50% would be 2 of 4", "adds up",
        "does not add up: the rows above add up to 1",
      ])
    #expect(TableCheck(PrintedTable(rows: rows)).table(titled: "").columns.first?.key == "part")
  }
}
