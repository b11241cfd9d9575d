import Model
import Testing

@testable import Analysis

struct TotalCheckTests {
  private func row(_ label: String, _ count: Int?, _ percent: Int?) -> PrintedTable.Row {
    PrintedTable.Row(
      line: 1, label: label, count: count, percent: percent.flatMap { PrintedPercent(digits: $0, decimals: 0) })
  }

  @Test("Percentages that were rounded each may miss a hundred by half of one each")
  func rounded() {
    let above = [row("a", nil, 33), row("b", nil, 33), row("c", nil, 33)]
    #expect(TotalCheck(row("Totaal", nil, 100), nil, of: above[...]).finding.verdict == .addsUp)
    #expect(TotalCheck(row("Totaal", nil, 103), nil, of: above[...]).finding.verdict == .doesNotAddUp)
    #expect(TotalCheck(row("Totaal", nil, nil), nil, of: above[...]).finding.remark == "no count")
    #expect(TotalCheck(row("Totaal", 3, nil), nil, of: above[...]).finding.remark == "not every row above has a count")
  }

  @Test("The percentage of a total follows from its own count too")
  func share() {
    let above = [row("a", 1, 10), row("b", 2, 20)]
    let finding = TotalCheck(row("Subtotaal", 3, 50), 10, of: above[...]).finding
    #expect(finding.verdict == .doesNotFollow && finding.remark == "it is 30%")
  }
}
