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
      options.map { RoundingNote.notes(for: Samples.frequencies, $0).map(\.text) } == [
        ["percentages to whole numbers, a half away from zero"], ["percentages to one decimal, a half away from zero"],
        ["percentages to 2 decimals, a half away from zero"], ["percentages op hele getallen, een half van nul af"],
        ["percentages op één decimaal, een half van nul af"],
      ])
  }

  @Test("Nothing is told of a table without percentages, or that tells it itself")
  func silent() {
    var told = Samples.frequencies
    told.notes.append(.init("Rounding", "as printed"))
    #expect([Samples.meetings, told].map { RoundingNote.notes(for: $0, ExportOptions()) } == [[], []])
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
