import GRDB
import Model

/// Where in a study something may be told of what is erased.
public enum Mention: Equatable, Sendable {
  case memo(Int)
  case query(String)
  /// The key of a code, and which of its parts.
  case code(String, parts: [String])
  case aCase(String)
  case caseAttribute(String, attribute: String)
  case transcript(String)
  case transcriptAttribute(String, attribute: String)
  case speakerAttribute(String, transcript: String, attribute: String)
  /// What is known of the study itself, as its title.
  case fact(String)
}

/// Looks through all that people wrote for names and words of what is erased, and takes them out of the log.
struct Redaction {
  private let db: Database
  private let rows: ErasedRows
  private var words: ErasedWords

  init(_ rows: ErasedRows, in db: Database) throws {
    self.db = db
    self.rows = rows
    let list = ErasedRows.list(rows.transcripts)
    let here = try String.fetchAll(db, sql: "SELECT words FROM segment_words WHERE transcript_id IN (\(list))")
    let size = Schema.segmentsOfOneTranscript
    words = try ErasedWords(
      names: rows.names, speakers: Self.speakers(rows, db), texts: here + RemovedRows.texts(of: rows.former, db)
    ) { phrase in
      try Int.fetchOne(
        db,
        sql: "SELECT 1 FROM segment_index WHERE segment_index MATCH ? AND rowid / \(size) NOT IN (\(list)) LIMIT 1",
        arguments: ["\"\(phrase)\""]) != nil
    }
  }

  /// Those who speak in two other transcripts or more ask the questions there.
  private static func speakers(_ rows: ErasedRows, _ db: Database) throws -> [String] {
    try rows.speakers.filter { name in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM speakers WHERE name = ? AND transcript_id NOT IN (\(ErasedRows.list(rows.transcripts)))
          """, arguments: [name]) ?? 0 < 2
    }
  }

  /// What is left for people to change, in the order of the kinds.
  mutating func mentions() throws -> [Mention] {
    let list = ErasedRows.list(rows.transcripts)
    let cases = try rows.erasure.cases.compactMap {
      try Int64.fetchOne(db, sql: "SELECT case_id FROM cases WHERE name = ?", arguments: [$0])
    }
    let caseList = ErasedRows.list(cases)
    var found = try telling(
      """
      SELECT text, memo_id FROM memos
      WHERE ifnull(transcript_id, -1) NOT IN (\(list)) AND ifnull(case_id, -1) NOT IN (\(caseList)) ORDER BY memo_id
      """
    ) { .memo($0[1]) }
    found += try codes()
    found += try telling(
      """
      SELECT substr(name, 7) || ' ' || value, substr(name, 7) FROM study
      WHERE name >= 'query:' AND name < 'query;' ORDER BY name
      """
    ) { .query($0[1]) }
    found += try telling(
      """
      SELECT value, name FROM study WHERE name NOT IN ('guid', 'made', 'language')
        AND NOT (name >= 'query:' AND name < 'query;') AND NOT (name >= 'digest:' AND name < 'digest;') ORDER BY name
      """
    ) { .fact($0[1]) }
    found += try telling("SELECT name FROM cases WHERE case_id NOT IN (\(caseList)) ORDER BY case_id") { .aCase($0[0]) }
    found += try telling(
      """
      SELECT a.value, c.name, a.attribute FROM case_attributes a JOIN cases c USING (case_id)
      WHERE case_id NOT IN (\(caseList)) ORDER BY case_id, a.attribute
      """
    ) { .caseAttribute($0[1], attribute: $0[2]) }
    found += try telling("SELECT name FROM transcripts WHERE transcript_id NOT IN (\(list)) ORDER BY transcript_id") {
      .transcript($0[0])
    }
    found += try telling(
      """
      SELECT a.value, t.name, a.attribute FROM transcript_attributes a JOIN transcripts t USING (transcript_id)
      WHERE transcript_id NOT IN (\(list)) ORDER BY transcript_id, a.attribute
      """
    ) { .transcriptAttribute($0[1], attribute: $0[2]) }
    found += try telling(
      """
      SELECT a.value, s.name, t.name, a.attribute FROM speaker_attributes a JOIN speakers s USING (speaker_id)
      JOIN transcripts t USING (transcript_id) WHERE transcript_id NOT IN (\(list)) ORDER BY speaker_id, a.attribute
      """
    ) { .speakerAttribute($0[1], transcript: $0[2], attribute: $0[3]) }
    return found
  }

  /// The rows whose first column tells.
  private mutating func telling(_ sql: String, _ mention: (Row) -> Mention) throws -> [Mention] {
    try Row.fetchAll(db, sql: sql).filter { try words.tell(in: $0[0]) }.map(mention)
  }

  private mutating func codes() throws -> [Mention] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT key, name, definition, use_when, not_when, example, phrases FROM codes ORDER BY ordinal, key")
    return try rows.compactMap { row in
      var parts: [String] = []
      for (place, part) in ["name", "definition", "use", "not", "example", "phrases"].enumerated() {
        if let text: String = row[place + 1], try words.tell(in: text) { parts.append(part) }
      }
      return parts.isEmpty ? nil : .code(row[0], parts: parts)
    }
  }

  /// Takes what tells of it out of the log, out of the list of files that were written, and out of what codes meant before.
  ///
  /// By what an act is known in other copies stays.
  mutating func redact() throws {
    for row in try Row.fetchAll(db, sql: "SELECT act_id, line, summary, at, coder FROM acts") {
      let (line, summary): (String, String) = (row[1], row[2])
      let newLine = try line.hasPrefix("memo") || words.tell(in: line) ? "erased" : line
      let newSummary = try words.tell(in: summary) ? "erased" : summary
      guard newLine != line || newSummary != summary else { continue }
      let mark = StudySide.mark(at: row[3], coder: row[4], line: line, summary: summary)
      try db.execute(
        sql: "UPDATE acts SET line = ?, summary = ?, mark = coalesce(mark, ?) WHERE act_id = ?",
        arguments: [newLine, newSummary, Int64(bitPattern: mark), row[0] as Int64])
    }
    for row in try Row.fetchAll(db, sql: "SELECT export_id, line, file FROM exports") {
      let (line, file): (String, String) = (row[1], row[2])
      let folder = PathText.folder(of: file)
      let newLine = try words.tell(in: line) ? "erased" : line
      let newFile =
        try !words.tell(in: file) ? file : folder.isEmpty || words.tell(in: folder) ? "erased" : folder + "/erased"
      try db.execute(
        sql: "UPDATE exports SET line = ?, file = ? WHERE export_id = ?",
        arguments: [newLine, newFile, row[0] as Int64])
    }
    for column in ["name", "definition", "use_when", "not_when"] {
      let rows = try Row.fetchAll(
        db, sql: "SELECT code_id, version, \(column) FROM code_versions WHERE \(column) IS NOT NULL")
      for row in rows where try words.tell(in: row[2]) {
        try db.execute(
          sql: "UPDATE code_versions SET \(column) = 'erased' WHERE code_id = ? AND version = ?",
          arguments: [row[0] as Int64, row[1] as Int64])
      }
    }
  }
}

extension StudyStore {
  /// Where else names or words may stand of what is to be erased; people must look.
  public func mentions(of erasure: Erasure) throws -> [Mention] {
    try read { db in
      var redaction = try Redaction(ErasedRows(erasure, in: db), in: db)
      return try redaction.mentions()
    }
  }
}
