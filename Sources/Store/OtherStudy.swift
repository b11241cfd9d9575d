import Foundation
import GRDB
public import Model

extension StudyStore {
  /// Opens another study to read it only; what is in it is not trusted, and nothing of it changes.
  ///
  /// With a stop sign of another both are stopped by it.
  public static func reading(_ path: String, stopSign: StopSign = StopSign()) throws -> StudyStore {
    try open(path, reading: true, stopSign: stopSign)
  }

  public func side() throws -> StudySide { try read { db in try SideReading.side(db) } }

  /// The codings of this study, all of one moment for as long as `body` runs.
  public func withCodings<T>(_ body: (StudySide, CodingsOfCopy) throws -> T) throws -> T {
    try read { db in try body(SideReading.side(db), CodingsOfCopy(db)) }
  }

  /// By what a study is known as one of the same work: the copies it is, came from and heard of, its transcripts, their
  /// texts, and its codes; empty where there are neither transcripts nor codes.
  public func kinship() throws -> Set<String> {
    try read { db in
      let own = try String.fetchSet(
        db, sql: "SELECT guid FROM transcripts UNION SELECT text_sha256 FROM transcripts UNION SELECT guid FROM codes")
      guard !own.isEmpty else { return [] }
      let copies = try String.fetchSet(
        db,
        sql: """
          SELECT copy FROM copies UNION SELECT copy FROM copy_states UNION SELECT value FROM study WHERE name = 'guid'
          """)
      return own.union(copies)
    }
  }

  func transcriptNames(byOwner: Void) throws -> [String: String] {
    try read { db in
      var names: [String: String] = [:]
      for (id, owner) in try SideReading.transcripts(db) {
        names[owner] = try String.fetchOne(
          db, sql: "SELECT name FROM transcripts WHERE transcript_id = ?", arguments: [id])
      }
      return names
    }
  }

  func guid(ofTranscript name: String) throws -> String? {
    try read { db in try String.fetchOne(db, sql: "SELECT guid FROM transcripts WHERE name = ?", arguments: [name]) }
  }

  /// A transcript that is to come in from this study; throws where it is not as it was stored here.
  func wholeTranscript(named name: String) throws -> StoredTranscript? {
    try read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT transcript_id, bytes, text_sha256, words FROM transcripts WHERE name = ?", arguments: [name])
      guard let row else { return nil }
      let check = TranscriptCheck(id: row[0], name: name, bytes: row[1], digest: row[2], words: row[3])
      if let first = try check.findings(db).first(where: { $0.remedy == .rescue }) {
        throw Problem(
          "Nothing was taken in from '\(self.name)', which is damaged: \(first.what)",
          hint: "Look there with: draad -s \(self.name) check")
      }
      return try transcript(named: name, in: db)
    }
  }

  /// The file a transcript came from, whose bytes are damaged here; nil where it is whole, or not kept.
  func damagedOriginal(ofTranscript name: String) throws -> String? {
    let file = try read { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT o.file_name FROM originals o JOIN transcripts t USING (original_id)
          WHERE t.name = ? AND length(o.deflated) > 0
          """, arguments: [name])
    }
    return try original(ofTranscript: name) == nil ? file : nil
  }

  /// The file a transcript came from, as it is kept; nil where none is, or its bytes are not whole.
  func original(ofTranscript name: String) throws -> Original? {
    let sha256 = try read { db in
      try String.fetchOne(
        db, sql: "SELECT o.sha256 FROM originals o JOIN transcripts t USING (original_id) WHERE t.name = ?",
        arguments: [name])
    }
    return try sha256.flatMap { try original(sha256: $0) }
  }

  /// A kept file by the digest of its bytes; nil where it is not kept, or not whole.
  func original(sha256: String) throws -> Original? {
    try read { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT file_name, size, deflated FROM originals WHERE sha256 = ?", arguments: [sha256]),
        let bytes = Deflate.inflated(Array(row[2] as Data), size: row[1])
      else { return nil }
      let original = Original(fileName: row[0], bytes: bytes)
      return original.sha256 == sha256 ? original : nil
    }
  }
}
