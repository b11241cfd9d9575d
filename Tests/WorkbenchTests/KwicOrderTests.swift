import Model
import Testing

@testable import Workbench

struct KwicOrderTests {
  @Test("Lines are in the order of the words before, after, or of the word itself")
  func orders() throws {
    let study = try TestStudy()
    try study.importing(["a.txt": "Ann: Éen time zo.\n\nBob: The time is up.\n\nAnn: All times end.\n\nBob: Yes.\n"])
    func words(_ order: String?, _ column: String) throws -> [String] {
      try study.workbench.kwic("time*", .init(), width: 20, sort: order, limit: nil).column(column)
    }
    #expect(try words(nil, "left") == ["Éen", "The", "All"])
    #expect(try words("left", "left") == ["All", "Éen", "The"])
    #expect(try words("right", "right") == ["end.", "is up.", "zo."])
    #expect(try words("WORD", "keyword") == ["time", "time", "times"])
    let problem = Problem("'up' is no order.", hint: "Write --sort left, right or word.", kind: .usage)
    #expect(throws: problem) { try words("up", "left") }
  }
}
