import Model
import Testing

@testable import Exchange

struct PrintedCellsTests {
  private func fields(_ text: String) -> [[String]] { PrintedCells(text).rows.map(\.fields) }
  private let cells = [["Antwoord", "Aantal", "%"], ["Het team", "1.884", "100%"], ["De raad", "1.802", "95,4%"]]

  @Test("CSV, TSV, Markdown and columns of text give the same cells")
  func coats() {
    #expect(fields("Antwoord;Aantal;%\nHet team;1.884;100%\nDe raad;1.802;95,4%\n") == cells)
    #expect(fields("Antwoord\tAantal\t%\nHet team\t1.884\t100%\nDe raad\t1.802\t95,4%\n") == cells)
    #expect(fields("Antwoord,Aantal,%\nHet team,1.884,100%\nDe raad,1.802,\"95,4%\"\n") == cells)
    #expect(
      fields("| Antwoord | Aantal | % |\n|:--|--:|--:|\n| Het team | 1.884 | 100% |\n| De raad | 1.802 | **95,4%** |")
        == cells)
    #expect(
      fields(
        "De tabel\n\nAntwoord  Aantal      %\n──────────────────\nHet team   1.884   100%\nDe raad    1.802  95,4%\n\nBasis: n=1.888\n"
      )
        == cells)
  }

  @Test("Numbers at the end of a line are cells where nothing stands apart")
  func pasted() {
    #expect(
      fields("Het team 1.884 100%\nDe raad (MR) 1.802 95,4 %\n") == [
        ["Het team", "1.884", "100%"], ["De raad (MR)", "1.802", "95,4%"],
      ])
  }

  @Test("What stands beside the table is kept for what it says of n")
  func beside() {
    #expect(PrintedCells("Tabel 2 (n=30)\n\nJa   12  40%\nNee  18  60%\n").beside == ["Tabel 2 (n=30)"])
    #expect(PrintedCells("").rows == [] && PrintedCells("\n\n").rows == [])
    #expect(PrintedCells("| a \\| b | 1 |\n|---|---|\n").rows.map(\.fields) == [["a | b", "1"]])
  }
}
