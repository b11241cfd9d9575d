import GRDB
import Model
import TestSupport
import Testing

@testable import Store

@Suite struct TranscriptRecordsTests {
  private var visit: Transcript {
    var transcript = Transcript.lines(
      "visit", ["Anna: We wachtten één uur.👩‍🏫 Lang.", "zonder naam", "Bram: Ja. Nee.", "Anna: Zo."], caseName: "North",
      attributes: [Attribute("date", ["2024-03-01"]), Attribute("wave", ["1", "2"])])
    transcript.speakers[0].role = "teacher"
    transcript.speakers[1].attributes = [Attribute("age", ["52"])]
    return transcript
  }

  @Test("A transcript comes back as it went in")
  func roundTrip() throws {
    let study = try StudyFixture()
    try study.importTranscripts([visit])
    #expect(
      try study.store.transcript(named: "visit")
        == StoredTranscript(transcript: visit, segments: Cut.turns(visit), unit: .turn))
    try study.perform { try $0.resegment("visit", segments: Cut.points(visit), unit: .sentence) }
    #expect(
      try study.store.transcript(named: "visit")
        == StoredTranscript(transcript: visit, segments: Cut.points(visit), unit: .sentence))
    #expect(try study.store.transcript(named: "nobody") == nil)
    #expect(try study.store.text(ofTranscript: "nobody") == nil)
  }

  @Test("The segments joined are the text, byte for byte")
  func joined() throws {
    let study = try StudyFixture()
    try study.importTranscripts([visit])
    try study.perform { try $0.resegment("visit", segments: Cut.points(visit), unit: .sentence) }
    let joined = try study.store.queue.read { db in
      try String.fetchAll(db, sql: "SELECT text FROM segments ORDER BY number").joined()
    }
    #expect(Array(joined.utf8) == Array(visit.text.utf8))
    #expect(try study.store.text(ofTranscript: "visit") == visit.text)
  }

  @Test("The lists tell how much of everything there is")
  func lists() throws {
    let study = try StudyFixture()
    try study.importTranscripts([visit, .lines("call", ["Cor: Niets gezegd, 12 keer – niets."])])
    let counts = try study.store.counts()
    #expect(
      counts
        == StudyCounts(
          cases: 1, transcripts: 2, turns: 5, segments: 5, words: 15, codes: 0, codings: 0, coders: 0, acts: 1))
    let sha = Digest.sha256(Array(("visit" + visit.text).utf8))
    let lines = try study.store.transcriptLines()
    #expect(
      lines.first
        == TranscriptLine(
          name: "visit", caseName: "North", format: "md", words: 10, turns: 4, segments: 4, speakers: 2, codings: 0,
          sha256: sha))
    #expect(try study.store.transcripts(fromOriginal: sha) == ["visit"])
    #expect(
      try study.store.speakerLines() == [
        SpeakerLine(transcript: "visit", name: "Anna", role: "teacher", turns: 2),
        SpeakerLine(transcript: "visit", name: "Bram", role: nil, turns: 1),
        SpeakerLine(transcript: "call", name: "Cor", role: nil, turns: 1),
      ])
  }

  @Test("With a transcript goes its file, unless another transcript came from it")
  func removeOriginal() throws {
    let study = try StudyFixture()
    let one = Transcript.lines("one", ["Anna: Yes."])
    let two = Transcript.lines("two", ["Anna: No."])
    let original = Original(fileName: "both.md", bytes: [1, 2, 3])
    try study.perform(bulk: true) { change in
      let kept = try change.keep(original)
      for transcript in [one, two] {
        try change.add(transcript, segments: Cut.turns(transcript), unit: .turn, original: kept, inCase: nil)
      }
    }
    #expect(try study.store.transcripts(fromOriginal: original.sha256) == ["one", "two"])
    try study.perform { try $0.remove("one") }
    #expect(try study.store.transcripts(fromOriginal: original.sha256) == ["two"])
    try study.perform { try $0.remove("two") }
    let kept = try study.store.queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM originals") }
    #expect(kept == 0)
    _ = try study.store.undo(2, now: "later")
    #expect(try study.store.transcripts(fromOriginal: original.sha256) == ["one", "two"])
    #expect(try study.store.check() == [])
  }

  @Test("A transcript cut anew keeps its place in the order of the study")
  func order() throws {
    let study = try StudyFixture()
    try study.importTranscripts([visit, .lines("call", ["Cor: Ja."])])
    try study.perform { try $0.resegment("visit", segments: Cut.points(visit), unit: .sentence) }
    let found = try study.store.segments(.matching("\"ja\""), in: study.store.scope(nil), limit: nil)
    #expect(found.passages.map(\.transcript) == [0, 1])
  }
}
