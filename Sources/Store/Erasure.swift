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
    try read { db in
      try Row.fetchAll(db, sql: "SELECT at, coder, line, file FROM exports ORDER BY export_id").map { row in
        ExportRecord(at: row[0], coder: row[1], line: row[2], file: row[3])
      }
    }
  }

  /// Takes transcripts and cases out for good: their rows, the files they came from, the index, and what the log tells of
  /// them.
  ///
  /// Nothing before it can be undone any more: the log holds the words of what was changed. Lines and sentences of the log
  /// that name one of them, their speakers or files are replaced by `erased`, and so is every line that wrote a memo. The
  /// file is then written anew, so that no free page and no journal holds any of it.
  public func erase(_ erasure: Erasure, act: Act) throws -> Act {
    var done = act
    do {
      try queue.inDatabase { db in
        try db.execute(sql: "PRAGMA secure_delete = ON")
        try db.inTransaction(.immediate) {
          let names = try namesToErase(erasure, in: db)
          try removeRows(erasure, in: db)
          try redact(names, in: db)
          done.number = (try Int.fetchOne(db, sql: "SELECT max(act_id) FROM acts") ?? 0) + 1
          try db.execute(
            sql: "INSERT INTO acts (act_id, at, coder, line, summary, is_final) VALUES (?, ?, ?, ?, ?, 1)",
            arguments: [done.number, act.at, act.coder, act.line, act.summary])
          try reindexAll(in: db)
          return .commit
        }
        try db.execute(sql: "VACUUM")
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    } catch {
      throw StoreFailure.problem(for: error, file: name)
    }
    return done
  }

  /// What in the log would tell who it was; names of one or two letters are in every sentence.
  private func namesToErase(_ erasure: Erasure, in db: Database) throws -> [String] {
    var names = erasure.transcripts + erasure.cases
    for transcript in erasure.transcripts {
      names += try String.fetchAll(
        db,
        sql: """
          SELECT s.name FROM speakers s JOIN transcripts t USING (transcript_id) WHERE t.name = ?1
          UNION SELECT o.file_name FROM originals o JOIN transcripts t USING (original_id) WHERE t.name = ?1
          UNION SELECT a.name FROM attachments a JOIN transcripts t USING (transcript_id) WHERE t.name = ?1
          """, arguments: [transcript])
    }
    return names.filter { $0.count > 2 }
  }

  private func removeRows(_ erasure: Erasure, in db: Database) throws {
    for name in erasure.transcripts {
      try db.execute(
        sql: "DELETE FROM attachments WHERE transcript_id = (SELECT transcript_id FROM transcripts WHERE name = ?)",
        arguments: [name])
    }
    for name in erasure.transcripts { try db.execute(sql: "DELETE FROM transcripts WHERE name = ?", arguments: [name]) }
    for name in erasure.cases { try db.execute(sql: "DELETE FROM cases WHERE name = ?", arguments: [name]) }
    try db.execute(
      sql: """
        DELETE FROM originals WHERE original_id NOT IN (
          SELECT original_id FROM transcripts WHERE original_id IS NOT NULL
          UNION SELECT original_id FROM attachments);
        DELETE FROM act_changes;
        DELETE FROM merge_wishes;
        DELETE FROM study WHERE name BETWEEN 'digest:' AND 'digest;';
        """)
  }

  private func redact(_ names: [String], in db: Database) throws {
    for (table, columns) in [("acts", ["line", "summary"]), ("exports", ["line"])] {
      for column in columns {
        for name in names {
          try db.execute(
            sql: "UPDATE \(table) SET \(column) = 'erased' WHERE instr(lower(\(column)), lower(?)) > 0",
            arguments: [name])
        }
      }
    }
    try db.execute(sql: "UPDATE acts SET line = 'erased' WHERE line LIKE 'memo%'")
  }
}
