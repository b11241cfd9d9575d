import Foundation
import GRDB
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

  private static let act = Act(at: "2024-05-01T00:00:00Z", coder: "Mila", line: "erased", summary: "Erased it.")

  @discardableResult
  private func erase(_ study: StudyFixture) throws -> Erased {
    try study.store.erase(Erasure(transcripts: ["visit-zilverberg"], cases: ["Kwaksloot"]), act: Self.act)
  }

  /// The kept files as they are unpacked, by name.
  private func keptFiles(_ study: StudyFixture) throws -> [String: String] {
    try study.store.queue.read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT file_name, size, deflated FROM originals")
      return Dictionary(
        uniqueKeysWithValues: rows.map { row in
          let bytes = Deflate.inflated([UInt8](row[2] as Data), size: row[1]) ?? []
          return (row[0], String(decoding: bytes, as: UTF8.self))
        })
    }
  }

  private func expectNowhere(_ words: [String], in study: StudyFixture) throws {
    for name in study.folder.names {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: study.folder.file(name)))
      for word in words { #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(name)") }
    }
  }

  @Test("What is erased is nowhere in the bytes of the file or beside it; the rest stays as it was")
  func bytes() throws {
    let study = try Self.study()
    try study.perform { try $0.resegment("visit-zilverberg", segments: Cut.points(Self.visit), unit: .sentence) }
    let before = try study.store.codings(of: "call")
    try erase(study)
    try expectNowhere(["ilverberg", "waksloot"], in: study)
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

  @Test("The bytes of a file that others came from too are no longer kept, and check and rescue take them for no loss")
  func sharedFile() throws {
    let study = try StudyFixture()
    let survey = Original(fileName: "survey.csv", bytes: Array("Waiting in Kwaksloot; Hello there".utf8))
    try study.perform(bulk: true) { change in
      let kept = try change.keep(survey)
      for transcript in [Self.visit, Self.call] {
        try change.add(
          transcript, segments: Cut.turns(transcript), unit: .turn, original: kept, inCase: transcript.caseName)
      }
    }
    #expect(try keptFiles(study) == ["survey.csv": "Waiting in Kwaksloot; Hello there"])
    #expect(try erase(study).emptiedFiles == ["survey.csv"])
    #expect(try keptFiles(study) == ["survey.csv": ""])
    #expect(try study.store.check() == [])
    // The file is known again, and its bytes do not come back.
    try study.perform { _ = try $0.keep(survey) }
    #expect(try keptFiles(study) == ["survey.csv": ""])
    #expect(try study.store.transcripts(fromOriginal: survey.sha256) == ["call"])
    study.store.close()
    let rescued = try StudyStore.rescue(study.path, to: study.folder.file("new.draad"), act: Self.act)
    #expect(rescued.lost == [])
  }

  @Test("What was removed before is erased out of the log, with the file it came from")
  func removedBefore() throws {
    let study = try Self.study()
    try study.perform { try $0.remove("visit-zilverberg") }
    #expect(try study.store.erasure(ofTranscript: "visit-zilverberg") == Erasure(transcripts: ["visit-zilverberg"]))
    #expect(try study.store.erasure(ofTranscript: "visit") == nil)
    let erasure = Erasure(transcripts: ["visit-zilverberg"], cases: ["Kwaksloot"])
    #expect(try study.store.erasure(ofCase: "Kwaksloot") == erasure)
    #expect(try study.store.erasure(ofCase: "South") == Erasure(transcripts: ["call"], cases: ["South"]))
    #expect(try study.store.erasure(ofCase: "West") == nil)
    try erase(study)
    try expectNowhere(["ilverberg", "waksloot"], in: study)
    #expect(try study.store.check() == [])
    // By its name it can be erased again, out of what was written down since.
    #expect(try study.store.erasure(ofTranscript: "visit-zilverberg") == Erasure(transcripts: ["visit-zilverberg"]))
    #expect(try study.store.erasure(ofCase: "Kwaksloot") == Erasure(transcripts: [], cases: ["Kwaksloot"]))
    #expect(try study.store.erasure(ofTranscript: "visit") == nil)
  }
}
