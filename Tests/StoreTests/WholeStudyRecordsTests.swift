import Model
import Testing

@testable import Store

@Suite struct WholeStudyRecordsTests {
  @Test("Everything a study holds is read as one value")
  func whole() throws {
    let study = try StudyFixture()
    var transcript = Transcript.lines(
      "s01", ["Anna: ja hoor", "Bram: nee"], caseName: "noord", attributes: [Attribute("golf", ["1", "2"])])
    transcript.pages = [0, 14]
    try study.importTranscripts([transcript], inCase: "noord")
    try study.perform { change in
      try change.set(Codebook(title: "Boek", language: "nl", codes: [Code(key: "A", name: "Ja", phrases: ["ja*"])]))
      try change.ensureCoder("anna")
      _ = try change.add(
        CodingBatch(
          transcripts: ["s01"], codes: ["A"], coders: ["anna"],
          columns: {
            var columns = CodingColumns()
            columns.append(transcript: 0, start: 6, end: 8, code: 0, coder: 0)
            return columns
          }()))
      try change.add(Memo(about: .code("A"), coder: "anna", at: "2024", text: "Over ja"))
      try change.set(query: "A", named: "ja")
    }
    let whole = try study.store.wholeStudy(name: "x")
    let stored = try #require(try study.store.transcript(named: "s01"))
    #expect(whole.name == "x")
    #expect(whole.codebook == (try study.store.codebook()))
    #expect(whole.transcripts.map(\.transcript) == [stored.transcript])
    #expect(whole.transcripts.map(\.segments) == [stored.segments])
    #expect(whole.transcripts.map(\.transcript.pages) == [[0, 14]])
    #expect(whole.cases.map(\.name) == ["noord"])
    #expect(whole.codings.map(\.span) == [TextSpan(6, 8)])
    #expect(whole.codings.allSatisfy { $0.guid != nil })
    #expect(whole.memos.map(\.text) == ["Over ja"])
    #expect(whole.queries == [StudyQuery("ja", "A")])
    let known = try study.store.knownStudy()
    #expect(known.codes == whole.codes && known.coders == whole.coders && known.memos == whole.memos)
    #expect(known.transcripts.map(\.textDigest) == [Digest.sha256(Array(stored.transcript.text.utf8))])
  }
}
