import GRDB
public import Model

/// Codings to add, as parallel arrays with the names their numbers stand for.
public struct CodingBatch: Sendable {
  public var transcripts: [String]
  public var codes: [String]
  public var coders: [String]
  public var columns: CodingColumns

  public init(transcripts: [String] = [], codes: [String] = [], coders: [String] = [], columns: CodingColumns = .init())
  {
    self.transcripts = transcripts
    self.codes = codes
    self.coders = coders
    self.columns = columns
  }
}

extension StudyChange {
  /// Adds codings that are not there yet; how many were added.
  ///
  /// Spans must lie inside their transcripts.
  public func add(_ batch: CodingBatch, bulk: Bool = false) throws -> Int {
    let columns = batch.columns
    let transcripts = try batch.transcripts.map { try transcriptNumber($0) }
    let coders = try batch.coders.map { try coderNumber($0) }
    let codes = try batch.codes.map { try codeNumber($0) }
    try requireCodable(codes.map(\.id))
    let insert = try RawStatement(
      db,
      """
      INSERT OR IGNORE INTO codings
        (guid, transcript_id, start_byte, end_byte, code_id, coder_id, code_version, quote_hash, act_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let before = db.totalChangesCount
    var random = SystemRandomNumberGenerator()
    var text: [UInt8] = []
    var current: Int32 = -1
    for row in order(columns) {
      if columns.transcript[row] != current {
        current = columns.transcript[row]
        text = try store.bytes(ofTranscript: transcripts[Int(current)], in: db)
      }
      let (start, end) = (Int(columns.start[row]), Int(columns.end[row]))
      guard start >= 0, start < end, end <= text.count else {
        throw Problem("A passage lies outside '\(batch.transcripts[Int(current)])'.")
      }
      let code = codes[Int(columns.code[row])]
      var guid = (random.next() as UInt64, random.next() as UInt64)
      withUnsafeBytes(of: &guid) { insert.bindBlob(1, $0) }
      insert.bind(2, transcripts[Int(current)])
      insert.bind(3, start)
      insert.bind(4, end)
      insert.bind(5, code.id)
      insert.bind(6, coders[Int(columns.coder[row])])
      insert.bind(7, code.version)
      insert.bind(8, Digest.quote(text[start..<end]))
      insert.bind(9, act)
      try insert.run()
    }
    let added = db.totalChangesCount - before
    if added > 0 { wroteUnrecorded = true }
    return added
  }

  /// The rows in the order of their transcripts, so that each text is read once.
  private func order(_ columns: CodingColumns) -> [Int] {
    let sorted = zip(columns.transcript, columns.transcript.dropFirst()).allSatisfy { $0 <= $1 }
    let rows = Array(0..<columns.count)
    return sorted ? rows : rows.sorted { (columns.transcript[$0], $0) < (columns.transcript[$1], $1) }
  }

  /// Removes codings; how many were there to remove.
  public func remove(_ assignments: [CodeAssignment]) throws -> Int {
    let delete = try RawStatement(
      db,
      """
      DELETE FROM codings WHERE transcript_id = (SELECT transcript_id FROM transcripts WHERE name = ?)
        AND start_byte = ? AND end_byte = ? AND code_id = (SELECT code_id FROM codes WHERE key = ?)
        AND coder_id = (SELECT coder_id FROM coders WHERE name = ?)
      """)
    let before = db.totalChangesCount
    for coding in assignments {
      delete.bind(1, coding.transcript)
      delete.bind(2, coding.span.start)
      delete.bind(3, coding.span.end)
      delete.bind(4, coding.code)
      delete.bind(5, coding.coder)
      try delete.run()
    }
    return db.totalChangesCount - before
  }

  func codeNumber(_ key: String) throws -> (id: Int64, version: Int) {
    guard let row = try Row.fetchOne(db, sql: "SELECT code_id, version FROM codes WHERE key = ?", arguments: [key])
    else { throw Problem("No code with the key '\(key)'.", hint: "'codebook show' lists all codes.") }
    return (row[0], row[1])
  }
}

extension StudyStore {
  /// The codings of one transcript, by position and code.
  public func codings(of transcript: String) throws -> [CodeAssignment] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT g.start_byte, g.end_byte, c.key, k.name, t.bytes FROM codings g
          JOIN transcripts t USING (transcript_id) JOIN codes c USING (code_id) JOIN coders k USING (coder_id)
          WHERE t.name = ? ORDER BY g.start_byte, g.end_byte, c.ordinal, k.coder_id
          """, arguments: [transcript]
      ).map { row in
        let (start, end): (Int, Int) = (row[0], row[1])
        guard start >= 0, start < end, end <= row[4] else { throw damaged(transcript) }
        return CodeAssignment(transcript: transcript, span: TextSpan(start, end), code: row[2], coder: row[3])
      }
    }
  }
}
