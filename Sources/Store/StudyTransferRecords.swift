import Foundation
import GRDB
public import Model

/// How many codings of another study came in, were moved to where they stand there, and were here already.
public struct CodingsTaken: Equatable, Sendable {
  public var added = 0
  public var moved = 0
  public var known = 0
}

extension StudyChange {
  /// Makes a coder, a case with what is known of it, or finds the one of that name; a new one keeps its mark.
  public func take(_ coder: StudyCoder) throws {
    try keepMark(coder.guid, of: coder.name, in: "coders")
    _ = try coderNumber(coder.name)
  }

  public func take(_ entry: StudyCase) throws {
    try keepMark(entry.guid, of: entry.name, in: "cases")
    try set(entry.attributes, ofCase: entry.name)
  }

  /// Makes a row with its mark, where neither the name nor the mark is there.
  private func keepMark(_ mark: GUID?, of name: String, in table: String) throws {
    guard let mark else { return }
    try db.execute(
      sql: "INSERT OR IGNORE INTO \(table) (guid, name) VALUES (?, ?)", arguments: [mark.text, name])
  }

  /// Gives codes that are in the codebook by now their marks, and says which are mere folders.
  public func setMarks(of codes: [StudyCode]) throws {
    for entry in codes {
      let id = try codeNumber(entry.code.key).id
      if let mark = entry.guid {
        try db.execute(
          sql: "UPDATE OR IGNORE codes SET guid = ?1 WHERE code_id = ?2 AND guid <> ?1", arguments: [mark.text, id])
      }
      try db.execute(
        sql: entry.isFolder
          ? "INSERT OR IGNORE INTO code_folders (code_id) VALUES (?)" : "DELETE FROM code_folders WHERE code_id = ?",
        arguments: [id])
    }
  }

  /// Throws for a code that only holds others together: it is put on no words.
  func requireCodable(_ codes: [Int64]) throws {
    let folders = try Set(Int64.fetchAll(db, sql: "SELECT code_id FROM code_folders"))
    guard !folders.isEmpty, let folder = codes.first(where: folders.contains),
      let key = try String.fetchOne(db, sql: "SELECT key FROM codes WHERE code_id = ?", arguments: [folder])
    else { return }
    throw Problem(
      "The code '\(key)' only holds other codes together, as the project it came from says; it is put on no words.",
      hint: "Use one of the codes below it, or make one: code add KEY NAME --under \(key)")
  }

  /// Adds codings with their marks; one whose mark is there already is moved to where it stands now.
  ///
  /// The lists say what the places in the codings stand for. Spans must lie inside their transcripts. `goingOn` throws
  /// when the whole is to stop; it is asked for each transcript.
  public func take(
    _ codings: [StudyCoding], transcripts: [String], codes: [String], coders: [String],
    goingOn: () throws -> Void = {}
  ) throws -> CodingsTaken {
    var taken = CodingsTaken()
    let codes = try codes.map { try codeNumber($0) }
    try requireCodable(Set(codings.map(\.code)).sorted().map { codes[$0].id })
    let coders = try coders.map { try coderNumber($0) }
    let rows = Dictionary(grouping: codings, by: \.transcript)
    for transcript in rows.keys.sorted() {
      try goingOn()
      let id = try transcriptNumber(transcripts[transcript])
      let text = try store.bytes(ofTranscript: id, in: db)
      let known = try marks(ofCodingsIn: id)
      for coding in rows[transcript, default: []] {
        let span = coding.span
        guard span.start >= 0, span.start < span.end, span.end <= text.count else {
          throw Problem("A passage lies outside '\(transcripts[transcript])'.")
        }
        let row = CodingRow(
          transcript: id, span: span, code: codes[coding.code], coder: coders[coding.coder],
          quote: Digest.quote(text[span.start..<span.end]))
        try take(row, coding.guid, known, into: &taken)
      }
    }
    if taken.added > 0 { wroteUnrecorded = true }
    return taken
  }

  private struct CodingRow {
    var transcript: Int64
    var span: TextSpan
    var code: (id: Int64, version: Int)
    var coder: Int64
    var quote: Int64
  }

  private struct KnownCoding {
    var id: Int64
    var span: TextSpan
    var code: Int64
    var coder: Int64
  }

  private func marks(ofCodingsIn transcript: Int64) throws -> [GUID: KnownCoding] {
    let select = try RawStatement(
      db, "SELECT guid, coding_id, start_byte, end_byte, code_id, coder_id FROM codings WHERE transcript_id = ?")
    select.bind(1, transcript)
    var marks: [GUID: KnownCoding] = [:]
    while try select.step() {
      guard let mark = select.withBytes(0, { GUID(bytes: $0) }) else { continue }
      marks[mark] = KnownCoding(
        id: select.int64(1), span: TextSpan(select.int(2), select.int(3)), code: select.int64(4),
        coder: select.int64(5))
    }
    return marks
  }

  private func take(
    _ row: CodingRow, _ mark: GUID?, _ marks: [GUID: KnownCoding], into taken: inout CodingsTaken
  ) throws {
    if let mark, let known = marks[mark] {
      guard known.span != row.span || known.code != row.code.id || known.coder != row.coder else {
        taken.known += 1
        return
      }
      try db.execute(
        sql: """
          UPDATE OR IGNORE codings SET start_byte = ?, end_byte = ?, code_id = ?, coder_id = ?, code_version = ?,
            quote_hash = ? WHERE coding_id = ?
          """,
        arguments: [
          row.span.start, row.span.end, row.code.id, row.coder, row.code.version, row.quote, known.id,
        ])
      if db.changesCount > 0 { taken.moved += 1 } else { taken.known += 1 }
      return
    }
    var random = SystemRandomNumberGenerator()
    let own = mark ?? GUID(high: random.next(), low: random.next())
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO codings
          (guid, transcript_id, start_byte, end_byte, code_id, coder_id, code_version, quote_hash, act_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        own.data, row.transcript, row.span.start, row.span.end, row.code.id, row.coder, row.code.version, row.quote,
        act,
      ])
    if db.changesCount > 0 { taken.added += 1 } else { taken.known += 1 }
  }

  /// Keeps codings whose words are gone, each once.
  public func take(
    _ unplaced: [StudyUnplacedCoding], transcripts: [String], codes: [String], coders: [String]
  ) throws {
    for coding in unplaced {
      let id = try transcriptNumber(transcripts[coding.transcript])
      let code = try codeNumber(codes[coding.code])
      let coder = try coderNumber(coders[coding.coder])
      var random = SystemRandomNumberGenerator()
      let mark = coding.guid ?? GUID(high: random.next(), low: random.next())
      try db.execute(
        sql: """
          INSERT INTO unplaced_codings (guid, transcript_id, code_id, coder_id, code_version, words, near_byte)
          SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (
            SELECT 1 FROM unplaced_codings
            WHERE transcript_id = ?2 AND code_id = ?3 AND coder_id = ?4 AND (words = ?6 OR guid = ?1))
          """, arguments: [mark.data, id, code.id, coder, code.version, coding.words, coding.near])
    }
  }

  /// Keeps a memo with its mark, or gives the one of that mark its words and what it is about; whether it is new.
  public func take(_ memo: Memo) throws -> Bool {
    let known = try Row.fetchOne(
      db, sql: "SELECT memo_id, text, at FROM memos WHERE guid = ?", arguments: [memo.guid])
    guard let known else {
      try add(memo)
      return true
    }
    try setText(memo.text, ofMemo: known[0], at: memo.at.isEmpty ? known[2] : memo.at)
    try setSubject(memo.subject, ofMemo: known[0])
    return false
  }

  /// Keeps a file beside the transcripts, once; whether it is new.
  public func take(_ attachment: StudyAttachment) throws -> Bool {
    let mark = attachment.guid?.text ?? UUID().uuidString
    let known = try Int.fetchOne(db, sql: "SELECT 1 FROM attachments WHERE guid = ?", arguments: [mark])
    guard known == nil else { return false }
    let original = try keep(Original(fileName: attachment.fileName, bytes: attachment.bytes))
    let transcript = try attachment.transcript.map { try transcriptNumber($0) }
    try db.execute(
      sql: """
        INSERT INTO attachments (guid, name, kind, original_id, transcript_id, act_id) VALUES (?, ?, ?, ?, ?, ?)
        """, arguments: [mark, attachment.name, attachment.kind.rawValue, original, transcript, act])
    wroteUnrecorded = true
    return true
  }
}

extension GUID {
  /// Sixteen bytes, the first the highest.
  var data: Data {
    Data([high, low].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - $0 * 8)) } })
  }
}
