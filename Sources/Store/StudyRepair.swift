import GRDB
import Model

/// What was mended of a study, and what was not.
public struct Repair: Equatable, Sendable {
  /// Where the study stands as it was before.
  public var copy: String
  /// Sentences.
  public var done: [String]
  public var left: [Finding]
}

extension StudyStore {
  /// Works out anew what can be worked out from the rest, after a copy of the file as it is was kept; nil where there is nothing to mend.
  ///
  /// `day` is today, as `2026-11-21`.
  public func repair(_ findings: [Finding], keeping folder: CopyFolder, day: String) throws -> Repair? {
    guard findings.contains(where: { $0.remedy == .repair }) else { return nil }
    do {
      try folder.make()
      let copy = folder.freePath(.repair, day: day)
      try packedCopy(to: copy, looking: .not, mark: try? copyMark())
      var done = [try remakeIndexes()]
      try rebuildIndex()
      done.append("Made the search index and the list of words anew.")
      try write { db in
        try db.execute(sql: "DELETE FROM study WHERE name BETWEEN 'digest:' AND 'digest;'; DELETE FROM packed_codings")
      }
      done.append("Forgot the digests and the packed codings that were kept; they are worked out again.")
      done += try recountWords()
      return Repair(copy: copy, done: done, left: try check())
    } catch {
      throw problem(for: error)
    }
  }

  private func remakeIndexes() throws -> String {
    try write { db in try db.execute(sql: "REINDEX") }
    return "Made the indexes of the tables anew."
  }

  private func recountWords() throws -> [String] {
    var mended: [String] = []
    try write { db in
      let rows = try Row.fetchAll(db, sql: "SELECT transcript_id, name, words FROM transcripts ORDER BY 1")
      for row in rows {
        let counted = try TranscriptCheck.Text(of: row[0], db).words
        guard counted != row[2] else { continue }
        try db.execute(
          sql: "UPDATE transcripts SET words = ? WHERE transcript_id = ?", arguments: [counted, row[0] as Int64])
        mended.append("Counted the words of '\(row[1] as String)' again: \(counted).")
      }
    }
    return mended
  }
}
