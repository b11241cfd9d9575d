import Foundation
import Model
import TestSupport
import Testing
import Workbench

@Suite struct ErasureTests {
  private static let shell =
    "What was typed in the shell stands in its history, and bookmarks name transcripts: look in ~/.local/state/draad."

  @Test("Of a survey of which one respondent is erased the bytes of the file are no longer kept")
  func survey() throws {
    let study = try TestStudy()
    let path = try study.write(
      "respondent,vraag1\njansen,Mijn hond Zwabberdewab is dood\npietersen,Met mij gaat het goed\n", to: "pers.csv")
    var request = ImportRequest()
    (request.open, request.respondent, request.per) = (["vraag1"], "respondent", "respondent")
    _ = try study.workbench.importFiles([path], request)
    #expect(
      try study.workbench.erase(transcript: "jansen", confirmed: true) == [
        "Erased 'jansen' for good: 1 transcript with 0 codings.",
        "Others came from the same file too; its bytes are no longer kept, for the words stood in them:",
        "  pers.csv", Self.shell,
        "Names or words of it may stand here too; look, and change what tells of it:",
        "  case 'jansen', in its name: case erase jansen",
        "What you change from now on stands in the log as it was, until you erase again: remove jansen --erase --yes",
      ])
    _ = try study.workbench.erase(case: "jansen", confirmed: true)
    _ = try study.workbench.check()
    #expect(try study.workbench.transcriptNames() == ["pietersen"])
  }

  @Test("A transcript that was removed before is erased by its name; a name that nothing had is none")
  func removedBefore() throws {
    let study = try TestStudy()
    try study.importing(["s01.txt": "Jan: Mijn hond Zwabberdewab is dood.\n", "s02.txt": "Kim: Het gaat goed.\n"])
    _ = try study.workbench.remove("s01")
    #expect(
      try study.workbench.erase(transcript: "s01", confirmed: true) == [
        "Erased 's01' for good: 1 transcript with 0 codings.", Self.shell,
      ])
    #expect(
      throws: Problem("No transcript named 's03'.", hint: "Did you mean 's02'? 'transcripts' lists all transcripts.")
    ) {
      try study.workbench.erase(transcript: "s03", confirmed: true)
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: study.workbench.path))
    #expect(bytes.range(of: Data("wabberdewab".utf8)) == nil)
  }

  @Test("Before it is done it is told what to change first; then the answer tells of it again")
  func mentions() throws {
    let study = try TestStudy()
    try study.importing([
      "int01.txt": "Jan: Mijn hond Zwabberdewab is gisteren gestorven.\n", "s02.txt": "Kim: Het gaat goed.\n",
    ])
    _ = try study.workbench.addMemo(about: .study, "Het gesprek met Jan ging over Zwabberdewab.")
    _ = try study.workbench.addMemo(about: .study, "Het ging over iets anders.")
    #expect(
      throws: Problem(
        "This takes 'int01' out for good: 1 transcript with 0 codings, the kept files, the index and what the log tells of "
          + "it. No undo brings it back, and nothing that was done before can be undone any more.\nNames or words of it may "
          + "stand here too; change them first, for it takes them out of the log then:\n  memo 1: memos edit 1 WORDS",
        hint: "Keep a backup elsewhere if you may; then: remove int01 --erase --yes", kind: .usage)
    ) {
      try study.workbench.erase(transcript: "int01", confirmed: false)
    }
    _ = try study.workbench.editMemo(1, "Een gesprek.")
    #expect(
      try study.workbench.erase(transcript: "int01", confirmed: true) == [
        "Erased 'int01' for good: 1 transcript with 0 codings.", Self.shell,
      ])
    let bytes = try Data(contentsOf: URL(fileURLWithPath: study.workbench.path))
    #expect(bytes.range(of: Data("wabberdewab".utf8)) == nil)
  }

  @Test("Copies are found by the study's mark where it was called otherwise; those of other files are named and left")
  func copies() throws {
    let folder = try TemporaryFolder()
    var day = "2026-01-02"
    let clock = { day + "T03:04:05Z" }
    func open(_ name: String) throws -> Workbench { try Workbench.open(folder[name], clock: clock) }
    let first = try Workbench.new(folder["n1"], clock: clock)
    _ = try first.importFiles([folder.write("Jan: Mijn hond Zwabberdewab.\n", to: "int01.txt")])
    day = "2026-01-03"
    _ = try first.addMemo(about: .study, "Iets.")
    first.close()
    // A copy by hand keeps its own copies in the same folder for many; both have one of the day.
    try FileManager.default.copyItem(atPath: folder["n1.draad"], toPath: folder["k1.draad"])
    let copied = try open("k1.draad")
    day = "2026-01-04"
    _ = try copied.addMemo(about: .study, "Iets anders.")
    copied.close()
    try FileManager.default.moveItem(atPath: folder["n1.draad"], toPath: folder["n2.draad"])
    try folder.write("half", to: "n1.backups/.n1-2026-01-03.draad.gz.partial")
    let moved = try open("n2.draad")
    try folder.write("half a copy of \(moved.guid)", to: "n1.backups/.n1-2026-01-03.draad.gz.plain.partial")
    let told = try moved.erase(transcript: "int01", confirmed: true, withCopies: true)
    #expect(
      told == [
        "Erased 'int01' for good: 1 transcript with 0 codings.", "Removed 1 copy that Draad had made.",
        "Copies that were made of other files of this study hold it too:",
        "  \(folder["k1.backups"])/k1-2026-01-04.draad.gz",
        "These files are copies of this study; erase it in them too:", "  \(folder["k1.draad"])",
        "Removed what was left of 1 copy that had not come to an end.", Self.shell,
      ])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder["n1.backups"]) == [".n1-2026-01-03.draad.gz.partial"])
    moved.close()
  }

  @Test("A backup, and a folder that copies went to before, are among the files that were written")
  func written() throws {
    let folder = try TemporaryFolder()
    var day = "2026-01-02"
    let study = try Workbench.new(folder["n1"], clock: { day + "T03:04:05Z" })
    _ = try study.importFiles([folder.write("Jan: Mijn hond Zwabberdewab.\n", to: "int01.txt")])
    _ = try study.backup(to: folder["kopie.draad"])
    day = "2026-01-03"
    _ = try study.addMemo(about: .study, "Iets.")
    _ = try study.copiesGo(folder["elders"])
    _ = try study.copiesGo("off")
    #expect(try study.exportsTable().column("file") == [folder["kopie.draad"], folder["n1.backups"]])
    let told = try study.erase(transcript: "int01", confirmed: true)
    #expect(
      told == [
        "Erased 'int01' for good: 1 transcript with 0 codings.",
        "These copies hold it still; remove them when you can do without:",
        "  \(folder["n1.backups"])/n1-2026-01-03.draad.gz",
        "These files are copies of this study; erase it in them too:", "  \(folder["kopie.draad"])",
        "Before that these files were written from this study; look whether they hold any of it:",
        "  2026-01-02 \(folder["kopie.draad"])", "  2026-01-03 \(folder["n1.backups"])", Self.shell,
      ])
    study.close()
  }
}
