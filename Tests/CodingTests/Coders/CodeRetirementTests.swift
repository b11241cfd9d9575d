import Coding
import Model
import Testing

struct CodeRetirementTests {
  private let codebook = Codebook(codes: [Code(key: "K", name: "Work", not: "Not the home.")])

  @Test("A retired code says since when and why, before what it said")
  func retires() throws {
    let edit = try CodeRetirement.retire("K", on: "2026-01-02", reason: "Too wide.", in: codebook, codings: 1)
    #expect(edit.codebook.codes[0].not == "Retired 2026-01-02: Too wide.\nNot the home.")
    #expect(edit.summary == "Retired code K 'Work'; it keeps 1 coding. Reason: Too wide.")
    #expect(CodeRetirement.sentence(of: edit.codebook.codes[0]) == "Retired 2026-01-02: Too wide.")
    #expect(CodeRetirement.sentence(of: codebook.codes[0]) == nil)
  }

  @Test("After a merge the sentence may stand below others, and a line that only begins so is none")
  func below() {
    let merged = Code(key: "K", name: "Work", not: "Not the home.\n\n* * *\n\nRetired 2026-01-02: Too wide.")
    #expect(CodeRetirement.sentence(of: merged) == "Retired 2026-01-02: Too wide.")
    for not in ["Retired teachers.", "Retired 2026-01-0", "Retired 2026-01-02"] {
      #expect(CodeRetirement.sentence(of: Code(key: "K", name: "Work", not: not)) == nil)
    }
  }

  @Test("A code is retired once")
  func once() throws {
    let edit = try CodeRetirement.retire("K", on: "2026-01-02", reason: "Too wide.", in: codebook, codings: 1)
    #expect(throws: Problem.self) {
      try CodeRetirement.retire("K", on: "2026-01-03", reason: "Again.", in: edit.codebook, codings: 1)
    }
  }
}
