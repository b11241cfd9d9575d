import Foundation
import GRDB
public import Model

/// A coding whose words are no longer in the text of its transcript, kept until somebody decides.
public struct UnplacedCoding: Equatable, Sendable {
  /// Counts up in a study, by which a person names it.
  public var number: Int
  public var transcript: String
  /// The key of the code.
  public var code: String
  public var coder: String
  /// The words it stood on.
  public var words: String
  /// About where they would be now, in UTF-8 bytes.
  public var near: Int
}

/// Where codings and memos of a transcript go when it gets another text.
public struct TextMoves {
  /// nil for a span whose words are gone.
  public var spans: [TextSpan: TextSpan?]
  /// For those that are gone about where they would be.
  public var near: [TextSpan: Int]

  public init(spans: [TextSpan: TextSpan?] = [:], near: [TextSpan: Int] = [:]) {
    self.spans = spans
    self.near = near
  }
}

extension StudyChange {
  /// Gives a transcript another text, with its turns, speakers, pages and segments; its name, case and attributes stay.
  ///
  /// Speakers of the same name keep their roles and attributes. A memo about words that are gone is from then on about
  /// the transcript, with the words; a coding is kept among those that are not placed. Codings that come to stand on the
  /// same words by the same coder become one; how many fell away so is given.
  public func replaceText(
    of name: String, with new: Transcript, segments: [Segment], original: Int64, moves: TextMoves
  ) throws -> Int {
    let id = try transcriptNumber(name)
    let before = try store.bytes(ofTranscript: id, in: db)
    try putAside(of: id, before, moves)
    try store.takeOffIndex([id], in: db)
    let former = try Int64.fetchOne(
      db, sql: "SELECT original_id FROM transcripts WHERE transcript_id = ?", arguments: [id])
    for table in ["segments", "turns", "pages"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE transcript_id = ?", arguments: [id])
    }
    try db.execute(
      sql: """
        UPDATE transcripts SET original_id = ?, format = ?, bytes = ?, words = ?, text_sha256 = ?
        WHERE transcript_id = ?
        """,
      arguments: [
        original, new.format, new.text.utf8.count, SpokenWords.count(in: new, segments),
        Digest.sha256(Array(new.text.utf8)), id,
      ])
    if let former, former != original { try removeUnused(original: former) }
    try addParts(of: new, segments: segments, to: id)
    try store.putOnIndex([id], in: db)
    return try move(of: id, Array(new.text.utf8), moves)
  }

  /// Takes what cannot be placed off the transcript.
  private func putAside(of id: Int64, _ text: [UInt8], _ moves: TextMoves) throws {
    for (span, place) in moves.spans where place == nil {
      let words = String(decoding: text[span.start..<span.end], as: UTF8.self)
      let here: StatementArguments = [id, span.start, span.end]
      try db.execute(
        sql: """
          INSERT INTO unplaced_codings (guid, transcript_id, code_id, coder_id, code_version, words, near_byte)
          SELECT guid, transcript_id, code_id, coder_id, code_version, ?, ? FROM codings
          WHERE transcript_id = ? AND start_byte = ? AND end_byte = ? ORDER BY coding_id
          """, arguments: [words, moves.near[span] ?? 0] + here)
      try db.execute(
        sql: "DELETE FROM codings WHERE transcript_id = ? AND start_byte = ? AND end_byte = ?", arguments: here)
      try db.execute(
        sql: """
          UPDATE memos SET start_byte = NULL, end_byte = NULL, quote_hash = NULL, code_id = NULL,
            text = text || char(10) || 'About words that are no longer in the text: ' || ?
          WHERE transcript_id = ? AND start_byte = ? AND end_byte = ?
          """, arguments: [words] + here)
    }
  }

  private func move(of id: Int64, _ text: [UInt8], _ moves: TextMoves) throws -> Int {
    let placed = moves.spans.compactMap { span, place in place.map { (from: span, to: $0) } }
      .sorted { $0.from < $1.from }
    var fallen = 0
    for table in ["codings", "memos"] {
      // First out of the way of one another: a span may move to where another has yet to leave.
      let away = try RawStatement(
        db,
        """
        UPDATE \(table) SET start_byte = -1 - ?4, end_byte = -1 - ?5, quote_hash = ?6
        WHERE transcript_id = ?1 AND start_byte = ?2 AND end_byte = ?3
        """)
      for (from, to) in placed {
        for (index, number) in [Int(id), from.start, from.end, to.start, to.end].enumerated() {
          away.bind(Int32(index + 1), number)
        }
        away.bind(6, Digest.quote(text[to.start..<to.end]))
        // Two spans that have become one already.
        do { try away.run() } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
          fallen += try dropDoubles(of: id, from: from, to: to)
          try away.run()
        }
      }
      try db.execute(
        sql:
          "UPDATE \(table) SET start_byte = -1 - start_byte, end_byte = -1 - end_byte WHERE transcript_id = ? AND start_byte < 0",
        arguments: [id])
    }
    return fallen
  }

  /// Removes the codings of a span that are there already where they are to go, marked as moved.
  private func dropDoubles(of id: Int64, from: TextSpan, to: TextSpan) throws -> Int {
    try db.execute(
      sql: """
        DELETE FROM codings WHERE transcript_id = ?1 AND start_byte = ?2 AND end_byte = ?3 AND EXISTS (
          SELECT 1 FROM codings o WHERE o.transcript_id = ?1 AND o.start_byte = -1 - ?4 AND o.end_byte = -1 - ?5
            AND o.code_id = codings.code_id AND o.coder_id = codings.coder_id)
        """, arguments: [id, from.start, from.end, to.start, to.end])
    return db.changesCount
  }

  /// Puts a coding that was not placed on words again; the coding itself is added apart.
  public func removeUnplaced(_ number: Int) throws {
    try db.execute(sql: "DELETE FROM unplaced_codings WHERE unplaced_id = ?", arguments: [number])
  }
}

extension StudyStore {
  /// The codings that wait for a decision, in the order in which they lost their words.
  public func unplacedCodings() throws -> [UnplacedCoding] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT u.unplaced_id, t.name, c.key, k.name, u.words, u.near_byte FROM unplaced_codings u
          JOIN transcripts t USING (transcript_id) JOIN codes c USING (code_id) JOIN coders k USING (coder_id)
          ORDER BY u.unplaced_id
          """
      ).map { row in
        UnplacedCoding(
          number: row[0], transcript: row[1], code: row[2], coder: row[3], words: row[4], near: row[5])
      }
    }
  }
}
