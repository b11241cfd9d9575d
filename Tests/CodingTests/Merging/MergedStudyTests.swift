import Coding
import Model
import Testing

struct MergedStudyTests {
  private func code(_ key: String, under parent: String?, place: Int) -> [StudyCell: CellValue] {
    [
      StudyCell(.code, key, "name"): CellValue("Name of \(key)"), StudyCell(.code, key, "parent"): CellValue(parent),
      StudyCell(.code, key, "place"): MergedStudy.place(place),
    ]
  }

  private func cells(_ parts: [[StudyCell: CellValue]]) -> [StudyCell: CellValue] {
    parts.reduce(into: [:]) { $0.merge($1) { one, _ in one } }
  }

  @Test("Codes stand by their place, and where two have one by their key")
  func order() {
    let merged = MergedStudy(
      cells([code("B", under: nil, place: 0), code("C", under: "B", place: 3), code("A", under: nil, place: 0)]))
    #expect(merged.codebook.codes.map(\.key) == ["A", "B", "C"])
    #expect(merged.cells[StudyCell(.code, "C", "place")] == MergedStudy.place(0))
  }

  @Test("Of codes that came to stand above each other the first goes to the top")
  func circle() {
    let merged = MergedStudy(
      cells([code("B", under: "C", place: 0), code("C", under: "D", place: 0), code("D", under: "B", place: 0)]))
    #expect(merged.codebook.codes.map(\.key) == ["B", "D", "C"])
    #expect(merged.codebook.codes.map(\.parent) == [nil, "B", "D"])
  }

  @Test("Two transcripts of one name are told apart by what they hold")
  func names() {
    let merged = MergedStudy([
      StudyCell(.transcript, "bbbbbbbbbb", "name"): CellValue("s01"),
      StudyCell(.transcript, "aaaaaaaaaa", "name"): CellValue("s01"),
    ])
    #expect(merged.cells[StudyCell(.transcript, "aaaaaaaaaa", "name")] == CellValue("s01"))
    #expect(merged.cells[StudyCell(.transcript, "bbbbbbbbbb", "name")] == CellValue("s01-bbbbbb"))
  }

  @Test("What is quiet does not make a code")
  func quiet() {
    let merged = MergedStudy([StudyCell(.code, "K", "place"): MergedStudy.place(2)])
    #expect(merged.cells == [:])
    #expect(merged.codebook.codes == [])
  }

  @Test("An attribute is spelt as long as somebody has it")
  func spelling() {
    let spelling = StudyCell(.spelling, "case_attributes", "sector")
    let aCase = [StudyCell(.aCase, "c"): CellValue(nil), spelling: CellValue("Sector")]
    #expect(MergedStudy(aCase).cells[spelling] == nil)
    let having = aCase.merging([StudyCell(.aCase, "c", "@sector"): CellValue("po")]) { one, _ in one }
    #expect(MergedStudy(having).cells == having)
  }

  @Test("A code under one that nobody has stands at the top")
  func noParent() {
    let merged = MergedStudy(code("B", under: "A", place: 0))
    #expect(merged.codebook.codes.map(\.parent) == [nil])
    #expect(merged.cells[StudyCell(.code, "B", "parent")] == CellValue(nil))
  }
}
