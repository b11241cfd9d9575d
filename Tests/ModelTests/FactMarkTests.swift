import Model
import Testing

struct FactMarkTests {
  private let cell = StudyCell(.code, "K1", "name")

  @Test("Each fact has a mark of its own")
  func differ() {
    let guid = MarkedCoding.GUID(1, 2)
    let coding = MarkedCoding(TextSpan(0, 5), code: "K1", coder: "ann", guid: guid)
    var others = [coding, coding, coding, coding]
    others[0].span.end = 6
    others[1].code = "K2"
    others[2].coder = "bob"
    others[3].guid.low = 3
    let marks =
      [
        FactMark.of(cell, CellValue(nil)), FactMark.of(cell, CellValue("")), FactMark.of(cell, CellValue("a")),
        FactMark.of(StudyCell(.code, "K", "1name"), CellValue("a")), FactMark.ofAny(cell), FactMark.of(["a", "b"]),
        FactMark.of(["ab"]), FactMark.of(coding, in: "t"), FactMark.of(coding, in: "u"),
        FactMark.ofAnywhere(coding), FactMark.ofReplacing("t"), FactMark.ofReplacing("u"),
        FactMark.of(act: 1, mark: 2, of: "a"), FactMark.of(act: 2, mark: 1, of: "a"),
        FactMark.of(act: 1, mark: 2, of: "b"),
      ] + others.map { FactMark.of($0, in: "t") }
    #expect(Set(marks).count == marks.count)
  }

  @Test("A mark is the same in every copy, and in every version of the program")
  func stays() { #expect(FactMark.of(cell, CellValue("a")) == 0xc0dfc34b580f7dc4) }

  @Test("The version under which a coding was put is no part of it")
  func version() {
    let coding = MarkedCoding(TextSpan(0, 5), code: "K1", coder: "ann", guid: .init(1, 2), version: 1)
    var other = coding
    other.version = 2
    #expect(FactMark.of(coding, in: "t") == FactMark.of(other, in: "t"))
  }
}
