import GRDB
import Model
import Testing

@testable import Store

@Suite struct TwoConnectionsTests {
  private let busy = Problem(
    "Another program is writing to the study 'study.draad'; nothing was changed.",
    hint: "Try again when it is done, or close the other Draad that has it open.")

  @Test("A second writer waits and then says who is in the way; readers go on")
  func busyWriter() throws {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("visit", ["Anna: We waited."])])
    let other = try StudyStore.open(study.path, wait: 0.1)
    try study.perform { change in
      try change.set([], ofCase: "North")
      #expect(throws: busy) {
        try other.perform(Act(coder: nil, line: "", summary: "")) { change in
          try change.set([], ofCase: "South")
          return ""
        }
      }
      #expect(try other.caseNames() == [])
      #expect(try other.text(ofTranscript: "visit") == "Anna: We waited.\n")
      #expect(try StudyStore.open(study.path, wait: 0.1).transcriptNames() == ["visit"])
    }
    #expect(try other.caseNames() == ["North"])
    try other.perform(Act(coder: nil, line: "", summary: "")) { change in
      try change.set([], ofCase: "South")
      return "Made."
    }
    #expect(try study.store.undo(1, now: "later").map(\.summary) == ["Made."])
  }

  @Test("One question is answered from one moment, whoever writes meanwhile")
  func snapshot() throws {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("visit", ["Anna: We waited."])])
    let other = try StudyStore.open(study.path, wait: 0.1)
    try other.read { db in
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM transcripts") == 1)
      try study.perform { try $0.remove("visit") }
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM segments") == 1)
    }
    #expect(try other.transcriptNames() == [])
  }

  @Test("Terms are counted right when another program made their table anew")
  func rebuiltElsewhere() throws {
    let study = try StudyFixture()
    let transcript = Transcript.lines("visit", ["Anna: We waited."])
    try study.importTranscripts([transcript])
    try study.perform { try $0.remove("visit") }
    let other = try StudyStore.open(study.path)
    try other.rebuildIndex()
    try study.importTranscripts([transcript])
    #expect(try study.store.termCounts() == ["we": 1, "waited": 1])
    try study.store.expectIndexInStep()
  }

  @Test("The sqlite3 shell can ask the index and check it, without anything of Draad")
  func plainConnection() throws {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("visit", ["Anna: Één ﬁets, co\u{AD}ördinatie.", "Bram: Niets."])])
    study.store.close()
    let plain = try DatabaseQueue(path: study.path)
    try plain.write { db in
      func matches(_ words: String) throws -> [String] {
        try String.fetchAll(
          db,
          sql: """
            SELECT t.name || ':' || s.number FROM segment_index i JOIN segments s ON s.segment_id = i.rowid
            JOIN transcripts t USING (transcript_id) WHERE segment_index MATCH ? ORDER BY 1
            """, arguments: [words])
      }
      #expect(try matches("een fiets") == ["visit:1"])
      #expect(try matches("coordinatie") == ["visit:1"])
      #expect(try matches("niets") == ["visit:2"])
      #expect(try matches("anna") == [])
      try db.execute(sql: "INSERT INTO segment_index (segment_index, rank) VALUES ('integrity-check', 1)")
      #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
    }
    try plain.close()
  }
}
