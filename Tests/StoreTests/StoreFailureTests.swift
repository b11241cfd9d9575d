import GRDB
import Model
import Testing

@testable import Store

@Suite struct StoreFailureTests {
  @Test(
    "What SQLite says becomes a sentence",
    arguments: zip(
      [
        ResultCode.SQLITE_BUSY, .SQLITE_PROTOCOL, .SQLITE_INTERRUPT, .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_CANTOPEN,
        .SQLITE_IOERR_WRITE,
        .SQLITE_CORRUPT_VTAB, .SQLITE_TOOBIG, .SQLITE_CONSTRAINT_UNIQUE,
      ],
      [
        "Another program is writing to the study 'a.draad'; nothing was changed.",
        "Another program is writing to the study 'a.draad'; nothing was changed.",
        "Stopped; what was not finished was not done.", "The disk is full; nothing was changed in 'a.draad'.",
        "The study 'a.draad' may not be written by you.", "The study 'a.draad' cannot be opened.",
        "The disk gave an error while 'a.draad' was read or written; nothing was changed.",
        "The study 'a.draad' is damaged.", "That is more than 'a.draad' can keep in one piece; nothing was changed.",
        "The study 'a.draad' is not as Draad made it: why.",
      ]))
  func sentences(code: ResultCode, sentence: String) {
    let error = DatabaseError(resultCode: code, message: "why")
    #expect(StoreFailure.problem(for: error, file: "a.draad").what == sentence)
  }

  @Test("A problem stays what it is")
  func problem() {
    #expect(StoreFailure.problem(for: Problem("So.", hint: "Do"), file: "a") == Problem("So.", hint: "Do"))
  }

  @Test("A full disk takes everything back and says so")
  func diskFull() throws {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("visit", ["Anna: Yes."])])
    let before = try StudyDump(study.store)
    let pages = try study.store.queue.read { db in try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0 }
    try study.store.tamper("PRAGMA max_page_count = \(pages + 3)")
    let lines = (0..<2000).map { "Bram: A line with some words, the \($0)." }
    #expect(
      throws: Problem(
        "The disk is full; nothing was changed in 'study.draad'.", hint: "Make room, then repeat the command.")
    ) { try study.importTranscripts([.lines("long", lines)]) }
    #expect(try StudyDump(study.store).differences(from: before) == [])
    try study.store.tamper("PRAGMA max_page_count = 1000000")
    try study.importTranscripts([.lines("long", lines)])
    try study.store.expectIndexInStep()
  }

  @Test("What is stopped halfway was not done")
  func interrupted() throws {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("visit", ["Anna: Yes."])])
    let before = try StudyDump(study.store)
    let sign = study.store.stopSign
    #expect(throws: Problem("Stopped; what was not finished was not done.")) {
      try study.perform { change in
        try change.set([], ofCase: "North")
        let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
        let rows = try Int.fetchCursor(change.db, sql: endless)
        while let row = try rows.next() { if row == 1000 { sign.putUp() } }
      }
    }
    #expect(sign.takeDown())
    #expect(try StudyDump(study.store).differences(from: before) == [])
    try study.perform { try $0.set([], ofCase: "North") }
    #expect(try study.store.caseNames() == ["North"])
  }
}
