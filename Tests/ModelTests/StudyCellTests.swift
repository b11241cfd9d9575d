import Model
import Testing

struct StudyCellTests {
  @Test("Values are compared byte by byte")
  func bytes() {
    #expect(CellValue("\u{E9}") != CellValue("e\u{301}"))
    #expect(CellValue(nil) != CellValue(""))
    #expect(CellValue(nil) == CellValue(nil))
    #expect(
      [CellValue("b"), CellValue(nil), CellValue("a"), CellValue("")].sorted()
        == [nil, "", "a", "b"].map(CellValue.init))
  }

  @Test("Cells stand by kind, owner and field")
  func order() {
    let cells = [
      StudyCell(.code, "K2"), StudyCell(.coder, "ann"), StudyCell(.code, "K1", "name"), StudyCell(.code, "K1"),
    ]
    #expect(cells.sorted() == [cells[3], cells[2], cells[0], cells[1]])
  }

  @Test("Order and spelling are quiet")
  func quiet() {
    #expect(StudyCell(.code, "K", "place").isQuiet)
    #expect(StudyCell(.spelling, "case_attributes", "sector").isQuiet)
    #expect(!StudyCell(.code, "K", "name").isQuiet)
  }
}
