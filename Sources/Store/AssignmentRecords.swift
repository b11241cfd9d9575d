import GRDB
public import Model

extension StudyStore {
  /// Who is to code what: coders by name, their transcripts in the order of the study.
  public func assignments() throws -> [Assignment] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT t.name, k.name, a.is_done FROM assignments a JOIN transcripts t USING (transcript_id)
          JOIN coders k USING (coder_id) ORDER BY k.name, a.transcript_id
          """
      ).map { Assignment($0[0], to: $0[1], isDone: $0[2]) }
    }
  }

  /// Those who do not see what others put, by name.
  public func blindCoders() throws -> [String] {
    try read { db in
      try String.fetchAll(db, sql: "SELECT name FROM blind_coders JOIN coders USING (coder_id) ORDER BY name")
    }
  }
}

extension StudyChange {
  /// Gives a transcript to a coder, or says whether it is done; whether that was not so before.
  @discardableResult
  public func assign(_ assignment: Assignment) throws -> Bool {
    let transcript = try transcriptNumber(assignment.transcript)
    let coder = try coderNumber(assignment.coder)
    try db.execute(
      sql: """
        INSERT INTO assignments (transcript_id, coder_id, is_done) VALUES (?1, ?2, ?3)
        ON CONFLICT DO UPDATE SET is_done = excluded.is_done WHERE is_done <> excluded.is_done
        """, arguments: [transcript, coder, assignment.isDone])
    return db.changesCount > 0
  }

  /// Takes a transcript from a coder; whether they had it.
  @discardableResult
  public func unassign(_ transcript: String, from coder: String) throws -> Bool {
    try db.execute(
      sql: """
        DELETE FROM assignments WHERE transcript_id = (SELECT transcript_id FROM transcripts WHERE name = ?)
          AND coder_id = (SELECT coder_id FROM coders WHERE name = ?)
        """, arguments: [transcript, coder])
    return db.changesCount > 0
  }

  /// Hides from a coder what others put, or shows it; whether that was not so before.
  @discardableResult
  public func setBlind(_ isBlind: Bool, coder name: String) throws -> Bool {
    let coder = try coderNumber(name)
    try db.execute(
      sql: isBlind
        ? "INSERT OR IGNORE INTO blind_coders (coder_id) VALUES (?)" : "DELETE FROM blind_coders WHERE coder_id = ?",
      arguments: [coder])
    return db.changesCount > 0
  }
}
