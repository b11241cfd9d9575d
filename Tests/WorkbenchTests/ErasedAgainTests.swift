import Foundation
import Model
import TestSupport
import Testing

@testable import Store
@testable import Workbench

/// What a study has said, from whatever thread.
private final class Heard: @unchecked Sendable {
  private(set) var all: [String] = []
  func add(_ problem: Problem) { all.append(problem.what) }
}

@Suite struct ErasedAgainTests {
  private static let clock: @Sendable () -> String = { "2026-01-02T03:04:05Z" }

  /// A study with two talks, a branch of it and a copy by hand.
  private func copies(_ folder: TemporaryFolder) throws -> (mine: Workbench, theirs: Workbench) {
    let mine = try Workbench.new(folder["m1"], clock: Self.clock)
    _ = try mine.importFiles([
      folder.write("Jan: Mijn hond Zwabberdewab is dood.\n", to: "Huis/jan.txt"),
      folder.write("Kim: Met mij gaat het goed.\n", to: "Huis/kim.txt"),
    ])
    _ = try mine.loadCodebook(
      folder.write("codes:\n  - key: K\n    name: Een\n  - key: L\n    name: Twee\n", to: "c.yaml"))
    mine.coder = "ann"
    _ = try mine.tag("jan:1", ["K"])
    _ = try mine.tag("kim:1", ["K"])
    _ = try mine.branch(to: folder["jan-m2"])
    let theirs = try Workbench.open(folder["jan-m2.draad"], clock: Self.clock)
    theirs.coder = "bob"
    return (mine, theirs)
  }

  private func listening(_ folder: TemporaryFolder, _ name: String) throws -> (Workbench, Heard) {
    let heard = Heard()
    let study = try Workbench.open(folder[name], clock: Self.clock, notice: { heard.add($0) })
    study.coder = "ann"
    return (study, heard)
  }

  @Test("What was erased does not come back from a branch that coded it since; what else was done there does")
  func branch() throws {
    let folder = try TemporaryFolder()
    let (first, theirs) = try copies(folder)
    first.close()
    let (mine, heard) = try listening(folder, "m1.draad")
    _ = try mine.erase(transcript: "jan", confirmed: true)
    _ = try mine.untag("kim:1", ["K"])
    _ = try theirs.tag("jan:1", ["L"])
    _ = try theirs.addMemo(about: .transcript("jan"), "Over de hond.")
    _ = try theirs.tag("kim:1", ["L"])
    _ = try mine.merge(theirs.path)
    #expect(try mine.transcriptNames() == ["kim"])
    #expect(try mine.store.memos() == [])
    // The act of the branch is known by its mark, though its line named a transcript: what was taken away stays away.
    #expect(try mine.store.codings(of: "kim").map { [$0.code, $0.coder] } == [["L", "bob"]])
    #expect(heard.all == ["'jan' was erased here for good, and did not come in from 'jan-m2.draad'."])
    _ = try mine.check()
    #expect(try mine.mergePlan(theirs.path).changesNothing)
    // A person may want it back.
    _ = try mine.merge(theirs.path, alsoErased: true)
    #expect(try mine.transcriptNames().sorted() == ["jan", "kim"])
    #expect(try mine.store.erasedMarks().isEmpty)
    _ = try mine.check()
    mine.close()
    theirs.close()
  }

  @Test("Nor from a copy by hand; there it is told that it was erased elsewhere")
  func copyByHand() throws {
    let folder = try TemporaryFolder()
    let (first, theirs) = try copies(folder)
    theirs.close()
    first.close()
    try FileManager.default.copyItem(atPath: folder["m1.draad"], toPath: folder["kopie.draad"])
    let (mine, heard) = try listening(folder, "m1.draad")
    _ = try mine.erase(transcript: "jan", confirmed: true)
    _ = try mine.merge(folder["kopie.draad"])
    #expect(try mine.transcriptNames() == ["kim"])
    #expect(heard.all == ["'jan' was erased here for good, and did not come in from 'kopie.draad'."])
    let (copy, told) = try listening(folder, "kopie.draad")
    _ = try copy.merge(mine.path)
    #expect(told.all == ["'jan' was erased for good in 'm1.draad', and may be in this study still."])
    mine.close()
    copy.close()
  }

  @Test("A file that holds it does not come in, nor of a survey the answers; with the flag they do")
  func importing() throws {
    let folder = try TemporaryFolder()
    let study = try Workbench.new(folder["m1"], clock: Self.clock)
    let talk = try folder.write("Jan: Mijn hond Zwabberdewab is dood.\n", to: "jan.txt")
    let sheet = "respondent,vraag1\njansen,Mijn hond Zwabberdewab is dood\npietersen,Met mij gaat het goed\n"
    let survey = try folder.write(sheet, to: "pers.csv")
    var request = ImportRequest()
    (request.open, request.respondent, request.per) = (["vraag1"], "respondent", "respondent")
    _ = try study.importFiles([talk])
    _ = try study.importFiles([survey], request)
    _ = try study.erase(transcript: "jan", confirmed: true)
    _ = try study.erase(case: "jansen", confirmed: true)
    #expect(try study.importFiles([talk]).notes.map(\.what) == ["'jan' was erased here for good, and did not come in."])
    // A newer sheet, with an answer that came in since.
    let newer = try folder.write(sheet + "dekker,Prima\n", to: "later.csv")
    let report = try study.importFiles([newer], request)
    #expect(report.notes.map(\.what).contains("'jansen' was erased here for good, and did not come in."))
    #expect(try study.transcriptNames().contains("dekker"))
    #expect(try !study.transcriptNames().contains("jansen"))
    #expect(try study.casesTable().column("case").contains("jansen") == false)
    #expect(try study.store.original(ofTranscript: "dekker")?.bytes == nil)
    _ = try study.check()
    request.alsoErased = true
    _ = try study.importFiles([newer], request)
    #expect(try study.transcriptNames().contains("jansen"))
    study.close()
  }

  @Test("A whole study that holds it is refused")
  func wholeStudy() throws {
    let folder = try TemporaryFolder()
    let (mine, theirs) = try copies(folder)
    _ = try mine.exportStudy(to: folder["p.qdpx"])
    _ = try mine.erase(transcript: "jan", confirmed: true)
    let path = folder["p.qdpx"]
    #expect(
      throws: Problem(
        "'jan' was erased here for good; nothing of '\(path)' came in.", file: path,
        hint: "Take it out there first, or have it again: import \(path) --also-erased")
    ) { try mine.importStudy(path) }
    var request = StudyImportRequest()
    request.alsoErased = true
    _ = try mine.importStudy(path, request)
    #expect(try mine.transcriptNames().sorted() == ["jan", "kim"])
    mine.close()
    theirs.close()
  }
}
