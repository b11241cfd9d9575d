import GRDB
import Model
import Testing

@testable import Store

@Suite struct ErasedRowsTests {
  @Test("What goes is told by number, and the names are those of transcripts, cases, speakers and files")
  func rows() throws {
    let study = try StudyFixture()
    let visit = Transcript.lines("visit", ["Anna: We waited.", "Bo: Long."])
    try study.importTranscripts([visit, .lines("call", ["Kim: Hello."])])
    let rows = try study.store.queue.read { try ErasedRows(Erasure(transcripts: ["visit"], cases: ["Noord"]), in: $0) }
    #expect(rows.transcripts == [1])
    #expect(rows.originals == [1])
    #expect(rows.former == [])
    #expect(rows.names == ["visit", "Noord", "visit.md"])
    #expect(rows.speakers == ["Anna", "Bo"])
  }

  @Test("The number of a removed file that another has by now is left alone")
  func reusedNumber() throws {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("visit", ["Anna: We waited."])])
    try study.perform { try $0.remove("visit") }
    try study.importTranscripts([.lines("call", ["Kim: Hello."])])
    let rows = try study.store.queue.read { try ErasedRows(Erasure(transcripts: ["visit"]), in: $0) }
    #expect(rows.transcripts == [])
    #expect(rows.originals == [])
    #expect(rows.names == ["visit", "visit.md"])
    #expect(rows.speakers == ["Anna"])
  }
}
