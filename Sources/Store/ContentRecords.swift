import GRDB

/// What a study holds, told by a digest, and since when.
public struct StudyContent: Equatable, Sendable {
  /// SHA-256 of the logical content, in hexadecimal digits.
  public var digest: String
  /// When the last act that stands was done, ISO 8601, UTC; nil where none does.
  public var lastChange: String?
}

extension StudyStore {
  /// The digest of the content; worked out once after a change, and kept in the study with the act it belongs to.
  ///
  /// A study that may not be written now is only read, and nothing is waited for.
  public func content() throws -> StudyContent {
    let known = try read { db in
      let position = try LogPosition(db)
      return try Self.kept(position.name, in: db).map { StudyContent(digest: $0, lastChange: position.at) }
    }
    if let known { return known }
    return try workOutContent(believing: true)
  }

  /// Works out the digest anew, whatever is kept.
  public func workOutContent() throws -> StudyContent { try workOutContent(believing: false) }

  private func workOutContent(believing isBelieved: Bool) throws -> StudyContent {
    let (position, digest) = try read { db in
      let transcripts = try isBelieved ? Self.kept(LogPosition.transcripts, in: db) : nil
      return (try LogPosition(db), try ContentDigest(db, transcripts: transcripts))
    }
    keep(digest, at: position)
    return StudyContent(digest: digest.content, lastChange: position.at)
  }

  /// The acts after which the content had a digest that begins so, as far as one was worked out then; 0 is the new study.
  public func acts(withDigest start: String) throws -> [(act: Int, digest: String)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT name, value FROM study
          WHERE name BETWEEN 'digest:' AND 'digest;' AND substr(value, 1, length(?1)) = ?1
          """, arguments: [start]
      ).compactMap { row in LogPosition.act(named: row[0]).map { ($0, row[1]) } }
        .sorted { $0 < $1 }
    }
  }

  /// What is kept of the transcripts goes in the transaction of a change that touches them, outside of what is recorded.
  func forgetTranscripts(touchedBy changes: [UInt8], in db: Database) throws {
    guard Recording.touches(ContentDigest.tablesOfTranscripts, changes) else { return }
    try db.execute(sql: "DELETE FROM study WHERE name = ?", arguments: [LogPosition.transcripts])
  }

  private static func kept(_ name: String, in db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM study WHERE name = ?", arguments: [name])
  }

  /// Whoever else is writing goes first, and then it is worked out again the next time.
  private func keep(_ digest: ContentDigest, at position: LogPosition) {
    try? withoutWaiting { db in
      try db.inTransaction(.immediate) {
        // The transcripts may be others by now; the content is kept with the act it was that of.
        let isNow = try LogPosition(db).name == position.name
        for (name, value) in [(position.name, digest.content)]
          + (isNow ? [(LogPosition.transcripts, digest.transcripts)] : [])
        {
          try db.execute(sql: "INSERT OR REPLACE INTO study (name, value) VALUES (?, ?)", arguments: [name, value])
        }
        return .commit
      }
    }
  }
}

extension StudyStore {
  /// Does what may as well be done another time: whoever is writing goes first.
  func withoutWaiting(_ body: (Database) throws -> Void) throws {
    try requireOpen()
    guard !isReadOnly else { return }
    try busy.withoutWaiting { try queue.inDatabase(body) }
  }
}

/// Where in its log a study stands; two that differ in content differ in it.
///
/// The last act that stands tells all before it: undo takes back the newest. What it has recorded so far and how many
/// transcripts there are tell how far an import has come, which adds to its act file by file.
struct LogPosition {
  /// 0 where no act stands.
  let act: Int
  let at: String?
  /// Under which the digest is kept among the facts of the study.
  let name: String
  /// Under which that of the transcripts is kept, as long as they are the same.
  static let transcripts = "digest:transcripts:\(ContentDigest.form)"

  init(_ db: Database) throws {
    let last = try Row.fetchOne(
      db, sql: "SELECT act_id, at FROM acts WHERE undone_at IS NULL ORDER BY act_id DESC LIMIT 1")
    act = last?[0] ?? 0
    at = last?[1]
    let step = try Row.fetchOne(
      db, sql: "SELECT step, direction FROM act_changes WHERE act_id = ? ORDER BY step DESC LIMIT 1", arguments: [act])
    let recorded: String = step.map { row in "\(row[0] as Int) \(row[1] as String)" } ?? "-"
    let transcripts = try Int.fetchOne(db, sql: "SELECT count(*) FROM transcripts") ?? 0
    name = "digest:\(act):\(recorded):\(transcripts):\(ContentDigest.form)"
  }

  /// The act of a name.
  static func act(named name: String) -> Int? {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count > 1 ? Int(parts[1]) : nil
  }
}
