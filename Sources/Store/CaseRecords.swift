import Foundation
import GRDB
public import Model

/// A case with what is known of it.
public struct StoredCase: Equatable, Sendable {
  public var name: String
  public var attributes: [Attribute]
  public var transcripts: [String]
}

/// A line of the list of transcripts.
public struct TranscriptLine: Equatable, Sendable {
  public var name: String
  public var caseName: String?
  public var format: String
  public var words: Int
  public var turns: Int
  public var segments: Int
  public var speakers: Int
  public var codings: Int
  /// Of the file it came from.
  public var sha256: String
}

extension StudyChange {
  func caseNumber(_ name: String) throws -> Int64 {
    if let id = try Int64.fetchOne(db, sql: "SELECT case_id FROM cases WHERE name = ?", arguments: [name]) { return id }
    try db.execute(sql: "INSERT INTO cases (guid, name) VALUES (?, ?)", arguments: [UUID().uuidString, name])
    return db.lastInsertedRowID
  }

  /// Sets attributes of a case, which is made when it is new.
  public func set(_ attributes: [Attribute], ofCase name: String) throws {
    let id = try caseNumber(name)
    for attribute in attributes { try AttributeTable.cases.set(attribute, of: id, in: self) }
  }

  public func set(_ attributes: [Attribute], ofTranscript name: String) throws {
    let id = try transcriptNumber(name)
    for attribute in attributes { try AttributeTable.transcripts.set(attribute, of: id, in: self) }
  }

  public func assign(transcript: String, toCase name: String) throws {
    let id = try transcriptNumber(transcript)
    try db.execute(
      sql: "UPDATE transcripts SET case_id = ?1 WHERE transcript_id = ?2 AND case_id IS NOT ?1",
      arguments: [try caseNumber(name), id])
  }

  public func ensureCoder(_ name: String) throws { _ = try coderNumber(name) }

  func coderNumber(_ name: String) throws -> Int64 {
    if let id = try Int64.fetchOne(db, sql: "SELECT coder_id FROM coders WHERE name = ?", arguments: [name]) {
      return id
    }
    try db.execute(sql: "INSERT INTO coders (guid, name) VALUES (?, ?)", arguments: [UUID().uuidString, name])
    return db.lastInsertedRowID
  }
}

extension StudyStore {
  public func cases() throws -> [StoredCase] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT case_id, name FROM cases ORDER BY case_id").map { row in
        let id: Int64 = row[0]
        return StoredCase(
          name: row[1], attributes: try AttributeTable.cases.all(of: id, in: db),
          transcripts: try String.fetchAll(
            db, sql: "SELECT name FROM transcripts WHERE case_id = ? ORDER BY transcript_id", arguments: [id]))
      }
    }
  }

  public func caseNames() throws -> [String] {
    try read { db in try String.fetchAll(db, sql: "SELECT name FROM cases ORDER BY case_id") }
  }

  public func coderNames() throws -> [String] {
    try read { db in try String.fetchAll(db, sql: "SELECT name FROM coders ORDER BY coder_id") }
  }

  public func transcriptLines() throws -> [TranscriptLine] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT t.name, c.name, t.format, t.words,
            (SELECT count(*) FROM turns WHERE transcript_id = t.transcript_id),
            (SELECT count(*) FROM segments WHERE transcript_id = t.transcript_id),
            (SELECT count(*) FROM speakers WHERE transcript_id = t.transcript_id),
            (SELECT count(*) FROM codings WHERE transcript_id = t.transcript_id),
            coalesce(o.sha256, t.text_sha256)
          FROM transcripts t LEFT JOIN cases c USING (case_id) LEFT JOIN originals o USING (original_id)
          ORDER BY t.transcript_id
          """
      ).map { row in
        TranscriptLine(
          name: row[0], caseName: row[1], format: row[2], words: row[3], turns: row[4], segments: row[5],
          speakers: row[6], codings: row[7], sha256: row[8])
      }
    }
  }

  /// The names of all attributes and the values that occur, for conditions, `--by` and completion.
  public func attributeValues() throws -> [(name: String, values: [String])] {
    try read { db in
      var found: [(name: String, values: [String])] = []
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT attribute, value FROM case_attributes UNION SELECT attribute, value FROM transcript_attributes
          UNION SELECT attribute, value FROM speaker_attributes
          UNION SELECT 'role', role FROM speakers WHERE role IS NOT NULL ORDER BY 1, 2
          """)
      for row in rows {
        let name: String = row[0]
        if found.last?.name == name {
          found[found.count - 1].values.append(row[1])
        } else {
          found.append((name, [row[1]]))
        }
      }
      return found
    }
  }

  public func study(_ key: String) throws -> String? {
    try read { db in try String.fetchOne(db, sql: "SELECT value FROM study WHERE name = ?", arguments: [key]) }
  }
}
