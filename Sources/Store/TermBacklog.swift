import GRDB

/// What an import has indexed and not yet added to the table of terms: to write each word once a file costs more than all the rest.
///
/// The words are counted in memory, by the tap. The file names their transcripts, in the table `uncounted`: when the memory is lost,
/// who opens the study next counts them from the segments.
final class TermBacklog {
  /// The transcripts whose words the memory holds.
  private(set) var transcripts: Set<Int64> = []
  /// Whether the memory holds their words and no others: not after a transaction that was taken back.
  private(set) var isTrusted = true
  /// nil where no dictionary is installed.
  let stems: StemsAhead?
  /// How many of the words in memory have been given to `stems`.
  private var given = 0

  /// As many words as the memory should hold, and as it may hold while stems are waited for.
  private static let enough = 1 << 17
  private static let most = 1 << 18

  init(_ stems: StemsAhead?) { self.stems = stems }

  func isDue(_ tap: Tap) -> Bool {
    tap.size >= Self.enough && (stems?.isIdle ?? true) || tap.size >= Self.most
  }

  func add(_ transcript: Int64) {
    // A number that comes back is that of a transcript that was removed meanwhile.
    if !transcripts.insert(transcript).inserted { isTrusted = false }
  }

  func distrust() { isTrusted = false }

  /// Begins anew, when everything is in the table.
  func restart() {
    transcripts = []
    isTrusted = true
    given = 0
    stems?.clear()
  }

  /// Gives the words that came in since the last time to who finds their stems, where the table does not have them.
  func giveNewWords(of tap: Tap, in db: Database) throws {
    guard let stems, tap.size > given else { return }
    let select = try RawStatement(db, "SELECT 1 FROM terms WHERE word = ?")
    var words: [[UInt8]] = []
    for index in given..<tap.size {
      var word: [UInt8] = []
      tap.withWord(index) { bytes, _ in word = TermCounts.lowercased(bytes) }
      word.withUnsafeBufferPointer { select.bindText(1, $0) }
      if try !select.step() { words.append(word) }
      select.reset()
    }
    given = tap.size
    stems.want(words)
  }
}

extension StudyStore {
  /// Runs an import of many files, each a change of its own: their words are counted in memory and added to the terms now and then.
  ///
  /// However it ends, the next search or change finds all terms in place.
  @discardableResult
  public func importing<T>(_ body: () throws -> T) throws -> T {
    guard backlog == nil else { return try body() }
    try settleTerms()
    let stemmer = try read { db in
      language.use(try studyLanguage(db))
      return language.loadedStemmer
    }
    backlog = TermBacklog(stemmer.map(StemsAhead.init))
    try? tune(cache: -24_000, checkpointEvery: 8000)
    defer {
      // What fails here is done by the next change; it will say why it cannot.
      try? unstoppably { try write { db in try countBacklog(in: db) } }
      backlog = nil
      tap.clear()
      try? tune(cache: -2000, checkpointEvery: 1000)
    }
    return try body()
  }

  /// Cache in KiB, as a negative number; checkpoints by pages of the log.
  private func tune(cache: Int, checkpointEvery pages: Int) throws {
    try queue.inDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = \(cache)")
      _ = try Row.fetchAll(db, sql: "PRAGMA wal_autocheckpoint = \(pages)")
    }
  }

  /// Counts what an import left uncounted that was ended midway, or that another program is making.
  func settleTerms() throws {
    let isSettled = try read { db in try Int.fetchOne(db, sql: "SELECT 1 FROM uncounted LIMIT 1") == nil }
    if !isSettled { try write { db in try countBacklog(in: db) } }
  }

  /// Indexes what `body` inserts for a new transcript, and counts its words: now, or later when many files come in.
  func indexing(_ transcript: Int64, in db: Database, _ body: () throws -> Void) throws {
    guard let backlog else {
      tap.clear()
      try tap.listening(sign: 1, body)
      return try addCounted(in: db)
    }
    if backlog.transcripts.isEmpty { try mergeIndex(afterSegments: 16, in: db) }
    try db.execute(sql: "INSERT INTO uncounted (transcript_id) VALUES (?)", arguments: [transcript])
    backlog.add(transcript)
    try tap.listening(sign: 1, body)
  }

  /// Adds the words of all uncounted transcripts to the terms: those in memory, and the others from the segments.
  func countBacklog(in db: Database) throws {
    let uncounted = try Int64.fetchSet(db, sql: "SELECT transcript_id FROM uncounted")
    var rest = uncounted
    if let backlog, backlog.isTrusted, backlog.transcripts.isSubset(of: uncounted) {
      rest.subtract(backlog.transcripts)
    } else {
      tap.clear()
    }
    if !uncounted.isEmpty {
      for transcript in rest.sorted() { try count(transcript, in: db) }
      backlog?.stems?.finish()
      try addCounted(in: db, stems: backlog?.stems)
      try db.execute(sql: "DELETE FROM uncounted")
      try mergeIndex(afterSegments: 4, in: db)
    }
    backlog?.restart()
  }

  private func count(_ transcript: Int64, in db: Database) throws {
    let select = try RawStatement(db, "SELECT words FROM segment_words WHERE transcript_id = ?")
    select.bind(1, transcript)
    while try select.step() { try select.withBytes(0) { try tap.count($0) } }
  }

  /// How many parts of a size the index may have before it merges them; 4 unless said, as for single changes.
  private func mergeIndex(afterSegments count: Int, in db: Database) throws {
    try db.execute(sql: "INSERT INTO segment_index (segment_index, rank) VALUES ('automerge', ?)", arguments: [count])
  }
}
