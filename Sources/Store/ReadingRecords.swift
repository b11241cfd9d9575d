import GRDB
public import Model

/// The codings of one transcript for who reads it, with the names their numbers stand for.
public struct TranscriptCodings: Equatable, Sendable {
  /// In the order of the study.
  public var coders: [String] = []
  /// By position; a code is its place in the codebook, a coder its place in `coders`, and the transcript always 0.
  public var columns = CodingColumns()

  public init() {}
}

extension StudyStore {
  /// The codings of one transcript, without a string a row: a transcript can have hundred thousands.
  public func readingCodings(of transcript: String) throws -> TranscriptCodings {
    try read { db in
      var found = TranscriptCodings()
      var codes: [Int64: Int32] = [:]
      for id in try Int64.fetchAll(db, sql: "SELECT code_id FROM codes ORDER BY ordinal") {
        codes[id] = Int32(codes.count)
      }
      var coders: [Int64: Int32] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT coder_id, name FROM coders ORDER BY coder_id") {
        coders[row[0]] = Int32(coders.count)
        found.coders.append(row[1])
      }
      let select = try RawStatement(
        db,
        """
        SELECT start_byte, end_byte, code_id, coder_id FROM codings
        WHERE transcript_id = (SELECT transcript_id FROM transcripts WHERE name = ?) ORDER BY start_byte, end_byte
        """)
      select.bind(1, transcript)
      while try select.step() {
        guard let code = codes[select.int64(2)], let coder = coders[select.int64(3)] else { continue }
        found.columns.append(
          transcript: 0, start: select.int32(0), end: select.int32(1), code: code, coder: coder)
      }
      return found
    }
  }

  /// The codings with one code, by one coder, that lie around a span or are that span; read from the index of the code.
  public func codings(
    of transcript: String, code: String, coder: String, around span: TextSpan
  ) throws -> [CodeAssignment] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT start_byte, end_byte FROM codings
          WHERE code_id = (SELECT code_id FROM codes WHERE key = ?)
            AND transcript_id = (SELECT transcript_id FROM transcripts WHERE name = ?)
            AND start_byte <= ? AND end_byte >= ? AND coder_id = (SELECT coder_id FROM coders WHERE name = ?)
          ORDER BY start_byte, end_byte
          """, arguments: [code, transcript, span.start, span.end, coder]
      ).map { row in
        CodeAssignment(transcript: transcript, span: TextSpan(row[0], row[1]), code: code, coder: coder)
      }
    }
  }

  /// SHA-256 of the words of a transcript, as the study keeps it; nil when there is none of that name.
  public func textDigest(of transcript: String) throws -> String? {
    try read { db in try TextDigest.fetch(of: transcript, in: db) }
  }
}

extension StudyChange {
  /// Throws where the words of a transcript are no longer those of a digest: somebody replaced them since.
  public func requireText(_ digest: String, of transcript: String) throws {
    guard try TextDigest.fetch(of: transcript, in: db) != digest else { return }
    throw Problem(
      "The words of '\(transcript)' were replaced or removed since you opened it; nothing was done.",
      hint: "Leave, and open it again with: read \(transcript)")
  }
}

private enum TextDigest {
  static func fetch(of transcript: String, in db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT text_sha256 FROM transcripts WHERE name = ?", arguments: [transcript])
  }
}
