import Coding
import Model
import Testing

struct StudyFactsTests {
  private let cells: [StudyCell: CellValue] = [
    StudyCell(.transcript, "t", "name"): CellValue("s01"), StudyCell(.transcript, "u", "name"): CellValue("s02"),
    StudyCell(.memo, "m", "text"): CellValue("Ja."), StudyCell(.code, "K", "name"): CellValue("K"),
  ]
  private let coding = MarkedCoding(TextSpan(0, 5), code: "K", coder: "ann", guid: .init(0, 1))

  @Test("All is what was known, what stands in the cells and the codings, on their words and anywhere")
  func all() {
    let side = StudySide(cells: cells, lineage: [.init("a")], known: KnownFacts([7]))
    let facts = StudyFacts.all(of: side) { $0 == "t" ? [coding] : [] }
    for mark in side.marks + [7, FactMark.of(coding, in: "t"), FactMark.ofAnywhere(coding)] {
      #expect(facts.contains(mark))
    }
    #expect(!facts.contains(FactMark.of(coding, in: "u")))
  }

  @Test("Of a replaced text is known what hangs on it, and that it was replaced")
  func replaced() {
    let facts = StudyFacts.ofReplaced("s01", in: StudySide(cells: cells)) { $0 == "t" ? [coding] : [] }
    let hanging: [StudyCell: CellValue] = cells.filter { $0.key.owner == "t" || $0.key.kind == .memo }
    #expect(
      facts
        == KnownFacts(
          StudySide(cells: hanging).marks + [
            FactMark.ofReplacing("t"), FactMark.of(coding, in: "t"), FactMark.ofAnywhere(coding),
          ]))
    #expect(StudyFacts.ofReplaced("s03", in: StudySide(cells: cells)) { _ in [] } == KnownFacts())
  }
}
