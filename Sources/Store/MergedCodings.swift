import Foundation
import GRDB
import Model

// The codings that come and go in a merge.
extension Merging {
  /// Gives the highest number there was.
  func removeCodings() throws -> Int64 {
    let last = try Int64.fetchOne(db, sql: "SELECT max(coding_id) FROM codings") ?? 0
    let numbers = try transcriptNumbers()
    let delete = try RawStatement(
      db,
      """
      DELETE FROM codings WHERE transcript_id = ? AND start_byte = ? AND end_byte = ?
        AND code_id = (SELECT code_id FROM codes WHERE key = ?)
        AND coder_id = (SELECT coder_id FROM coders WHERE name = ?)
      """)
    for (transcript, codings) in content.codings.sorted(by: { $0.key < $1.key }) {
      guard let number = numbers[transcript] else { continue }
      for coding in codings.removed {
        delete.bind(1, number)
        delete.bind(2, coding.span.start)
        delete.bind(3, coding.span.end)
        delete.bind(4, coding.code)
        delete.bind(5, coding.coder)
        try delete.run()
      }
    }
    return last
  }

  /// Numbers begin after `last`, so that none is given twice in one act: undo could not tell the two apart.
  func addCodings(after last: Int64) throws {
    var codingNumber = last
    let numbers = try transcriptNumbers()
    let insert = try RawStatement(
      db,
      """
      INSERT INTO codings
        (guid, transcript_id, start_byte, end_byte, code_id, coder_id, code_version, quote_hash, act_id, coding_id)
      VALUES (?1, ?2, ?3, ?4, (SELECT code_id FROM codes WHERE key = ?5),
        (SELECT coder_id FROM coders WHERE name = ?6), ?7, ?8, ?9, ?10)
      ON CONFLICT DO UPDATE SET guid = excluded.guid
      """)
    var versions = try MergedVersions(self)
    for (transcript, codings) in content.codings.sorted(by: { $0.key < $1.key }) {
      guard let number = numbers[transcript], !codings.added.isEmpty || !codings.remarked.isEmpty else { continue }
      let text = try change.store.bytes(ofTranscript: number, in: db)
      for coding in codings.added + codings.remarked {
        guard coding.span.start >= 0, coding.span.start < coding.span.end, coding.span.end <= text.count else {
          throw Problem(
            "A coding of \(coding.coder) with '\(coding.code)' in the other study lies outside its transcript.",
            hint: "Look there with: draad -s \(other.name) check")
        }
        coding.guid.bytes.withUnsafeBytes { insert.bindBlob(1, $0) }
        insert.bind(2, number)
        insert.bind(3, coding.span.start)
        insert.bind(4, coding.span.end)
        insert.bind(5, coding.code)
        insert.bind(6, coding.coder)
        insert.bind(7, try versions.version(of: coding))
        insert.bind(8, Digest.quote(text[coding.span.start..<coding.span.end]))
        insert.bind(9, change.act)
        codingNumber += 1
        insert.bind(10, codingNumber)
        try insert.run()
      }
    }
    if !content.codings.isEmpty { change.wroteUnrecorded = true }
  }
}

/// Under which version of a code's rules, as this study counts them, a coding of another study was put.
struct MergedVersions {
  private let merging: Merging
  private let rules: [CodeVersion: [String?]]
  private var known: [CodeVersion: Int] = [:]

  private struct CodeVersion: Hashable {
    var code: String
    var version: Int
  }

  init(_ merging: Merging) throws {
    self.merging = merging
    rules = try merging.other.read { db in try Self.rules(db) }
  }

  private static func rules(_ db: Database) throws -> [CodeVersion: [String?]] {
    var rules: [CodeVersion: [String?]] = [:]
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT key, version, name, definition, use_when, not_when FROM codes
        UNION ALL SELECT c.key, v.version, v.name, v.definition, v.use_when, v.not_when
        FROM code_versions v JOIN codes c USING (code_id)
        """)
    for row in rows { rules[CodeVersion(code: row[0], version: row[1])] = [row[2], row[3], row[4], row[5]] }
    return rules
  }

  /// As `version(of:)`, for a coding of the other study that has no place there.
  mutating func version(ofUnplaced guid: Data, _ coding: LostCoding) throws -> Int {
    let version = try merging.other.read { db in
      try Int.fetchOne(db, sql: "SELECT code_version FROM unplaced_codings WHERE guid = ?", arguments: [guid])
    }
    let span = TextSpan(0, 0)
    return try self.version(
      of: MarkedCoding(span, code: coding.code, coder: coding.coder, guid: .init(0, 0), version: version ?? 1))
  }

  /// The version here that has the rules which the coding was put under there; kept as an older one where there is none.
  mutating func version(of coding: MarkedCoding) throws -> Int {
    let there = CodeVersion(code: coding.code, version: coding.version)
    if let known = known[there] { return known }
    let here = try Self.rules(merging.db).filter { $0.key.code == coding.code }
    let newest = here.keys.map(\.version).max() ?? 1
    guard let wanted = rules[there] else {
      known[there] = newest
      return newest
    }
    if let same = here.filter({ $0.value == wanted }).map(\.key.version).max() {
      known[there] = same
      return same
    }
    try merging.db.execute(
      sql: """
        INSERT INTO code_versions (code_id, version, name, definition, use_when, not_when)
        SELECT code_id, version, ?, ?, ?, ? FROM codes WHERE key = ?
        """, arguments: [wanted[0], wanted[1], wanted[2], wanted[3], coding.code])
    for table in ["codings", "unplaced_codings"] {
      try merging.db.execute(
        sql: """
          UPDATE \(table) SET code_version = code_version + 1
          WHERE code_version = ?2 AND code_id = (SELECT code_id FROM codes WHERE key = ?1)
          """, arguments: [coding.code, newest])
    }
    try merging.db.execute(sql: "UPDATE codes SET version = version + 1 WHERE key = ?", arguments: [coding.code])
    for (version, number) in known where version.code == coding.code && number == newest { known[version] = newest + 1 }
    known[there] = newest
    return newest
  }
}
