import Foundation
import GRDB
public import Model

extension StudyStore {
  /// Everything the study holds as one value; the bytes of attachments only where they are wanted.
  public func wholeStudy(name: String, withFiles: Bool = true) throws -> WholeStudy {
    var study = WholeStudy(name: name)
    study.memos = try memos()
    study.queries = try savedQueries().map { StudyQuery($0.name, $0.text) }
    try read { db in
      func value(_ name: String) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM study WHERE name = ?", arguments: [name])
      }
      (study.title, study.language) = (try value("title"), try value("language"))
      let known = try self.known(db)
      (study.codes, study.coders) = (known.codes, known.coders)
      study.cases = try Row.fetchAll(db, sql: "SELECT case_id, name, guid FROM cases ORDER BY case_id").map { row in
        StudyCase(
          row[1], attributes: try AttributeTable.cases.all(of: row[0], in: db), guid: GUID(row[2] as String))
      }
      for entry in known.transcripts {
        guard let stored = try transcript(named: entry.name, in: db) else { continue }
        study.transcripts.append(
          StudyTranscript(stored.transcript, segments: stored.segments, unit: stored.unit, guid: entry.guid))
      }
      let places = try Places(db)
      study.codings = try codings(db, places)
      study.unplaced = try unplaced(db, places)
      study.attachments = try attachments(db, withFiles: withFiles)
    }
    return study
  }

  /// The names of the files that came with projects.
  public func attachmentNames() throws -> [String] {
    try read { db in try String.fetchAll(db, sql: "SELECT name FROM attachments ORDER BY attachment_id") }
  }

  /// Names and marks of everything, for comparing another study with this one.
  public func knownStudy() throws -> KnownStudy {
    let memos = try memos()
    var known = try read { db in try self.known(db) }
    known.memos = memos
    return known
  }

  private func known(_ db: Database) throws -> KnownStudy {
    var known = KnownStudy()
    let codes = try Row.fetchAll(
      db,
      sql: """
        SELECT c.key, c.name, c.definition, c.use_when, c.not_when, c.example, c.phrases, c.color, p.key, c.guid,
          EXISTS (SELECT 1 FROM code_folders f WHERE f.code_id = c.code_id)
        FROM codes c LEFT JOIN codes p ON p.code_id = c.parent_id ORDER BY c.ordinal, c.key
        """)
    known.codes = zip(self.codes(codes), codes).map { code, row in
      StudyCode(code, guid: GUID(row[9] as String), isFolder: row[10])
    }
    known.coders = try Row.fetchAll(db, sql: "SELECT name, guid FROM coders ORDER BY coder_id").map {
      StudyCoder($0[0], guid: GUID($0[1] as String))
    }
    known.cases = try Row.fetchAll(db, sql: "SELECT name, guid FROM cases ORDER BY case_id").map {
      StudyCase($0[0], guid: GUID($0[1] as String))
    }
    known.transcripts = try Row.fetchAll(
      db, sql: "SELECT name, text_sha256, guid FROM transcripts ORDER BY transcript_id"
    ).map { KnownStudy.Transcript($0[0], textDigest: $0[1], guid: GUID($0[2] as String)) }
    return known
  }

  /// With the places of transcripts, codes and coders in their lists, in the order of the text.
  private func codings(_ db: Database, _ places: Places) throws -> [StudyCoding] {
    let select = try RawStatement(
      db,
      """
      SELECT transcript_id, start_byte, end_byte, code_id, coder_id, guid FROM codings
      ORDER BY transcript_id, start_byte, end_byte, code_id, coder_id
      """)
    var codings: [StudyCoding] = []
    while try select.step() {
      guard let transcript = places.transcripts[select.int64(0)], let code = places.codes[select.int64(3)],
        let coder = places.coders[select.int64(4)]
      else { continue }
      codings.append(
        StudyCoding(
          transcript: transcript, span: TextSpan(select.int(1), select.int(2)), code: code, coder: coder,
          guid: select.withBytes(5) { GUID(bytes: $0) }))
    }
    return codings
  }

  private func unplaced(_ db: Database, _ places: Places) throws -> [StudyUnplacedCoding] {
    try Row.fetchAll(
      db,
      sql: "SELECT transcript_id, code_id, coder_id, words, near_byte, guid FROM unplaced_codings ORDER BY unplaced_id"
    ).compactMap { row in
      guard let transcript = places.transcripts[row[0]], let code = places.codes[row[1]],
        let coder = places.coders[row[2]]
      else { return nil }
      return StudyUnplacedCoding(
        transcript: transcript, code: code, coder: coder, words: row[3], near: row[4],
        guid: [UInt8](row[5] as Data).withUnsafeBufferPointer { GUID(bytes: $0) })
    }
  }

  private func attachments(_ db: Database, withFiles: Bool) throws -> [StudyAttachment] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT a.name, a.kind, o.file_name, o.size, a.guid, t.name, o.deflated
        FROM attachments a JOIN originals o USING (original_id) LEFT JOIN transcripts t USING (transcript_id)
        ORDER BY a.attachment_id
        """
    ).map { row in
      let bytes = withFiles ? Deflate.inflated([UInt8](row[6] as Data), size: row[3]) ?? [] : []
      return StudyAttachment(
        row[0], kind: StudyAttachment.Kind(rawValue: row[1]) ?? .pdf, fileName: row[2], bytes: bytes,
        transcript: row[5], guid: GUID(row[4] as String))
    }
  }
}

/// The places that rows of the file have in the lists of a whole study.
private struct Places {
  let transcripts: [Int64: Int]
  let codes: [Int64: Int]
  let coders: [Int64: Int]

  init(_ db: Database) throws {
    func places(_ sql: String) throws -> [Int64: Int] {
      var places: [Int64: Int] = [:]
      for id in try Int64.fetchAll(db, sql: sql) { places[id] = places.count }
      return places
    }
    transcripts = try places("SELECT transcript_id FROM transcripts ORDER BY transcript_id")
    codes = try places("SELECT code_id FROM codes ORDER BY ordinal, key")
    coders = try places("SELECT coder_id FROM coders ORDER BY coder_id")
  }
}

extension GUID {
  /// Sixteen bytes, the first the highest; nil for another number of them.
  init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 16 else { return nil }
    func half(_ range: Range<Int>) -> UInt64 { bytes[range].reduce(0) { $0 << 8 | UInt64($1) } }
    self.init(high: half(0..<8), low: half(8..<16))
  }
}
