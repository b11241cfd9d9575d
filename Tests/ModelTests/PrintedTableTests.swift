import Model
import Testing

struct PrintedTableTests {
  @Test("A row is a total when its name begins so")
  func totals() {
    let names = ["Totaal", "total (n)", "Subtotaal po", "Totaalscore", "Eindtotaal", "Het totaal", ""]
    #expect(
      names.map { PrintedTable.Row(line: 1, label: $0).isTotal } == [true, true, true, false, true, false, false])
  }
}
