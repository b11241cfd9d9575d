import GRDB
import Model
import Retrieval

extension StudyStore {
  /// Indexes the words of transcripts and adds their words to the terms.
  func putOnIndex(_ transcripts: Set<Int64>, in db: Database) throws {
    try reindex(
      transcripts, sign: 1,
      "INSERT INTO segment_index (rowid, words) SELECT segment_id, words FROM segment_words WHERE transcript_id = ?",
      in: db)
  }

  /// Takes the words of transcripts off the index, while their segments are still there.
  func takeOffIndex(_ transcripts: Set<Int64>, in db: Database) throws {
    try reindex(
      transcripts, sign: -1,
      """
      INSERT INTO segment_index (segment_index, rowid, words)
      SELECT 'delete', segment_id, words FROM segment_words WHERE transcript_id = ?
      """, in: db)
  }

  private func reindex(_ transcripts: Set<Int64>, sign: Int32, _ sql: String, in db: Database) throws {
    guard !transcripts.isEmpty else { return }
    let counted = try tap.counting(sign: sign) {
      for id in transcripts.sorted() { try db.execute(sql: sql, arguments: [id]) }
    }
    try count(counted, in: db)
  }

  /// Makes the table of terms and the index anew from the segments.
  public func rebuildIndex() throws {
    try write { db in
      try db.execute(sql: "DELETE FROM term_stems; DELETE FROM terms")
      knownTerms.removeAll()
      let counted = try tap.counting(sign: 1) {
        try db.execute(sql: "INSERT INTO segment_index (segment_index) VALUES ('rebuild')")
      }
      try count(counted, in: db)
    }
  }

  private func count(_ counted: [(word: String, count: Int64)], in db: Database) throws {
    language.use(try studyLanguage(db))
    // By bytes: two spellings that Swift calls equal are two words to SQLite.
    var words: [[UInt8]: Int64] = [:]
    words.reserveCapacity(counted.count)
    for (word, count) in counted { words[Array(word.lowercased().utf8), default: 0] += count }
    let known = try RawStatement(db, "UPDATE terms SET occurrences = occurrences + ? WHERE word = ?")
    let new = try RawStatement(
      db,
      """
      INSERT INTO terms (word, folded, occurrences) VALUES (?, ?, ?)
      ON CONFLICT (word) DO UPDATE SET occurrences = occurrences + excluded.occurrences RETURNING term_id, occurrences
      """)
    let stem = try RawStatement(db, "INSERT OR IGNORE INTO term_stems (stem, term_id) VALUES (?, ?)")
    for (word, count) in words {
      if knownTerms.contains(word) {
        known.bind(1, count)
        word.withUnsafeBufferPointer { known.bindText(2, $0) }
        try known.run()
        // Another program may have made the table anew.
        if db.changesCount > 0 { continue }
      }
      try add(word, count, new, stem)
    }
  }

  private func add(
    _ spelling: [UInt8], _ count: Int64, _ new: borrowing RawStatement, _ stem: borrowing RawStatement
  ) throws {
    let word = String(decoding: spelling, as: UTF8.self)
    new.bind(1, word)
    new.bind(2, Folding.fold(word))
    new.bind(3, count)
    defer { new.reset() }
    guard try new.step() else { return }
    knownTerms.insert(spelling)
    guard new.int64(1) == count else { return }
    let id = new.int64(0)
    for form in language.stems(of: word) {
      stem.bind(1, form)
      stem.bind(2, id)
      try stem.run()
    }
  }
  func studyLanguage(_ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM study WHERE name = 'language'")
  }

  /// Makes the stems of all terms anew, after the study got another language.
  func stemAnew(_ db: Database) throws {
    language.use(try studyLanguage(db))
    try db.execute(sql: "DELETE FROM term_stems")
    let stem = try RawStatement(db, "INSERT OR IGNORE INTO term_stems (stem, term_id) VALUES (?, ?)")
    let terms = try RawStatement(db, "SELECT term_id, word FROM terms")
    while try terms.step() {
      for form in language.stems(of: terms.text(1)) {
        stem.bind(1, form)
        stem.bind(2, terms.int64(0))
        try stem.run()
      }
    }
  }
}
