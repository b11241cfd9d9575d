import Foundation
import GRDB
public import Model

extension StudyChange {
  /// Makes the codebook what is given, code by code: known keys are changed, new ones added, absent ones removed.
  ///
  /// A code whose rules change gets a new version, and what it meant before is kept. `replacements` says for each key that
  /// goes whose codings and memos its own become; with nil they go too.
  public func set(_ codebook: Codebook, replacing replacements: [String: String?] = [:]) throws {
    for (name, value) in [("title", codebook.title), ("language", codebook.language)] {
      guard let value else { continue }
      try db.execute(
        sql: "INSERT INTO study (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
        arguments: [name, value])
    }
    for (ordinal, code) in codebook.codes.enumerated() { try set(code, ordinal: ordinal) }
    for (key, heir) in replacements { try handOver(key, to: heir) }
    for code in store.codes(try Row.fetchAll(db, sql: StudyStore.codesQuery)).reversed()
    where codebook.code(code.key) == nil {
      try db.execute(sql: "DELETE FROM codes WHERE key = ?", arguments: [code.key])
    }
  }

  private func set(_ code: Code, ordinal: Int) throws {
    let parent = try code.parent.flatMap {
      try Int64.fetchOne(db, sql: "SELECT code_id FROM codes WHERE key = ?", arguments: [$0])
    }
    let phrases = code.phrases.joined(separator: "\n")
    guard
      let known = try Row.fetchOne(
        db, sql: "SELECT code_id, name, definition, use_when, not_when, version FROM codes WHERE key = ?",
        arguments: [code.key])
    else {
      try db.execute(
        sql: """
          INSERT INTO codes (guid, key, parent_id, ordinal, name, definition, use_when, not_when, example, phrases, color)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          UUID().uuidString, code.key, parent, ordinal, code.name, code.definition, code.use, code.not, code.example,
          phrases, code.color,
        ])
      return
    }
    let id: Int64 = known[0]
    let rules: [String?] = [known[1], known[2], known[3], known[4]]
    let changed = rules != [code.name, code.definition, code.use, code.not]
    if changed {
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO code_versions (code_id, version, name, definition, use_when, not_when)
          SELECT code_id, version, name, definition, use_when, not_when FROM codes WHERE code_id = ?
          """, arguments: [id])
    }
    try db.execute(
      sql: """
        UPDATE codes SET parent_id = ?, ordinal = ?, name = ?, definition = ?, use_when = ?, not_when = ?, example = ?,
          phrases = ?, color = ?, version = version + ? WHERE code_id = ?
        """,
      arguments: [
        parent, ordinal, code.name, code.definition, code.use, code.not, code.example, phrases, code.color,
        changed ? 1 : 0, id,
      ])
  }

  private func handOver(_ key: String, to heir: String?) throws {
    if let heir {
      let code = try codeNumber(heir)
      try db.execute(
        sql: """
          UPDATE OR IGNORE codings SET code_id = ?, code_version = ?
          WHERE code_id = (SELECT code_id FROM codes WHERE key = ?)
          """, arguments: [code.id, code.version, key])
      for table in ["memos", "unplaced_codings"] {
        try db.execute(
          sql: "UPDATE \(table) SET code_id = ? WHERE code_id = (SELECT code_id FROM codes WHERE key = ?)",
          arguments: [code.id, key])
      }
    }
    try db.execute(
      sql: "DELETE FROM codings WHERE code_id = (SELECT code_id FROM codes WHERE key = ?)", arguments: [key])
  }
}

extension StudyStore {
  static let codesQuery = """
    SELECT c.key, c.name, c.definition, c.use_when, c.not_when, c.example, c.phrases, c.color, p.key
    FROM codes c LEFT JOIN codes p ON p.code_id = c.parent_id ORDER BY c.ordinal
    """

  public func codebook() throws -> Codebook {
    try read { db in
      func value(_ name: String) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM study WHERE name = ?", arguments: [name])
      }
      return Codebook(
        title: try value("title"), language: try value("language"),
        codes: codes(try Row.fetchAll(db, sql: Self.codesQuery)))
    }
  }

  func codes(_ rows: [Row]) -> [Code] {
    rows.map { row in
      let phrases: String = row[6]
      return Code(
        key: row[0], name: row[1], definition: row[2], use: row[3], not: row[4], example: row[5],
        phrases: phrases.split(separator: "\n").map(String.init), color: row[7], parent: row[8])
    }
  }

  /// How many codings each code has of its own, all coders taken together.
  public func codingCounts() throws -> [String: Int] {
    try read { db in
      var counts: [String: Int] = [:]
      let rows = try Row.fetchAll(
        db, sql: "SELECT c.key, count(*) FROM codings JOIN codes c USING (code_id) GROUP BY code_id")
      for row in rows { counts[row[0]] = row[1] }
      return counts
    }
  }
}
