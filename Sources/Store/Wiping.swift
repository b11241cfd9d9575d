import GRDB
import Model

extension StudyStore {
  /// Whether something was erased whose words may still be in the bytes of the file.
  public func isUnwiped() throws -> Bool { try read { db in try Self.isUnwiped(db) } }

  static func isUnwiped(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT 1 FROM unwiped LIMIT 1") != nil
  }

  /// Writes the file anew where an erasure did not come to its end; false where there was none.
  public func finishErasing() throws -> Bool {
    guard try isUnwiped() else { return false }
    if let left = wipe() { throw left }
    return true
  }

  /// Writes the file anew, so that no free page and no journal holds what was erased; what kept it from that, else nil.
  func wipe() -> Problem? {
    do {
      try requireOpen()
      try queue.inDatabase { db in
        try db.execute(sql: "PRAGMA secure_delete = ON; VACUUM")
        try Self.emptyJournal(db)
        try db.execute(sql: "DELETE FROM unwiped")
        try Self.emptyJournal(db)
      }
      return nil
    } catch {
      return Self.unfinished(error)
    }
  }

  /// Puts all that stands in the journal into the file itself; throws where another program still reads what was before.
  private static func emptyJournal(_ db: Database) throws {
    let row = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    guard row?[0] as Int? == 0 else { throw DatabaseError(resultCode: .SQLITE_BUSY) }
  }

  /// What is gone and what is not, after an error that came when all was taken out already.
  static func unfinished(_ error: any Error) -> Problem {
    let (why, first) =
      switch (error as? DatabaseError)?.resultCode.primaryResultCode {
      case .SQLITE_BUSY?, .SQLITE_LOCKED?: ("another program has the study open", "Close that program")
      case .SQLITE_FULL?: ("the disk is full", "Make room")
      case .SQLITE_INTERRUPT?: ("it was stopped", "Wait for its end")
      default: ("the file could not be written anew", "Look at the disk and at the rights of the file")
      }
    return Problem(
      "What was erased is gone from the study, but its words are still in the bytes of the file: \(why).",
      hint: "\(first), then: check --repair")
  }
}
