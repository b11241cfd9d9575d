import GRDB
public import Model

/// A file that a result was written to.
public struct ExportRecord: Equatable, Sendable {
  /// ISO 8601, UTC.
  public var at: String
  public var coder: String?
  /// As typed.
  public var line: String
  public var file: String

  public init(at: String, coder: String?, line: String, file: String) {
    self.at = at
    self.coder = coder
    self.line = line
    self.file = file
  }
}

/// What is to be taken out of a study for good.
public struct Erasure: Equatable, Sendable {
  public var transcripts: [String]
  public var cases: [String]

  public init(transcripts: [String], cases: [String] = []) {
    self.transcripts = transcripts
    self.cases = cases
  }
}

/// What an erasure came to.
public struct Erased: Equatable, Sendable {
  public var act: Act
  /// The files, by name, that others came from too: their bytes are no longer kept.
  public var emptiedFiles: [String] = []
  /// Where names or words of it may stand too, for people to look at.
  public var mentions: [Mention] = []
  /// What was written to files before.
  public var exports: [ExportRecord] = []
  /// Why the words are still in the bytes of the file; nil where they are not.
  public var unwiped: Problem?
}

extension StudyStore {
  /// Keeps in mind that a result was written to a file; not where another program is writing or the study may only be read.
  public func record(_ export: ExportRecord) {
    try? withoutWaiting { db in
      try db.execute(
        sql: "INSERT INTO exports (at, coder, line, file) VALUES (?, ?, ?, ?)",
        arguments: [export.at, export.coder, export.line, export.file])
    }
  }

  /// What was written to files, the oldest first.
  public func exports() throws -> [ExportRecord] {
    try read { db in try Self.exports(db) }
  }

  private static func exports(_ db: Database) throws -> [ExportRecord] {
    try Row.fetchAll(db, sql: "SELECT at, coder, line, file FROM exports ORDER BY export_id").map { row in
      ExportRecord(at: row[0], coder: row[1], line: row[2], file: row[3])
    }
  }

  /// Takes transcripts and cases out for good: their rows, the files they came from, the index, and what the log tells of
  /// them.
  ///
  /// Nothing before it can be undone any more: the log holds the words of what was changed. Lines and sentences of the log
  /// with names or words of them are replaced by `erased`, and so is every line that wrote a memo; what else people wrote
  /// is named in the answer. The file is then written anew, so that no free page and no journal holds any of it; where that fails the answer says so.
  public func erase(_ erasure: Erasure, act: Act) throws -> Erased {
    var erased = Erased(act: act)
    do {
      try requireOpen()
      try queue.inDatabase { db in
        try db.execute(sql: "PRAGMA secure_delete = ON")
        try db.inTransaction(.immediate) {
          let rows = try ErasedRows(erasure, in: db)
          var redaction = try Redaction(rows, in: db)
          erased.mentions = try redaction.mentions()
          erased.exports = try Self.exports(db)
          try redaction.redact()
          let number = (try Int.fetchOne(db, sql: "SELECT max(act_id) FROM acts") ?? 0) + 1
          try ErasedMarks(db).keep(rows, act: number, in: db)
          try rows.remove(in: db)
          erased.emptiedFiles = try rows.emptyFiles(in: db)
          erased.act.number = number
          try db.execute(
            sql: "INSERT INTO acts (act_id, at, coder, line, summary, is_final) VALUES (?, ?, ?, ?, ?, 1)",
            arguments: [number, act.at, act.coder, act.line, act.summary])
          try db.execute(sql: "INSERT INTO unwiped (act_id) VALUES (?)", arguments: [number])
          try reindexAll(in: db)
          return .commit
        }
      }
    } catch {
      throw problem(for: error)
    }
    erased.unwiped = wipe()
    return erased
  }
}
