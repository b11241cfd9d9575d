import Model
import Testing

@testable import Analysis

@Suite("Codings as work of coders")
struct CodedGroundTests {
  private let tree = CodeTree(parents: [-1, 0, -1])

  /// Noor coded both interviews, Sam only the first.
  private var ground: CountingGround {
    GroundSketch(
      cases: [],
      interviews: [.init(name: "one", turns: [[10, 10, 10]]), .init(name: "two", turns: [[10]])],
      codings: [
        ("one", 2, 12, "B", 0), ("one", 15, 18, "C", 0), ("one", 0, 10, "A", 1), ("one", 15, 18, "C", 1),
        ("two", 0, 4, "A", 0),
      ]
    ).ground
  }

  @Test("Units are those of transcripts that two coders read, and what a coder left alone is an empty set")
  func codeSets() {
    let coded = CodedGround(ground, whole: ground, codes: [0], tree: tree)
    #expect(coded.coders == ["Noor", "Sam"])
    #expect(coded.codes == [0, 1])
    #expect(coded.families == [[0, 1], [1]])
    #expect([coded.readByTwo, coded.readByAll, coded.transcriptCount] == [1, 1, 2])
    let sets = coded.codeSets(on: ground.segments)
    #expect(sets.codes == ["A", "B"])
    #expect(
      sets.judgements.units.map { $0.map { [$0.coder] + sets.sets[$0.value].map(Int.init) } } == [
        [[0, 1], [1, 0]], [[0, 1], [1]], [[0], [1]],
      ])
  }

  @Test("A code by itself stands for its children, all together are taken as they were put")
  func families() throws {
    let coded = CodedGround(ground, whole: ground, codes: [0], tree: tree)
    let figures = try CodeSetAgreement(coded.codeSets(on: ground.segments), families: coded.families)
      .figures(called: "segments").figures
    func value(_ statistic: String, _ code: String) -> Double? {
      figures.first { $0.statistic == statistic && $0.code == code }?.value
    }
    #expect(value("percent_pairwise", "A") == 2.0 / 3)
    #expect(value("percent_pairwise", "B") == 1.0 / 3)
    #expect(value("identical_sets", "") == 1.0 / 3)
  }

  @Test("Who read what is told by the whole study, also where a filter leaves nothing of a coder")
  func filtered() {
    var passing = ground
    passing.codings = CodingColumns(sorting: ground.codings.rows.filter { $0[4] == 0 })
    let coded = CodedGround(passing, whole: ground, codes: [0, 2], tree: tree)
    #expect(coded.readByTwo == 1)
    #expect(coded.codeSets(on: ground.segments).judgements.count == 6)
  }

  @Test("Spans are code points, of transcripts that all coders read")
  func spans() {
    let text = "één woord en nog iets dat er staat"
    let coded = CodedGround(ground, whole: ground, codes: [0, 1, 2], tree: tree)
    let found = coded.spans { _ in text }
    #expect(found.documents == ["one"])
    #expect(found.lengths == [text.unicodeScalars.count])
    #expect(found.start == [0, 1, 13, 13])
    #expect(found.end == [8, 10, 16, 16])
  }
}
