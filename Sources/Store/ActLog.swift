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
      let number = try self.number(continuing: continuing, in: db)
      let change = StudyChange(store: self, db: db, act: number)
      var summary = ""
      let tables = (bulk ? Schema.smallTables : Schema.recordedTables).filter { !Schema.learnedTables.contains($0) }
      let changes = try Recording.of(db, tables) {
        summary = try heeding(db) { try body(change) }
      }
      done.summary = summary
      guard changes != nil || change.wroteUnrecorded else { return }
      done.number = number
      try db.execute(
        sql: """
          INSERT INTO acts (act_id, at, coder, line, summary) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (act_id) DO UPDATE SET summary = excluded.summary
          """, arguments: [number, act.at, act.coder, act.line, summary])
      if let changes {
        try keep(changes, of: number, direction: "done", in: db)
        try forgetTranscripts(touchedBy: changes, in: db)
      }
      // What was undone before is from now on past redoing.
      try db.execute(
        sql: "DELETE FROM act_changes WHERE act_id IN (SELECT act_id FROM acts WHERE undone_at IS NOT NULL)")
    }
    return done
  }

  /// Takes back the last acts, the newest first; gives those taken back, fewer than asked where the log ends.
  public func undo(_ count: Int, now: String) throws -> [Act] {
    var undone: [Act] = []
    try write { db in
      for _ in 0..<max(0, count) {
        guard
          var act = try acts(db, "WHERE undone_at IS NULL AND \(Self.undoable) ORDER BY act_id DESC LIMIT 1").first
        else { break }
        let changes = try Recording.of(db, Schema.recordedTables) { try unmake(act.number, in: db) }
        try db.execute(sql: "DELETE FROM act_changes WHERE act_id = ?", arguments: [act.number])
        if let changes {
          try keep(changes, of: act.number, direction: "undone", in: db)
          try forgetTranscripts(touchedBy: changes, in: db)
        }
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
              AND EXISTS (SELECT 1 FROM act_changes WHERE act_changes.act_id = acts.act_id)
            ORDER BY act_id LIMIT 1
            """
          ).first
        else { break }
        let steps = try changes(of: act.number, in: db)
        try reapply(steps, making: true, in: db)
        for step in steps { try forgetTranscripts(touchedBy: step.changes, in: db) }
        try forget(act.number, steps, false, in: db)
        try db.execute(sql: "UPDATE acts SET undone_at = NULL WHERE act_id = ?", arguments: [act.number])
        act.undone = false
        redone.append(act)
      }
    }
    return redone
  }

  /// The log, the newest first; only what can still be undone where that is asked.
  public func log(limit: Int?, undoable: Bool = false) throws -> [Act] {
    let condition = undoable ? "WHERE undone_at IS NULL AND \(Self.undoable)" : ""
    return try read { db in try acts(db, "\(condition) ORDER BY act_id DESC LIMIT \(limit ?? -1)") }
  }

  /// How many acts stand that were done since an act, itself counted; 0 where it is past undoing.
  public func actsSince(_ number: Int) throws -> Int {
    let all = try log(limit: nil, undoable: true)
    return all.contains { $0.number == number } ? all.count { $0.number >= number } : 0
  }

  /// What was erased for good leaves nothing to undo before it.
  private static let undoable = "act_id > (SELECT coalesce(max(act_id), 0) FROM acts WHERE is_final)"

  func write(_ body: (Database) throws -> Void) throws {
    try requireOpen()
    copyOfTheDay()
    do {
      guard !isReadOnly else { throw DatabaseError(resultCode: .SQLITE_READONLY) }
      try queue.inDatabase { db in
        if let backlog, backlog.isDue(tap) {
          try db.inTransaction(.immediate) {
            try countBacklog(in: db)
            return .commit
          }
        }
        try db.inTransaction(.immediate) {
          if let basis, backlog == nil, try Self.dataVersion(db) != basis { throw StudyMovedOn() }
          if backlog == nil { try countBacklog(in: db) }
          let language = try studyLanguage(db)
          try OddValues.refusing { try body(db) }
          if try studyLanguage(db) != language { try stemAnew(db) }
          try backlog?.giveNewWords(of: tap, in: db)
          return .commit
        }
      }
      // What this request still changes rests on what it did itself.
      basis = nil
    } catch let moved as StudyMovedOn {
      throw moved
    } catch {
      backlog?.distrust()
      throw problem(for: error)
    }
  }

  /// The act that is continued, if it is still the last one done; else a new act.
  private func number(continuing: Int?, in db: Database) throws -> Int {
    let last = try acts(db, "ORDER BY act_id DESC LIMIT 1").first
    if let continuing, let last, last.number == continuing, !last.undone { return continuing }
    return (last?.number ?? 0) + 1
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
      INSERT INTO act_changes (act_id, step, direction, changes, changes_hash)
      VALUES (?1, (SELECT coalesce(max(step) + 1, 0) FROM act_changes WHERE act_id = ?1), ?2, ?3, ?4)
      """)
    insert.bind(1, act)
    insert.bind(2, direction)
    changes.withUnsafeBytes { insert.bindBlob(3, $0) }
    insert.bind(4, Digest.quote(changes))
    try insert.run()
  }

  private typealias Step = (direction: String, changes: [UInt8])

  /// Throws for changes that are not as they were recorded: SQLite would follow them anywhere.
  private func changes(of act: Int, in db: Database) throws -> [Step] {
    let select = try RawStatement(
      db, "SELECT direction, changes, changes_hash FROM act_changes WHERE act_id = ? ORDER BY step")
    select.bind(1, act)
    var steps: [Step] = []
    while try select.step() {
      let changes = select.withBytes(1) { Array($0) }
      guard Digest.quote(changes) == select.int64(2) else {
        throw Problem(
          "What act \(act) changed is damaged in the log; it can be neither undone nor redone.",
          hint: "See more with: check")
      }
      steps.append((select.text(0), changes))
    }
    return steps
  }

  private func unmake(_ act: Int, in db: Database) throws {
    // A transcript may still come from a file of this act, until it has its former text again.
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    let steps = try changes(of: act, in: db)
    // Where the big tables were recorded too, a row that carries the act's number may be one it found there: a number that
    // became free is given again.
    if !steps.contains(where: { Recording.touches(Schema.bulkTables, $0.changes) }) {
      let imported = try Set(
        Int64.fetchAll(db, sql: "SELECT transcript_id FROM transcripts WHERE act_id = ?", arguments: [act]))
      try takeOffIndex(imported, in: db)
      for table in ["codings", "attachments", "transcripts", "originals"] {
        try db.execute(sql: "DELETE FROM \(table) WHERE act_id = ?", arguments: [act])
      }
    }
    if !steps.contains(where: { Recording.touches(Schema.learnedTables, $0.changes) }) {
      try db.execute(sql: "DELETE FROM copy_facts WHERE act_id = ? AND NOT is_own", arguments: [act])
    }
    try reapply(steps.reversed(), making: false, in: db)
    try forget(act, steps, true, in: db)
  }

  /// Marks an undone merge, and what was done upon it and undone before, as if it had never been, or no longer.
  ///
  /// Else what came in with it and went with it would count as taken away.
  private func forget(_ act: Int, _ steps: [Step], _ isForgotten: Bool, in db: Database) throws {
    guard steps.contains(where: { Recording.touches(["copy_states"], $0.changes) }) else { return }
    try db.execute(
      sql: "UPDATE acts SET is_forgotten = ? WHERE act_id >= ?", arguments: [isForgotten, act])
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
