import GRDB
import Model

/// What goes with an erasure, and the names by which a person would know it.
struct ErasedRows {
  let erasure: Erasure
  /// The transcripts that are in the study.
  let transcripts: [Int64]
  /// Those that were removed before, and their numbers.
  let gone: [RemovedRows.Transcript]
  let former: Set<String>
  /// The kept files they came from.
  let originals: [Int64]
  /// Of transcripts, cases and files.
  let names: [String]
  let speakers: [String]

  init(_ erasure: Erasure, in db: Database) throws {
    self.erasure = erasure
    let removed = try RemovedRows(db)
    gone = removed.transcripts.filter { erasure.transcripts.contains($0.name) }
    former = Set(gone.map(\.number))
    transcripts = try erasure.transcripts.compactMap {
      try Int64.fetchOne(db, sql: "SELECT transcript_id FROM transcripts WHERE name = ?", arguments: [$0])
    }
    let list = Self.list(transcripts)
    let files = try Row.fetchAll(
      db,
      sql: """
        SELECT original_id, file_name FROM originals WHERE original_id IN (
          SELECT original_id FROM transcripts WHERE transcript_id IN (\(list))
          UNION SELECT original_id FROM attachments WHERE transcript_id IN (\(list)))
        """)
    // The number of a file that went may be another's by now.
    let kept = gone.compactMap { $0.original }.filter { removed.files[$0] == nil }.compactMap { Int64($0) }
    originals = Set(files.map { $0[0] as Int64 } + kept).sorted()
    let attached = try String.fetchAll(db, sql: "SELECT name FROM attachments WHERE transcript_id IN (\(list))")
    let before = gone.compactMap { $0.original.flatMap { removed.files[$0] } }
    let fileNames = files.map { $0[1] as String } + before
    names = erasure.transcripts + erasure.cases + Set(attached + fileNames).sorted()
    let speaking = try String.fetchAll(db, sql: "SELECT name FROM speakers WHERE transcript_id IN (\(list))")
    speakers = Set(speaking + removed.speakers(of: former)).sorted()
  }

  func remove(in db: Database) throws {
    let files = Self.list(originals)
    // The same file as an attachment of another has the same words.
    try db.execute(
      sql: """
        DELETE FROM attachments WHERE original_id IN (\(files)) OR transcript_id IN (\(Self.list(transcripts)));
        DELETE FROM transcripts WHERE transcript_id IN (\(Self.list(transcripts)));
        """)
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

  /// Takes the bytes of files that others came from too; their names, of which those that tell of the erased go.
  func emptyFiles(in db: Database) throws -> [String] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT original_id, file_name FROM originals WHERE original_id IN (\(Self.list(originals))) ORDER BY 1")
    for row in rows {
      try db.execute(sql: "UPDATE originals SET deflated = x'' WHERE original_id = ?", arguments: [row[0] as Int64])
      let name: String = row[1]
      let known = erasure.transcripts + erasure.cases
      guard known.contains(where: { $0.count > 2 && name.lowercased().contains($0.lowercased()) }) else { continue }
      try db.execute(
        sql: "UPDATE originals SET file_name = 'erased' WHERE original_id = ?", arguments: [row[0] as Int64])
    }
    return rows.map { $0[1] }
  }

  static func list(_ numbers: [Int64]) -> String { numbers.map { String($0) }.joined(separator: ", ") }
}
