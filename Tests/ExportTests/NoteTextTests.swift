import Export
import Model
import Testing

struct NoteTextTests {
  @Test("Notes are a line each, with Dutch labels where asked, wrapped with an indent")
  func table() {
    #expect(noteText(for: Samples.frequencies) == "Unit: 1888 cases\nFilter: sector = po\n")
    #expect(
      noteText(for: Samples.byValue, options: ExportOptions(width: 22, labels: .nl))
        == "Basis: po: n=3\n  casussen, vo: n=8\n  casussen\n")
    #expect(noteText(for: Samples.matrix) == "")
  }

  @Test("The notes of excerpts say how many a limit left out")
  func excerpts() {
    #expect(
      noteText(for: Samples.excerpts, options: ExportOptions(labels: .nl))
        == "Nog 12; '--limit 0' toont alle 14.\nOpdracht: find matching rust\n")
  }
}
