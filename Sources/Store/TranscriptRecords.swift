import Foundation
import GRDB
public import Model
import Retrieval

extension StudyChange {
  /// Adds a transcript with its turns, speakers and segments, and indexes its words.
  ///
  /// `words` is how many they are, for who has counted them already.
  public func add(
    _ transcript: Transcript, segments: [Segment], words: Int? = nil, unit: SegmentUnit, original: Int64?,
    inCase caseName: String?, guid: GUID? = nil
  ) throws {
    let caseID = try caseName.map { try caseNumber($0) }
    var text = transcript.text
    let words = words ?? SpokenWords.count(in: transcript, segments)
    let (guid, digest) = (guid?.text ?? UUID().uuidString, Digest.sha256(Array(text.utf8)))
    try ErasedMarks(db).forget(transcript.name, guid: guid, digest: digest, in: db)
    try db.execute(
      sql: """
        INSERT INTO transcripts
          (guid, name, case_id, original_id, format, segment_unit, bytes, words, text_sha256, act_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        guid, transcript.name, caseID, original, transcript.format, unit.rawValue, text.utf8.count, words, digest, act,
      ])
    let id = db.lastInsertedRowID
    for attribute in transcript.attributes { try AttributeTable.transcripts.set(attribute, of: id, in: self) }
    try add(pages: transcript.pages, of: id)
    let speakers = try add(transcript.speakers, of: id)
    let turns = try add(transcript.turns, speakers: speakers, of: id)
    try store.indexing(id, in: db) {
      try add(segments, turns: turns, text: &text, of: id, indexed: true)
    }
    wroteUnrecorded = true
  }

  /// Adds what a text of a transcript that is there consists of; its words are put on the index by the caller.
  ///
  /// Of the speakers those of the same name stay as they are, and those who say nothing any more go.
  func addParts(of transcript: Transcript, segments: [Segment], to id: Int64) throws {
    try add(pages: transcript.pages, of: id)
    var known: [String: Int64] = [:]
    for row in try Row.fetchAll(
      db, sql: "SELECT name, speaker_id FROM speakers WHERE transcript_id = ?", arguments: [id])
    { known[row[0]] = row[1] }
    let speakers = try transcript.speakers.map { speaker in
      try known.removeValue(forKey: speaker.name) ?? add([speaker], of: id)[0]
    }
    for gone in known.values.sorted() {
      try db.execute(sql: "DELETE FROM speakers WHERE speaker_id = ?", arguments: [gone])
    }
    let turns = try add(transcript.turns, speakers: speakers, of: id)
    var text = transcript.text
    try add(segments, turns: turns, text: &text, of: id)
  }

  private func add(pages: [Int], of transcript: Int64) throws {
    for (number, start) in pages.enumerated() {
      try db.execute(
        sql: "INSERT INTO pages (transcript_id, page, start_byte) VALUES (?, ?, ?)",
        arguments: [transcript, number + 1, start])
    }
  }

  private func add(_ speakers: [Speaker], of transcript: Int64) throws -> [Int64] {
    try speakers.map { speaker in
      try db.execute(
        sql: "INSERT INTO speakers (transcript_id, name, role) VALUES (?, ?, ?)",
        arguments: [transcript, speaker.name, speaker.role])
      let id = db.lastInsertedRowID
      for attribute in speaker.attributes { try AttributeTable.speakers.set(attribute, of: id, in: self) }
      return id
    }
  }

  private func add(_ turns: [Turn], speakers: [Int64], of transcript: Int64) throws -> [Int64] {
    let insert = try RawStatement(
      db,
      """
      INSERT INTO turns (transcript_id, number, start_byte, end_byte, words_byte, speaker_id, seconds)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    var ids: [Int64] = []
    for (number, turn) in turns.enumerated() {
      insert.bind(1, transcript)
      insert.bind(2, number + 1)
      insert.bind(3, turn.span.start)
      insert.bind(4, turn.span.end)
      insert.bind(5, turn.wordsStart)
      if let speaker = turn.speaker { insert.bind(6, speakers[speaker]) } else { insert.bindNull(6) }
      if let time = turn.time { insert.bind(7, time) } else { insert.bindNull(7) }
      try insert.run()
      ids.append(db.lastInsertedRowID)
    }
    return ids
  }

  private func add(
    _ segments: [Segment], turns: [Int64], text: inout String, of transcript: Int64, indexed: Bool = false
  ) throws {
    let index = try RawStatement(db, "INSERT INTO segment_index (rowid, words) VALUES (?, ?)")
    let insert = try RawStatement(
      db,
      """
      INSERT INTO segments
        (transcript_id, number, turn_id, start_byte, end_byte, label_characters, odd_characters, text, segment_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    guard segments.count < Schema.segmentsOfOneTranscript else {
      throw Problem(
        "A transcript can have \(Schema.segmentsOfOneTranscript - 1) segments; this one has \(segments.count).")
    }
    try text.withUTF8 { bytes in
      for (number, segment) in segments.enumerated() {
        // Read past its end, memory of the program would be taken for words.
        guard segment.fits(in: bytes.count, turns: turns.count) else {
          throw Problem("Segment \(number + 1) does not lie in its text; nothing was taken in.")
        }
        let part = UnsafeBufferPointer(rebasing: bytes[segment.span.start..<segment.span.end])
        let label = part[0..<(segment.wordsStart - segment.span.start)]
        insert.bind(1, transcript)
        insert.bind(2, number + 1)
        insert.bind(3, turns[segment.turn])
        insert.bind(4, segment.span.start)
        insert.bind(5, segment.span.end)
        insert.bind(6, label.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) })
        let odd = Folding.indexBytes(part)
        insert.bind(7, odd == nil ? 0 : 1)
        insert.bindTextInPlace(8, part)
        let id = transcript * Int64(Schema.segmentsOfOneTranscript) + Int64(number + 1)
        insert.bind(9, id)
        try insert.run()
        guard indexed else { continue }
        let words = UnsafeBufferPointer(rebasing: part[label.endIndex...])
        index.bind(1, id)
        if odd != nil, let plain = Folding.indexBytes(words) {
          plain.withUnsafeBufferPointer { index.bindText(2, $0) }
        } else {
          index.bindTextInPlace(2, words)
        }
        try index.run()
      }
    }
  }

  /// Cuts a transcript anew; its codings stay where they are.
  public func resegment(_ name: String, segments: [Segment], unit: SegmentUnit) throws {
    let id = try transcriptNumber(name)
    let turns = try Int64.fetchAll(
      db, sql: "SELECT turn_id FROM turns WHERE transcript_id = ? ORDER BY number", arguments: [id])
    var text = try store.text(ofTranscript: id, in: db)
    try store.takeOffIndex([id], in: db)
    try db.execute(sql: "DELETE FROM segments WHERE transcript_id = ?", arguments: [id])
    try add(segments, turns: turns, text: &text, of: id)
    try db.execute(
      sql: "UPDATE transcripts SET segment_unit = ? WHERE transcript_id = ?", arguments: [unit.rawValue, id])
    try store.putOnIndex([id], in: db)
  }

  /// Divides a transcript as it stands in another study; its speakers must be there.
  func replaceParts(of id: Int64, with stored: StoredTranscript) throws {
    var text = try store.text(ofTranscript: id, in: db)
    guard Array(text.utf8) == Array(stored.transcript.text.utf8) else { return }
    let speakers = try stored.transcript.speakers.map { speaker in
      try Int64.fetchOne(
        db, sql: "SELECT speaker_id FROM speakers WHERE transcript_id = ? AND name = ?",
        arguments: [id, speaker.name]) ?? 0
    }
    try store.takeOffIndex([id], in: db)
    try db.execute(sql: "DELETE FROM segments WHERE transcript_id = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM turns WHERE transcript_id = ?", arguments: [id])
    let turns = try add(stored.transcript.turns, speakers: speakers, of: id)
    try add(stored.segments, turns: turns, text: &text, of: id)
    try db.execute(
      sql: "UPDATE transcripts SET segment_unit = ? WHERE transcript_id = ?", arguments: [stored.unit.rawValue, id])
    try store.putOnIndex([id], in: db)
  }

  /// Removes a transcript with its codings; the file's bytes go when no other transcript came from them.
  public func remove(_ name: String) throws {
    let id = try transcriptNumber(name)
    try store.takeOffIndex([id], in: db)
    let original = try Int64.fetchOne(
      db, sql: "SELECT original_id FROM transcripts WHERE transcript_id = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM transcripts WHERE transcript_id = ?", arguments: [id])
    if let original { try removeUnused(original: original) }
  }

  /// Removes the bytes of a file that no transcript and no attachment comes from.
  func removeUnused(original: Int64) throws {
    try db.execute(
      sql: """
        DELETE FROM originals WHERE original_id = ?1
          AND NOT EXISTS (SELECT 1 FROM transcripts WHERE original_id = ?1)
          AND NOT EXISTS (SELECT 1 FROM attachments WHERE original_id = ?1)
        """, arguments: [original])
  }

  /// Whether the name is taken.
  public func hasTranscript(_ name: String) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT 1 FROM transcripts WHERE name = ?", arguments: [name]) != nil
  }

  func transcriptNumber(_ name: String) throws -> Int64 {
    guard
      let id = try Int64.fetchOne(db, sql: "SELECT transcript_id FROM transcripts WHERE name = ?", arguments: [name])
    else { throw Problem("No transcript named '\(name)'.", hint: "'transcripts' lists all transcripts.") }
    return id
  }
}

extension StudyStore {
  func text(ofTranscript id: Int64, in db: Database) throws -> String {
    String(decoding: try bytes(ofTranscript: id, in: db), as: UTF8.self)
  }

  /// The UTF-8 of a whole transcript: its segments, joined.
  func bytes(ofTranscript id: Int64, in db: Database) throws -> [UInt8] {
    let select = try RawStatement(db, "SELECT text FROM segments WHERE transcript_id = ? ORDER BY number")
    select.bind(1, id)
    var bytes: [UInt8] = []
    while try select.step() { select.withBytes(0) { bytes.append(contentsOf: $0) } }
    return bytes
  }

  /// The whole text of a transcript; nil when there is none of that name.
  public func text(ofTranscript name: String) throws -> String? {
    try read { db in
      try Int64.fetchOne(db, sql: "SELECT transcript_id FROM transcripts WHERE name = ?", arguments: [name])
        .map { try text(ofTranscript: $0, in: db) }
    }
  }

  public func transcriptNames() throws -> [String] {
    try read { db in try String.fetchAll(db, sql: "SELECT name FROM transcripts ORDER BY transcript_id") }
  }

  /// A transcript with everything that is known of it; nil when there is none of that name.
  public func transcript(named name: String) throws -> StoredTranscript? {
    try read { db in try transcript(named: name, in: db) }
  }

  func transcript(named name: String, in db: Database) throws -> StoredTranscript? {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT t.transcript_id, t.format, t.segment_unit, c.name FROM transcripts t
          LEFT JOIN cases c USING (case_id) WHERE t.name = ?
          """, arguments: [name])
    else { return nil }
    let id: Int64 = row[0]
    var transcript = Transcript(
      name: name, format: row[1], text: try text(ofTranscript: id, in: db), caseName: row[3],
      attributes: try AttributeTable.transcripts.all(of: id, in: db))
    transcript.pages = try Int.fetchAll(
      db, sql: "SELECT start_byte FROM pages WHERE transcript_id = ? ORDER BY page", arguments: [id])
    let unit: String = row[2]
    let turnIDs = try readTurns(of: id, into: &transcript, in: db)
    let stored = StoredTranscript(
      transcript: transcript, segments: try segments(of: id, turns: turnIDs, in: db),
      unit: SegmentUnit(rawValue: unit) ?? .turn)
    guard stored.fits else { throw damaged(name) }
    return stored
  }

  private func readTurns(of id: Int64, into transcript: inout Transcript, in db: Database) throws -> [Int64: Int] {
    var speakers: [Int64: Int] = [:]
    let rows = try Row.fetchAll(
      db, sql: "SELECT speaker_id, name, role FROM speakers WHERE transcript_id = ? ORDER BY speaker_id",
      arguments: [id])
    for row in rows {
      let speaker: Int64 = row[0]
      speakers[speaker] = transcript.speakers.count
      transcript.speakers.append(
        Speaker(name: row[1], role: row[2], attributes: try AttributeTable.speakers.all(of: speaker, in: db)))
    }
    let select = try RawStatement(
      db,
      """
      SELECT turn_id, start_byte, end_byte, words_byte, speaker_id, seconds FROM turns
      WHERE transcript_id = ? ORDER BY start_byte
      """)
    select.bind(1, id)
    var numbers: [Int64: Int] = [:]
    while try select.step() {
      numbers[select.int64(0)] = transcript.turns.count
      transcript.turns.append(
        Turn(
          span: TextSpan(select.int(1), select.int(2)), wordsStart: select.int(3),
          speaker: select.isNull(4) ? nil : speakers[select.int64(4)], time: select.isNull(5) ? nil : select.double(5)))
    }
    return numbers
  }

  private func segments(of id: Int64, turns: [Int64: Int], in db: Database) throws -> [Segment] {
    let select = try RawStatement(
      db,
      """
      SELECT start_byte, end_byte, turn_id, length(CAST(substr(text, 1, label_characters) AS BLOB)) FROM segments
      WHERE transcript_id = ? ORDER BY number
      """)
    select.bind(1, id)
    var segments: [Segment] = []
    while try select.step() {
      let span = TextSpan(select.int(0), select.int(1))
      segments.append(Segment(span: span, wordsStart: span.start &+ select.int(3), turn: turns[select.int64(2)] ?? -1))
    }
    return segments
  }
}
