import GRDB
public import Model

/// What a code meant under one version of its rules, and how many codings stand that were put under it.
public struct CodeVersion: Equatable, Sendable {
  public var number: Int
  public var name: String
  public var definition: String?
  public var use: String?
  public var not: String?
  public var codings: Int
}

/// A coding that was put under rules that were changed since.
public struct OutdatedCoding: Equatable, Sendable {
  public var coding: CodeAssignment
  /// The version under which it was put, and the one that counts now.
  public var version: Int
  public var now: Int
}

extension StudyChange {
  /// How many codings a code has of its own.
  public func codingCount(of key: String) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM codings WHERE code_id = (SELECT code_id FROM codes WHERE key = ?)",
      arguments: [key]) ?? 0
  }
}

extension StudyStore {
  /// All that a code meant, the oldest first; the last is what it means now.
  public func versions(ofCode key: String) throws -> [CodeVersion] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT v.version, v.name, v.definition, v.use_when, v.not_when,
            (SELECT count(*) FROM codings g WHERE g.code_id = v.code_id AND g.code_version = v.version)
          FROM (
            SELECT code_id, version, name, definition, use_when, not_when FROM code_versions
            UNION ALL SELECT code_id, version, name, definition, use_when, not_when FROM codes
          ) v JOIN codes c USING (code_id) WHERE c.key = ? ORDER BY v.version
          """, arguments: [key]
      ).map { row in
        CodeVersion(number: row[0], name: row[1], definition: row[2], use: row[3], not: row[4], codings: row[5])
      }
    }
  }

  /// The codings put under another definition, use or not than their code has now, in the order of the study.
  ///
  /// A code that only got another name makes none.
  public func outdatedCodings() throws -> [OutdatedCoding] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT t.name, g.start_byte, g.end_byte, c.key, k.name, g.code_version, c.version FROM codings g
          JOIN codes c USING (code_id) JOIN code_versions v ON v.code_id = g.code_id AND v.version = g.code_version
          JOIN transcripts t USING (transcript_id) JOIN coders k USING (coder_id)
          WHERE g.code_version < c.version AND (v.definition IS NOT c.definition OR v.use_when IS NOT c.use_when
            OR v.not_when IS NOT c.not_when)
          ORDER BY t.transcript_id, g.start_byte, g.end_byte, c.ordinal, k.coder_id
          """
      ).map { row in
        OutdatedCoding(
          coding: CodeAssignment(
            transcript: row[0], span: TextSpan(row[1], row[2]), code: row[3], coder: row[4]),
          version: row[5], now: row[6])
      }
    }
  }
}
