import Foundation
import GRDB
public import Model

extension StudyChange {
  /// Keeps a memo; the number it has from now on.
  ///
  /// A span must lie inside its transcript.
  @discardableResult
  public func add(_ memo: Memo) throws -> Int {
    let place = try place(of: memo.subject)
    try db.execute(
      sql: """
        INSERT INTO memos (guid, case_id, transcript_id, start_byte, end_byte, quote_hash, code_id, coder_id, at, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        memo.guid.isEmpty ? UUID().uuidString : memo.guid, place.caseID, place.transcript, place.span?.start,
        place.span?.end, place.hash, place.code,
        try memo.coder.map { try coderNumber($0) }, memo.at, memo.text,
      ])
    return Int(db.lastInsertedRowID)
  }

  /// What a memo is about, as the tables have it.
  private struct Place {
    var caseID: Int64?
    var transcript: Int64?
    var code: Int64?
    var span: TextSpan?
    var hash: Int64?

    /// The study, something of it, words of it.
    var rank: Int { span != nil ? 2 : caseID != nil || transcript != nil || code != nil ? 1 : 0 }
  }

  /// Without the hash of its words where that is not asked for: to make it the text must be fetched.
  private func place(of subject: Memo.Subject, hashing: Bool = true) throws -> Place {
    var place = Place()
    switch subject {
    case .study: break
    case .ofCase(let name): place.caseID = try caseNumber(name)
    case .transcript(let name): place.transcript = try transcriptNumber(name)
    case .code(let key): place.code = try codeNumber(key).id
    case .passage(let name, let passage, let key):
      let id = try transcriptNumber(name)
      (place.transcript, place.span) = (id, passage)
      place.code = try key.map { try codeNumber($0).id }
      guard hashing else { break }
      let text = try store.bytes(ofTranscript: id, in: db)
      guard passage.start >= 0, passage.start < passage.end, passage.end <= text.count else {
        throw Problem("A passage lies outside '\(name)'.")
      }
      place.hash = Digest.quote(text[passage.start..<passage.end])
    }
    return place
  }

  /// Hangs a memo on what it is about now; one that is said to be about less than it was stays where it is.
  func setSubject(_ subject: Memo.Subject, ofMemo number: Int) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT case_id, transcript_id, code_id, start_byte, end_byte FROM memos WHERE memo_id = ?",
      arguments: [number])
    guard let row else { return }
    var known = Place(caseID: row[0], transcript: row[1], code: row[2])
    if let start: Int = row[3], let end: Int = row[4] { known.span = TextSpan(start, end) }
    var place = try place(of: subject, hashing: false)
    guard place.rank >= known.rank else { return }
    // Other programs hang a note on words, not on the code that stands on them.
    if known.rank == 2 { place.code = place.code ?? known.code }
    guard
      place.caseID != known.caseID || place.transcript != known.transcript || place.code != known.code
        || place.span != known.span
    else { return }
    place.hash = try self.place(of: subject).hash
    try db.execute(
      sql: """
        UPDATE memos SET case_id = ?, transcript_id = ?, start_byte = ?, end_byte = ?, quote_hash = ?, code_id = ?
        WHERE memo_id = ?
        """,
      arguments: [
        place.caseID, place.transcript, place.span?.start, place.span?.end, place.hash, place.code, number,
      ])
  }

  /// Gives a memo other words.
  public func setText(_ text: String, ofMemo number: Int, at: String) throws {
    try db.execute(
      sql: "UPDATE memos SET text = ?1, at = ?2 WHERE memo_id = ?3 AND text <> ?1", arguments: [text, at, number])
  }

  public func removeMemo(_ number: Int) throws {
    try db.execute(sql: "DELETE FROM memos WHERE memo_id = ?", arguments: [number])
  }
}

extension StudyStore {
  /// All memos: of the study, of cases, of codes, of transcripts and their passages, each in the order of the study.
  public func memos() throws -> [Memo] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT m.memo_id, m.guid, s.name, t.name, m.start_byte, m.end_byte, c.key, k.name, m.at, m.text
          FROM memos m LEFT JOIN cases s ON s.case_id = m.case_id LEFT JOIN transcripts t USING (transcript_id)
          LEFT JOIN codes c USING (code_id) LEFT JOIN coders k USING (coder_id)
          ORDER BY m.transcript_id, m.start_byte IS NOT NULL, m.case_id, m.start_byte, m.end_byte, c.ordinal, m.memo_id
          """
      ).map { row in
        Memo(
          number: row[0], guid: row[1],
          about: Self.subject(caseName: row[2], transcript: row[3], start: row[4], end: row[5], code: row[6]),
          coder: row[7], at: row[8], text: row[9])
      }
    }
  }

  private static func subject(
    caseName: String?, transcript: String?, start: Int?, end: Int?, code: String?
  ) -> Memo.Subject {
    if let transcript {
      guard let start, let end else { return .transcript(transcript) }
      return .passage(transcript: transcript, span: TextSpan(start, end), code: code)
    }
    return caseName.map { .ofCase($0) } ?? code.map { .code($0) } ?? .study
  }
}
