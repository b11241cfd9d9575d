import Testing
import Workbench

struct NamesTests {
  @Test("The nearest names are given, at most three, and none where none is near")
  func nearest() {
    #expect(Names.nearest("fnd", ["find", "frequencies"]) == ["find"])
    #expect(Names.nearest("zzzzzz", ["find", "frequencies"]) == [])
    #expect(Names.nearest("tag", ["tags", "tang", "stag", "tage"]).count == 3)
  }
}
