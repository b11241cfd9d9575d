import Model
import TestSupport
import Testing

@testable import Workbench

struct BlindTests {
  private func study() throws -> TestStudy {
    let study = try TestStudy()
    try study.importing(["t.txt": "---\nspeakers:\n  Ann:\n---\n\nAnn: One.\n\nAnn: Two.\n\nAnn: Three.\n"])
    try study.loadCodebook(["K", "L"])
    for (coder, segment, code) in [("anna", 1, "K"), ("bram", 1, "L"), ("bram", 2, "K"), ("anna", 2, "L")] {
      study.workbench.coder = coder
      _ = try study.workbench.tag("t:\(segment)", [code])
    }
    return study
  }

  @Test("A blind coder sees only their own codings in show and find, which say so")
  func hidden() throws {
    let study = try study()
    let workbench = study.workbench
    #expect(try workbench.setBlind(true).summary == "anna codes blind from now on: what others put is hidden.")
    #expect(workbench.isBlind)
    let shown = try workbench.segments(at: "t", .init())
    #expect(shown.items.map(\.codes) == [["K"], ["L"], []])
    #expect(shown.notes == [.init("Blind", "only what anna put is shown; 'blind off' shows what others put")])
    let table = try workbench.segmentsTable(at: "t", .init())
    #expect(table.column("codes") == ["K", "L", ""])
    #expect(table.notes == shown.notes)
    let found = try workbench.find("K", .init())
    #expect(found.items.map(\.text) == ["One."])
    #expect(found.notes.contains(shown.notes[0]))
    #expect(found.notes.count { $0.label == "Blind" } == 1)
    _ = try workbench.setBlind(false)
    #expect(try workbench.segments(at: "t", .init()).items.map(\.codes) == [["K", "L"], ["K", "L"], []])
  }

  @Test("What a blind coder asks of another is refused, and disagreements wait")
  func refused() throws {
    let study = try study()
    _ = try study.workbench.setBlind(true, "anna")
    let asks: [() throws -> Void] = [
      { _ = try study.workbench.segments(at: "t", FilterRequest(coders: ["bram"])) },
      { _ = try study.workbench.find("K", FilterRequest(coders: ["anna", "bram"])) },
      { _ = try study.workbench.outdatedCodings([], coders: ["bram"]) },
      { _ = try study.workbench.disagreements(.init()) },
    ]
    for ask in asks {
      let problem = try #require(throws: Problem.self) { try ask() }
      #expect(problem.what == "anna codes blind: what bram put is hidden.")
    }
  }

  @Test("What is counted is counted of all, with a note; and others are not blind")
  func counted() throws {
    let study = try study()
    let workbench = study.workbench
    let before = try workbench.frequencies(.init(), .init())
    _ = try workbench.setBlind(true)
    let after = try workbench.frequencies(.init(), .init())
    #expect(after.rows == before.rows)
    #expect(
      after.notes.filter { !before.notes.contains($0) }
        == [.init("Blind", "anna codes blind, but what is counted here is counted of all coders named above")])
    workbench.coder = "bram"
    #expect(!workbench.isBlind)
    #expect(try workbench.find("K", .init()).items.count == 2)
  }

  @Test("Who codes blind is told in a sentence, and switched for a name")
  func sentence() throws {
    let study = try study()
    let workbench = study.workbench
    #expect(try workbench.blindSentence() == "Nobody codes blind.")
    _ = try workbench.setBlind(true, "Anna")
    #expect(try workbench.blindSentence() == "anna codes blind.")
    _ = try workbench.setBlind(true, "Zoe")
    #expect(try workbench.blindSentence() == "Zoe and anna code blind.")
    #expect(try workbench.setBlind(true, "zoe").summary == "Zoe codes blind already.")
    #expect(try workbench.setBlind(false, "zoe").summary == "Zoe sees from now on what others put.")
    _ = try workbench.undo(2)
    #expect(try workbench.blindSentence() == "anna codes blind.")
  }
}
