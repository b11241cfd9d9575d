import GRDB
import Model
import Testing

@testable import Store

@Suite struct RemovedRowsTests {
  @Test("The log tells what was removed, what was undone, and what stood in a text before")
  func removed() throws {
    let study = try StudyFixture()
    let visit = Transcript.lines("visit", ["Anna: We waited.", "Bram: Long."], caseName: "North")
    let call = Transcript.lines("call", ["Kim: Hello."])
    try study.importTranscripts([visit])
    try study.importTranscripts([call])
    #expect(try study.store.queue.read { try RemovedRows($0).transcripts } == [])
    _ = try study.store.undo(1, now: "later")
    try study.perform { try $0.remove("visit") }
    let removed = try study.store.queue.read { try RemovedRows($0) }
    // What was undone is past redoing by now, and gone.
    let digest = Digest.sha256(Array(visit.text.utf8))
    #expect(
      removed.transcripts.map { [$0.number, $0.name, $0.caseNumber, $0.original, $0.digest, String($0.bytes)] }
        == [["1", "visit", "1", "1", digest, String(visit.text.utf8.count)]])
    #expect(removed.files == ["1": "visit.md"])
    #expect(removed.speakers(of: ["1"]) == ["Anna", "Bram"])
    #expect(removed.speakers(of: ["2"]) == [])
    let texts = try study.store.queue.read { try RemovedRows.texts(of: ["1"], $0) }
    #expect(texts == ["Anna: We waited.\n", "Bram: Long.\n"])
  }

  @Test("Changes that are damaged in the log are left out")
  func damaged() throws {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("visit", ["Anna: We waited."])])
    try study.perform { try $0.remove("visit") }
    try study.store.tamper("UPDATE act_changes SET changes = x'5403ff00'")
    #expect(try study.store.queue.read { try RemovedRows($0).transcripts } == [])
    #expect(try study.store.queue.read { try RemovedRows.texts(of: ["1"], $0) } == [])
  }
}
