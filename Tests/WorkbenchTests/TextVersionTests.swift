import Model
import TestSupport
import Testing

@testable import Workbench

@Suite struct TextVersionTests {
  private static let old =
    "Anna: Wij wachten al drie maanden.\n\nBram: Op wie dan?\n\nAnna: Op de gemeente.\n\nBram: O.\n"

  private static func study() throws -> TestStudy {
    let study = try TestStudy()
    try study.importing(["s01.md": old])
    try study.loadCodebook(["W", "G"])
    study.workbench.coder = "Mila"
    return study
  }

  @Test("A corrected text takes the codings along, lists what changed and keeps aside what has no words any more")
  func replace() throws {
    let study = try Self.study()
    let workbench = study.workbench
    _ = try workbench.tag("s01:1", ["W"])
    _ = try workbench.tag("s01:2", ["G"])
    _ = try workbench.tag("s01:3", ["G"])
    let path = try study.write(
      "Anna: Wij wachten al vier maanden.\n\nBram: Ja.\n\nAnna: Op de gemeente.\n\nBram: O.\n", to: "s01.md")
    let told = try workbench.replaceText(of: "s01", with: path, dryRun: true)
    #expect(try workbench.replaceText(of: "s01", with: path).summary == told.summary)
    #expect(
      told.summary
        == "Replaced the text of 's01' by \(path): 1 coding on the same words, 1 on words that changed, 1 not placed.")
    #expect(
      told.table?.rows.map { $0.map(\.shown) } == [
        ["changed", "W", "Wij wachten al drie maanden.", "Wij wachten al vier maanden."],
        ["not placed", "G", "Op wie dan?", ""],
      ])
    #expect(
      try workbench.unplacedTable().rows.map { $0.map(\.shown) } == [["1", "s01:2", "G", "Mila", "Op wie dan?"]])
    _ = try workbench.check()
    #expect(try workbench.placeCoding(1, at: "s01:2").summary == "Put coding 1 (G by Mila) on s01:2.")
    #expect(throws: Problem("Every coding is on its words.", kind: .nothingFound)) { try workbench.unplacedTable() }
    _ = try workbench.undo(2)
    #expect(try workbench.segmentsTable(at: "s01:1", .init()).column("text") == ["Wij wachten al drie maanden."])
  }

  @Test("A corrected text is mended as a text that comes in, where that is asked")
  func mended() throws {
    let study = try TestStudy()
    let broken =
      "Anna: Wij wachten al drie maan-\nden op iemand die dat wil\ndoen voor de school.\n\nBram: Op wie dan?\n"
    let path = try study.write(broken, to: "in/s01.txt")
    var request = ImportRequest()
    request.joinsLines = true
    _ = try study.workbench.importFiles([path], request)
    let corrected = try study.write(broken.replacing("drie", with: "vier"), to: "new/s01.txt")
    _ = try study.workbench.replaceText(of: "s01", with: corrected, request)
    func text(_ workbench: Workbench) throws -> [String] {
      try workbench.segmentsTable(at: "s01:1", .init()).column("text")
    }
    let (mended, plain) = (try TestStudy(), try TestStudy())
    _ = try mended.workbench.importFiles([corrected], request)
    _ = try plain.workbench.importFiles([corrected])
    #expect(try text(study.workbench) == text(mended.workbench))
    #expect(try text(study.workbench) != text(plain.workbench))
  }

  @Test("The same text again, a file of another kind and a transcript that is not there are refused")
  func refused() throws {
    let study = try Self.study()
    let workbench = study.workbench
    let same = try study.write(Self.old, to: "s01.md")
    let before = try study.dump()
    #expect(
      throws: Problem(
        "'\(same)' has the very text that 's01' has; nothing was changed.", kind: .nothingFound)
    ) { try workbench.replaceText(of: "s01", with: same) }
    #expect(throws: Problem.self) { try workbench.replaceText(of: "s01", with: study.write("", to: "empty.md")) }
    #expect(throws: Problem.self) { try workbench.replaceText(of: "s02", with: same) }
    #expect(try study.dump() == before)
  }
}
