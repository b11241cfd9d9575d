import Foundation
import GRDB
public import Model

extension StudyStore {
  /// Opens another study to read it only; what is in it is not trusted, and nothing of it changes.
  public static func reading(_ path: String) throws -> StudyStore { try open(path, reading: true) }

  public func side() throws -> StudySide { try read { db in try SideReading.side(db) } }

  /// The codings of this study, all of one moment for as long as `body` runs.
  public func withCodings<T>(_ body: (StudySide, CodingsOfCopy) throws -> T) throws -> T {
    try read { db in try body(SideReading.side(db), CodingsOfCopy(db)) }
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
