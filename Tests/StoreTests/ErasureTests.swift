import Foundation
import Model
import Testing

@testable import Store

@Suite struct ErasureTests {
  private static let visit = Transcript.lines(
    "visit-zilverberg", ["Zilverberg: We waited in Kwaksloot.", "Anna: Why?"], caseName: "Kwaksloot")
  private static let call = Transcript.lines("call", ["Bram: Hello there.", "Anna: Why?"], caseName: "South")

  private static func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.perform { try $0.set(Codebook(codes: [Code(key: "A", name: "Aim")])) }
    try study.importTranscripts([visit, call])
    try study.tag("visit-zilverberg", [visit.span(of: "waited in Kwaksloot")], "A")
    try study.tag("call", [call.span(of: "Hello")], "A")
    try study.note(.transcript("visit-zilverberg"), "Zilverberg was tired")
    try study.perform { try $0.set([Attribute("place", ["Kwaksloot"])], ofCase: "Kwaksloot") }
    study.store.record(ExportRecord(at: "2024", coder: "Mila", line: "show visit-zilverberg", file: "/tmp/a.md"))
    return study
  }

  private func erase(_ study: StudyFixture) throws {
    let act = Act(at: "2024-05-01T00:00:00Z", coder: "Mila", line: "erased", summary: "Erased it.")
    _ = try study.store.erase(Erasure(transcripts: ["visit-zilverberg"], cases: ["Kwaksloot"]), act: act)
  }

  @Test("What is erased is nowhere in the bytes of the file or beside it; the rest stays as it was")
  func bytes() throws {
    let study = try Self.study()
    try study.perform { try $0.resegment("visit-zilverberg", segments: Cut.points(Self.visit), unit: .sentence) }
    let before = try study.store.codings(of: "call")
    try erase(study)
    for name in study.folder.names {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: study.folder.file(name)))
      for word in ["ilverberg", "waksloot"] { #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(name)") }
    }
    #expect(try study.store.check() == [])
    #expect(try study.store.transcriptNames() == ["call"])
    #expect(try study.store.caseNames() == ["South"])
    #expect(try study.store.codings(of: "call") == before)
    #expect(try study.store.memos() == [])
    try study.store.expectIndexInStep("after erasing")
    #expect(
      try study.store.exports() == [ExportRecord(at: "2024", coder: "Mila", line: "erased", file: "/tmp/a.md")])
  }

  @Test("Nothing from before can be undone or redone, and what is done after can")
  func undo() throws {
    let study = try Self.study()
    _ = try study.store.undo(1, now: "later")
    try erase(study)
    #expect(try study.store.undo(99, now: "later") == [])
    #expect(try study.store.redo(99) == [])
    #expect(try study.store.log(limit: nil, undoable: true) == [])
    let act = try study.tag("call", [Self.call.span(of: "there")], "A")
    #expect(try study.store.log(limit: nil, undoable: true).map(\.number) == [act.number])
    #expect(try study.store.actsSince(act.number) == 1)
    #expect(try study.store.actsSince(1) == 0)
    #expect(try study.store.undo(9, now: "later").map(\.number) == [act.number])
  }
}
