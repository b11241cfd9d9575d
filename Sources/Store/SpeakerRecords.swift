import GRDB

/// A person in one transcript, with how much they say.
public struct SpeakerLine: Equatable, Sendable {
  public var transcript: String
  public var name: String
  public var role: String?
  public var turns: Int
}

extension StudyChange {
  /// Gives a speaker a role, in one transcript or in all where the name occurs; how many speakers that were.
  public func setRole(_ role: String, ofSpeaker name: String, in transcript: String?) throws -> Int {
    try db.execute(
      sql: """
        UPDATE speakers SET role = ?1 WHERE name = ?2 AND role IS NOT ?1
          AND (?3 IS NULL OR transcript_id = (SELECT transcript_id FROM transcripts WHERE name = ?3))
        """, arguments: [role, name, transcript])
    return db.changesCount
  }

  /// Gives the turns of one name to another, in one transcript or in all where the name occurs; how many transcripts those were.
  ///
  /// Where the other name speaks too, its role and attributes count, and it takes over a role it lacks; else the speaker
  /// keeps role and attributes under the other name.
  public func mergeSpeaker(_ name: String, into other: String, in transcript: String?) throws -> Int {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT s.speaker_id, s.transcript_id, o.speaker_id FROM speakers s
        LEFT JOIN speakers o ON o.transcript_id = s.transcript_id AND o.name = ?2
        WHERE s.name = ?1 AND (?3 IS NULL OR s.transcript_id = (SELECT transcript_id FROM transcripts WHERE name = ?3))
        ORDER BY s.speaker_id
        """, arguments: [name, other, transcript])
    for row in rows {
      let (speaker, transcript, same): (Int64, Int64, Int64?) = (row[0], row[1], row[2])
      if let same {
        try db.execute(
          sql: "UPDATE turns SET speaker_id = ? WHERE transcript_id = ? AND speaker_id = ?",
          arguments: [same, transcript, speaker])
        try db.execute(
          sql: """
            UPDATE speakers SET role = coalesce(role, (SELECT role FROM speakers WHERE speaker_id = ?1))
            WHERE speaker_id = ?2
            """, arguments: [speaker, same])
        try db.execute(sql: "DELETE FROM speakers WHERE speaker_id = ?", arguments: [speaker])
      } else {
        try db.execute(sql: "UPDATE speakers SET name = ? WHERE speaker_id = ?", arguments: [other, speaker])
      }
    }
    return rows.count
  }
}

extension StudyStore {
  /// Those of whom something passes `scope`, where one is given.
  public func speakerLines(in scope: Scope? = nil) throws -> [SpeakerLine] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT t.name, s.name, s.role, count(u.turn_id), t.transcript_id, s.speaker_id FROM speakers s JOIN transcripts t USING (transcript_id)
          LEFT JOIN turns u ON u.transcript_id = s.transcript_id AND u.speaker_id = s.speaker_id
          GROUP BY s.speaker_id ORDER BY s.speaker_id
          """
      ).compactMap { row in
        guard scope?.passes(row[4], row[5]) ?? true else { return nil }
        return SpeakerLine(transcript: row[0], name: row[1], role: row[2], turns: row[3])
      }
    }
  }
}
