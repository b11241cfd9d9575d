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
    try countBacklog(in: db)
    try tap.listening(sign: sign) {
      for id in transcripts.sorted() { try db.execute(sql: sql, arguments: [id]) }
    }
    try addCounted(in: db)
  }

  /// Makes the table of terms and the index anew from the segments.
  public func rebuildIndex() throws {
    try write { db in try reindexAll(in: db) }
  }

  func reindexAll(in db: Database) throws {
    try db.execute(sql: "DELETE FROM uncounted; DELETE FROM term_stems; DELETE FROM terms")
    tap.clear()
    backlog?.restart()
    try tap.listening(sign: 1) {
      try db.execute(sql: "INSERT INTO segment_index (segment_index) VALUES ('rebuild')")
    }
    try addCounted(in: db)
  }

  /// Adds the words that the tap has counted to the table of terms; words that are new to it get their stems.
  func addCounted(in db: Database, stems known: StemsAhead? = nil) throws {
    language.use(try studyLanguage(db))
    try keepToOneEdition(in: db)
    // The study may have got another language since.
    let known = known?.edition == language.loadedStemmer?.edition ? known : nil
    let counts = TermCounts(tap)
    tap.clear()
    let new = try RawStatement(
      db,
      """
      INSERT INTO terms (word, folded, occurrences) VALUES (?, ?, ?)
      ON CONFLICT (word) DO UPDATE SET occurrences = occurrences + excluded.occurrences
      """)
    var stems: [(stem: String, term: Int64)] = []
    for index in 0..<counts.count where counts.occurrences(index) != 0 {
      let word = counts.word(index)
      word.withUnsafeBufferPointer { new.bindText(1, $0) }
      if word.contains(where: { $0 >= 0x80 }) {
        new.bind(2, Folding.fold(String(decoding: word, as: UTF8.self)))
      } else {
        word.withUnsafeBufferPointer { new.bindText(2, $0) }
      }
      new.bind(3, counts.occurrences(index))
      guard let id = try new.inserted() else { continue }
      for stem in known?.stems(of: word) ?? language.stems(of: String(decoding: word, as: UTF8.self)) {
        stems.append((stem, id))
      }
    }
    try add(&stems, in: db)
  }

  /// In the order of the table, so that each page is written once.
  func add(_ stems: inout [(stem: String, term: Int64)], in db: Database) throws {
    stems.sort { $0 < $1 }
    let insert = try RawStatement(db, "INSERT OR IGNORE INTO term_stems (stem, term_id) VALUES (?, ?)")
    for (stem, term) in stems {
      insert.bind(1, stem)
      insert.bind(2, term)
      try insert.run()
    }
  }

  func studyLanguage(_ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM study WHERE name = 'language'")
  }
}
