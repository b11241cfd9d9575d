import Model
import Testing

@testable import Analysis

struct StudyCountsTests {
  @Test("Rows are found by any of their names, and a percentage that does not follow stays one")
  func names() {
    let table = Table(
      title: "",
      columns: [.init("code", "Code", .text), .init("name", "Name", .text), .init("count", "Count", .count)],
      rows: [[.text("K1"), .text("Tekort"), .count(4)]])
    let counts = StudyCounts(table, fold: { $0.lowercased() })
    func compared(_ label: String, _ count: Int, _ verdict: TableCheck.Verdict) -> TableCheck.Finding {
      var finding = TableCheck.Finding(
        row: PrintedTable.Row(line: 1, label: label, count: count), base: 9, verdict: verdict, remark: "")
      counts.compare(&finding)
      return finding
    }
    #expect(compared("k1", 4, .follows).verdict == .follows && compared("TEKORT", 4, .follows).verdict == .follows)
    #expect(compared("k1", 5, .doesNotFollow).verdict == .doesNotFollow)
    #expect(compared("k1", 5, .doesNotFollow).remark == "the study has 4")
    #expect(compared("k2", 5, .follows).verdict == .notInStudy)
    #expect(compared("Totaal", 5, .addsUp).verdict == .addsUp)
  }
}
