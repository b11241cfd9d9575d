import Model
import TestSupport
import Testing

@testable import Workbench

struct ImportedFileTests {
  @Test("A dry run shows how each file would be read, and leaves the study as it is")
  func preview() throws {
    let study = try TestStudy()
    try study.importing(["b.txt": "Known: Already.\n"])
    let before = try study.dump()
    for (name, text) in [
      "a.md": "Ann: [00:01:02] One two.\n\nBob: Three.\n\nAnn: Four.\n\nBob: Five.\n", "c.docx": "no archive",
    ] {
      try study.folder.write(text, to: "sources/" + name)
    }
    let report = try study.workbench.previewImport([study.folder["sources"]])
    let short = { (text: String) in text.replacing(study.folder.path + "/", with: "") }
    #expect(
      report.table().rows.map { $0.map { short($0.shown) } } == [
        ["sources/a.md", "md", "UTF-8", "1", "Ann 2, Bob 2", "4", "1", "5", "", ""],
        ["sources/b.txt", "", "", "0", "", "0", "0", "0", "", "It is in the study already, as 'b'."],
        ["sources/c.docx", "", "", "0", "", "0", "0", "0", "", "'c.docx' is no Word file, or is cut off."],
      ])
    #expect(
      report.preview == "An import would bring in 1 transcript: 4 turns, 4 segments, 5 words. Nothing was changed; "
        + "without --dry-run it comes in.")
    #expect(try study.dump() == before)
  }

  @Test("More speakers than fit are counted")
  func manySpeakers() throws {
    let study = try TestStudy()
    let lines = (1...8).flatMap { ["P\($0): Ja.", "P\($0): Nee."] }.joined(separator: "\n")
    try study.folder.write(lines, to: "a.txt")
    let report = try study.workbench.previewImport([study.folder["a.txt"]])
    #expect(report.table().column("speakers") == ["P1 2, P2 2, P3 2, P4 2, P5 2, P6 2 and 2 more"])
  }
}
