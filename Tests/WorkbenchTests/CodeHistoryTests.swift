import Model
import TestSupport
import Testing

@testable import Workbench

struct CodeHistoryTests {
  private func study() throws -> TestStudy {
    let study = try TestStudy()
    let talk = "---\nspeakers:\n  Ann:\n  Bob:\n---\n\nAnn: Één.\n\nBob: Twee.\n\nAnn: Eén en twee.\n"
    try study.importing(["t.txt": talk])
    try study.loadCodebook(["K", "L"])
    study.workbench.coder = "ann"
    _ = try study.workbench.tag("t:1-3", ["K"])
    return study
  }

  @Test("A split takes the codings with the words along, whatever their accents, and undo brings them back")
  func split() throws {
    let study = try study()
    let before = try study.workbench.contentDigest()
    let act = try study.workbench.splitCode("K", into: "K2", named: "One", containing: "een", reason: "Two things.")
    #expect(
      act.summary
        == "Split code K: 2 codings with 'een' went to K2 'One'. Before: K 3; after: K 1, K2 2. Reason: Two things.")
    _ = try study.workbench.undo(1)
    #expect(try study.workbench.contentDigest() == before)
  }

  @Test("Codings on the same words become one when their codes do, and the counts say so")
  func merge() throws {
    let study = try study()
    _ = try study.workbench.tag("t:1", ["L"])
    let act = try study.workbench.mergeCode("L", into: "K", reason: "The same.")
    #expect(act.summary.hasSuffix("Before: L 1, K 3; after: K 3. Reason: The same."))
  }

  @Test("A retired code is put no more, and its codings are not asked about again")
  func retire() throws {
    let study = try study()
    _ = try study.workbench.retireCode("K", reason: "Too wide.")
    #expect(throws: Problem.self) { try study.workbench.tag("t:2", ["K"]) }
    #expect(try study.workbench.outdatedCodings([]).rows == [])
    #expect(try study.workbench.codeHistory("K").column("codings") == ["3", "0"])
  }
}
