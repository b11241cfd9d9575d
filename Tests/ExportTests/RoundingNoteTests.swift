import Model
import Testing

@testable import Export

struct RoundingNoteTests {
  @Test("The note says to how many decimals, in the language of the labels")
  func sentences() {
    let options = [
      ExportOptions(), ExportOptions(decimals: 1), ExportOptions(decimals: 2), ExportOptions(labels: .nl),
      ExportOptions(labels: .nl, decimals: 1),
    ]
    #expect(
      options.map { RoundingNote.all(of: Samples.frequencies, $0).last?.text } == [
        "percentages to whole numbers, a half away from zero", "percentages to one decimal, a half away from zero",
        "percentages to 2 decimals, a half away from zero", "percentages op hele getallen, een half van nul af",
        "percentages op één decimaal, een half van nul af",
      ])
  }

  @Test("It takes the place of what was said of rounding; a table without percentages keeps that")
  func place() {
    let said = Table.Note("Rounding", "only where text is shown")
    var (percentages, counts) = (Samples.frequencies, Samples.meetings)
    percentages.notes.insert(said, at: 0)
    counts.notes = [said]
    #expect(
      RoundingNote.all(of: percentages, ExportOptions()) == RoundingNote.all(of: Samples.frequencies, ExportOptions()))
    #expect(RoundingNote.all(of: counts, ExportOptions()) == [said])
    #expect(RoundingNote.shown(of: percentages, ExportOptions()) == percentages.notes)
  }

  @Test("Decimals are shown in text, with a point or a comma")
  func decimals() {
    let table = Table(title: "", columns: [.init("p", "p", .percent)], rows: [[.number(86.25)], [.number(-0.04)]])
    #expect(
      ExportFormat.text.text(table, options: ExportOptions(labels: .nl, decimals: 1)) == """
            p
        ─────
        86,3%
         0,0%

        Afronding: percentages op één decimaal, een half van nul af

        """)
  }
}
