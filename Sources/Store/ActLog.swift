import CStore
import GRDB
public import Model

/// What can be done to a study inside the transaction of one act.
public final class StudyChange {
  let store: StudyStore
  let db: Database
  /// The number of the act; rows of bulk tables carry it.
  let act: Int
  /// Set when rows were written that the recording does not see.
  var wroteUnrecorded = false

  init(store: StudyStore, db: Database, act: Int) {
    self.store = store
    self.db = db
    self.act = act
  }
}

extension StudyStore {
  /// Makes one change: a transaction that is there whole or not at all, and its act in the log.
  ///
  /// `body` gives the sentence for the log. A body that changes nothing leaves no act. With `bulk` the big tables are
  /// not recorded row by row (undo then removes what carries the act's number). `continuing` adds to an act already in the
  /// log, so that a long import commits file by file and is still one act.
  @discardableResult
  public func perform(
    _ act: Act, bulk: Bool = false, continuing: Int? = nil, _ body: (StudyChange) throws -> String
  ) throws -> Act {
    var done = act
    try write { db in
      let number = try continuing ?? Int.fetchOne(db, sql: "SELECT coalesce(max(act_id), 0) + 1 FROM acts") ?? 1
      let change = StudyChange(store: self, db: db, act: number)
      var summary = ""
      let changes = try Recording.of(db, bulk ? Schema.smallTables : Schema.recordedTables) {
        summary = try body(change)
      }
      done.summary = summary
      guard changes != nil || change.wroteUnrecorded else { return }
      done.number = number
      try db.execute(
        sql: """
          INSERT INTO acts (act_id, at, coder, line, summary) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (act_id) DO UPDATE SET summary = excluded.summary
          """, arguments: [number, act.at, act.coder, act.line, summary])
      if let changes { try keep(changes, of: number, direction: "done", in: db) }
    }
    return done
  }

  /// Takes back the last acts, the newest first; gives those taken back, fewer than asked where the log ends.
  public func undo(_ count: Int, now: String) throws -> [Act] {
    var undone: [Act] = []
    try write { db in
      for _ in 0..<max(0, count) {
        guard
          var act = try acts(db, "WHERE undone_at IS NULL ORDER BY act_id DESC LIMIT 1").first
        else { break }
        let changes = try Recording.of(db, Schema.recordedTables) { try unmake(act.number, in: db) }
        try db.execute(sql: "DELETE FROM act_changes WHERE act_id = ?", arguments: [act.number])
        if let changes { try keep(changes, of: act.number, direction: "undone", in: db) }
        try db.execute(sql: "UPDATE acts SET undone_at = ? WHERE act_id = ?", arguments: [now, act.number])
        act.undone = true
        undone.append(act)
      }
    }
    return undone
  }

  /// Makes undone acts again, the oldest first, as long as nothing else was done since.
  public func redo(_ count: Int) throws -> [Act] {
    var redone: [Act] = []
    try write { db in
      for _ in 0..<max(0, count) {
        guard
          var act = try acts(
            db,
            """
            WHERE undone_at IS NOT NULL
              AND act_id > (SELECT coalesce(max(act_id), 0) FROM acts WHERE undone_at IS NULL)
            ORDER BY act_id LIMIT 1
            """
          ).first
        else { break }
        try reapply(changes(of: act.number, in: db), making: true, in: db)
        try db.execute(sql: "UPDATE acts SET undone_at = NULL WHERE act_id = ?", arguments: [act.number])
        act.undone = false
        redone.append(act)
      }
    }
    return redone
  }

  /// The log, the newest first.
  public func log(limit: Int?) throws -> [Act] {
    try read { db in try acts(db, "ORDER BY act_id DESC LIMIT \(limit ?? -1)") }
  }

  func write(_ body: (Database) throws -> Void) throws {
    do {
      try queue.inDatabase { db in
        try db.inTransaction(.immediate) {
          try body(db)
          return .commit
        }
      }
    } catch {
      knownTerms.removeAll()
      throw StoreFailure.problem(for: error, file: name)
    }
  }

  private func acts(_ db: Database, _ condition: String) throws -> [Act] {
    try Row.fetchAll(db, sql: "SELECT act_id, at, coder, line, summary, undone_at IS NOT NULL FROM acts \(condition)")
      .map { row in
        Act(number: row[0], at: row[1], coder: row[2], line: row[3], summary: row[4], undone: row[5])
      }
  }

  private func keep(_ changes: [UInt8], of act: Int, direction: String, in db: Database) throws {
    let insert = try RawStatement(
      db,
      """
      INSERT INTO act_changes (act_id, step, direction, changes)
      VALUES (?1, (SELECT count(*) FROM act_changes WHERE act_id = ?1), ?2, ?3)
      """)
    insert.bind(1, act)
    insert.bind(2, direction)
    changes.withUnsafeBytes { insert.bindBlob(3, $0) }
    try insert.run()
  }

  private typealias Step = (direction: String, changes: [UInt8])

  private func changes(of act: Int, in db: Database) throws -> [Step] {
    let select = try RawStatement(db, "SELECT direction, changes FROM act_changes WHERE act_id = ? ORDER BY step")
    select.bind(1, act)
    var steps: [Step] = []
    while try select.step() { steps.append((select.text(0), select.withBytes(1) { Array($0) })) }
    return steps
  }

  private func unmake(_ act: Int, in db: Database) throws {
    let imported = try Set(
      Int64.fetchAll(db, sql: "SELECT transcript_id FROM transcripts WHERE act_id = ?", arguments: [act]))
    try takeOffIndex(imported, in: db)
    for table in ["codings", "transcripts", "originals"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE act_id = ?", arguments: [act])
    }
    try reapply(changes(of: act, in: db).reversed(), making: false, in: db)
  }

  /// Applies the steps so that the act is made or unmade, and keeps the index in step with the segments.
  private func reapply(_ steps: [Step], making: Bool, in db: Database) throws {
    let touched = Set(steps.flatMap { Recording.transcriptsTouched(by: $0.changes) })
    try takeOffIndex(touched, in: db)
    for step in steps {
      try Recording.apply(step.changes, inverted: (step.direction == "done") != making, to: db)
    }
    try putOnIndex(touched, in: db)
  }
}

/// What SQLite's session extension records of a change.
enum Recording {
  /// Runs `body` and gives the changes of the tables; nil when there were none.
  static func of(_ db: Database, _ tables: [String], _ body: () throws -> Void) throws -> [UInt8]? {
    guard let connection = db.sqliteConnection else { return nil }
    let names = tables.map { Array($0.utf8CString) }
    var recording: OpaquePointer?
    let code = withPointers(names, at: 0, []) { pointers in
      draad_record(connection, pointers, Int32(pointers.count), &recording)
    }
    guard code == 0, let recording else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    var changes: UnsafeMutableRawPointer?
    var size: Int32 = 0
    do {
      try body()
    } catch {
      draad_record_end(recording, &changes, &size)
      draad_free(changes)
      throw error
    }
    let end = draad_record_end(recording, &changes, &size)
    defer { draad_free(changes) }
    guard end == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: end)) }
    return changes.map { Array(UnsafeRawBufferPointer(start: $0, count: Int(size))) }
  }

  static func apply(_ changes: [UInt8], inverted: Bool, to db: Database) throws {
    guard let connection = db.sqliteConnection else { return }
    let code = changes.withUnsafeBytes { bytes in
      bytes.baseAddress.map { draad_apply(connection, $0, Int32(bytes.count), inverted ? 1 : 0) } ?? 0
    }
    guard code == 0 else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "the log does not fit the study")
    }
  }

  /// The transcripts whose segments the changes touch.
  static func transcriptsTouched(by changes: [UInt8]) -> [Int64] {
    final class Found { var ids: Set<Int64> = [] }
    let found = Found()
    changes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      // Column 1 of segments is transcript_id.
      draad_visit_changes(start, Int32(bytes.count), "segments", 1, Unmanaged.passUnretained(found).toOpaque()) {
        context, value in
        guard let context else { return }
        Unmanaged<Found>.fromOpaque(context).takeUnretainedValue().ids.insert(value)
      }
    }
    return Array(found.ids)
  }

  private static func withPointers(
    _ names: [[CChar]], at index: Int, _ gathered: [UnsafePointer<CChar>], _ body: ([UnsafePointer<CChar>]) -> Int32
  ) -> Int32 {
    guard index < names.count else { return body(gathered) }
    return names[index].withUnsafeBufferPointer { name in
      guard let start = name.baseAddress else { return 0 }
      return withPointers(names, at: index + 1, gathered + [start], body)
    }
  }
}
