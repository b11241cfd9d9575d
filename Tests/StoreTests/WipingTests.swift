import Foundation
import GRDB
import Model
import Testing

@testable import Store

@Suite struct WipingTests {
  private static let visit = Transcript.lines("visit", ["Zilverberg: We waited in Kwaksloot."])
  private static let act = Act(at: "2024-05-01T00:00:00Z", coder: nil, line: "erased", summary: "Erased it.")

  /// Another connection that reads what is there now, until it is closed.
  private func reader(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { db in
      try db.execute(sql: "BEGIN")
      _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM segments")
    }
    return queue
  }

  private func holds(_ study: StudyFixture, _ word: String) throws -> Bool {
    try study.folder.names.contains { name in
      try Data(contentsOf: URL(fileURLWithPath: study.folder.file(name))).range(of: Data(word.utf8)) != nil
    }
  }

  @Test(
    "Where another program reads, the words stay in the file: that is said, found by check and at opening, and finished"
  )
  func busy() throws {
    let study = try StudyFixture()
    try study.importTranscripts([Self.visit])
    study.store.close()
    let said = Said()
    let notices = Notices()
    notices.tell { said.add($0.what) }
    let store = try StudyStore.open(study.path, wait: 0, notices: notices)
    let other = try reader(study.path)
    let erased = try store.erase(Erasure(transcripts: ["visit"]), act: Self.act)
    #expect(
      erased.unwiped
        == Problem(
          "What was erased is gone from the study, but its words are still in the bytes of the file: another program has the study open.",
          hint: "Close that program, then: check --repair"))
    #expect(try store.transcriptNames() == [])
    #expect(try holds(study, "Kwaksloot"))
    #expect(try store.isUnwiped())
    #expect(throws: Problem.self) { try store.finishErasing() }
    try other.inDatabase { try $0.execute(sql: "COMMIT") }
    try other.close()
    store.close()
    #expect(said.all == [])
    let again = try StudyStore.open(study.path, notices: notices)
    let what =
      "What was erased from 'study.draad' is gone from the study, but its words are still in the bytes of the file."
    #expect(said.all == [what])
    #expect(
      try again.check() == [
        Finding("What was erased is gone from the study, but its words are still in the bytes of the file.", .repair)
      ])
    #expect(try again.finishErasing())
    #expect(try !again.finishErasing())
    #expect(try again.check() == [])
    #expect(try !holds(study, "Kwaksloot"))
    again.close()
  }

  @Test("What kept the file from being written anew is said, with what to do first")
  func sentences() {
    func said(_ code: ResultCode) -> [String?] {
      let problem = StudyStore.unfinished(DatabaseError(resultCode: code))
      return [problem.what.split(separator: ":").last.map { String($0) }, problem.hint]
    }
    #expect(said(.SQLITE_FULL) == [" the disk is full.", "Make room, then: check --repair"])
    #expect(
      said(.SQLITE_BUSY) == [" another program has the study open.", "Close that program, then: check --repair"])
    #expect(
      said(.SQLITE_IOERR) == [
        " the file could not be written anew.", "Look at the disk and at the rights of the file, then: check --repair",
      ])
  }
}
