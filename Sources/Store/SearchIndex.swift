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
    var words: [String: Int64] = [:]
    words.reserveCapacity(counted.count)
    for (word, count) in counted { words[word.lowercased(), default: 0] += count }
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
        known.bind(2, word)
        try known.run()
      } else {
        try add(word, count, new, stem)
      }
    }
  }

  private func add(
    _ word: String, _ count: Int64, _ new: borrowing RawStatement, _ stem: borrowing RawStatement
  ) throws {
    new.bind(1, word)
    new.bind(2, Folding.fold(word))
    new.bind(3, count)
    defer { new.reset() }
    guard try new.step() else { return }
    knownTerms.insert(word)
    guard new.int64(1) == count else { return }
    let id = new.int64(0)
    for form in language.stems(of: word) {
      stem.bind(1, form)
      stem.bind(2, id)
      try stem.run()
    }
  }
}
