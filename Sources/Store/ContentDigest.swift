import GRDB
import Model

/// SHA-256 of what a study holds: the same for the same content, in whatever order and under whatever numbers it came in.
///
/// Numbers of rows, marks made by chance, times and the log are no content. The canonical form is described in
/// Documentation/ContentDigest.md; a change of it is a new `form`.
struct ContentDigest {
  /// The number of the canonical form.
  static let form = 1
  /// The tables of which the digest of the transcripts is made.
  static let tablesOfTranscripts = [
    "transcripts", "cases", "transcript_attributes", "speakers", "speaker_attributes", "turns", "segments",
  ]

  /// In hexadecimal digits, as the other.
  let content: String
  /// Of all but the codings of the transcripts: what is long to read and seldom changes.
  let transcripts: String

  /// Reads everything once, but the transcripts where their digest is known.
  init(_ db: Database, transcripts known: String? = nil) throws {
    transcripts = try known ?? Self.ofTranscripts(db)
    let digest = RunningDigest()
    digest.add("draad content \(Self.form)")
    try Self.addFacts(db, to: digest)
    let codes = try Self.addCodes(db, to: digest)
    let coders = try Self.addCoders(db, to: digest)
    try Self.addCases(db, to: digest)
    digest.add(transcripts)
    try CodingLists(db, codes: codes, coders: coders).add(to: digest)
    try Self.addMemos(db, to: digest)
    try Self.addUnplaced(db, to: digest)
    try Self.addFolders(db, to: digest)
    try Self.addAttachments(db, to: digest)
    try Self.addAssignments(db, to: digest)
    content = digest.finished()
  }

  /// What is no content of the table of facts: marks, and digests that were kept.
  private static func addFacts(_ db: Database, to digest: RunningDigest) throws {
    let select = try RawStatement(
      db,
      """
      SELECT name, value FROM study
      WHERE name NOT IN ('guid', 'made') AND name NOT BETWEEN 'digest:' AND 'digest;' ORDER BY name
      """)
    while try select.step() { for column in 0..<2 { digest.add(Int32(column), of: select) } }
    digest.endList()
  }

  /// For each code, by its number in the file, its place in the codebook.
  private static func addCodes(_ db: Database, to digest: RunningDigest) throws -> Dense {
    let select = try RawStatement(
      db,
      """
      SELECT c.key, p.key, c.name, c.definition, c.use_when, c.not_when, c.example, c.phrases, c.color, c.code_id
      FROM codes c LEFT JOIN codes p ON p.code_id = c.parent_id ORDER BY c.ordinal, c.key
      """)
    var places: [Int64: Int32] = [:]
    while try select.step() {
      for column in 0..<9 { digest.add(Int32(column), of: select) }
      places[select.int64(9)] = Int32(places.count)
    }
    digest.endList()
    return Dense(places)
  }

  /// For each coder, by their number in the file, the place in the list of names.
  private static func addCoders(_ db: Database, to digest: RunningDigest) throws -> Dense {
    let select = try RawStatement(db, "SELECT name, coder_id FROM coders ORDER BY name")
    var places: [Int64: Int32] = [:]
    while try select.step() {
      digest.add(0, of: select)
      places[select.int64(1)] = Int32(places.count)
    }
    digest.endList()
    return Dense(places)
  }

  private static func addCases(_ db: Database, to digest: RunningDigest) throws {
    let attributes = try Attributes(db, of: .cases)
    let select = try RawStatement(db, "SELECT name, case_id FROM cases ORDER BY name")
    while try select.step() {
      digest.add(0, of: select)
      try attributes.add(of: select.int64(1), to: digest)
    }
    digest.endList()
  }

  /// Nothing where there are none, so that a study without memos has the digest it had before there could be any.
  private static func addMemos(_ db: Database, to digest: RunningDigest) throws {
    let select = try RawStatement(
      db,
      """
      SELECT CASE WHEN m.start_byte IS NOT NULL THEN 'passage' WHEN m.transcript_id IS NOT NULL THEN 'transcript'
        WHEN m.case_id IS NOT NULL THEN 'case' WHEN m.code_id IS NOT NULL THEN 'code' ELSE 'study' END,
        coalesce(s.name, t.name), m.start_byte, m.end_byte, c.key, k.name, m.text
      FROM memos m LEFT JOIN cases s ON s.case_id = m.case_id LEFT JOIN transcripts t USING (transcript_id)
      LEFT JOIN codes c USING (code_id) LEFT JOIN coders k USING (coder_id) ORDER BY 1, 2, 3, 4, 5, 6, 7
      """)
    var isEmpty = true
    while try select.step() {
      isEmpty = false
      for column: Int32 in [0, 1, 4, 5, 6] { digest.add(column, of: select) }
      for column: Int32 in [2, 3] { digest.add(select.isNull(column) ? -1 : select.int64(column)) }
    }
    if !isEmpty { digest.endList() }
  }

  /// As with the memos, nothing where there are none.
  private static func addUnplaced(_ db: Database, to digest: RunningDigest) throws {
    let select = try RawStatement(
      db,
      """
      SELECT t.name, c.key, k.name, u.words FROM unplaced_codings u JOIN transcripts t USING (transcript_id)
      JOIN codes c USING (code_id) JOIN coders k USING (coder_id) ORDER BY 1, 2, 3, 4
      """)
    var isEmpty = true
    while try select.step() {
      if isEmpty { digest.add("unplaced") }
      isEmpty = false
      for column: Int32 in 0..<4 { digest.add(column, of: select) }
    }
    if !isEmpty { digest.endList() }
  }

  /// Nothing where there are none, as with memos.
  private static func addFolders(_ db: Database, to digest: RunningDigest) throws {
    try addList(
      "folders", "SELECT key FROM code_folders JOIN codes USING (code_id) ORDER BY key", columns: 1, in: db, to: digest)
  }

  private static func addAttachments(_ db: Database, to digest: RunningDigest) throws {
    try addList(
      "attachments",
      """
      SELECT a.name, a.kind, o.sha256, t.name FROM attachments a JOIN originals o USING (original_id)
      LEFT JOIN transcripts t USING (transcript_id) ORDER BY 1, 2, 3, 4
      """, columns: 4, in: db, to: digest)
  }

  private static func addAssignments(_ db: Database, to digest: RunningDigest) throws {
    try addList(
      "assignments",
      """
      SELECT t.name, k.name, CASE is_done WHEN 1 THEN 'done' END FROM assignments JOIN transcripts t USING (transcript_id)
      JOIN coders k USING (coder_id) ORDER BY 1, 2
      """, columns: 3, in: db, to: digest)
    try addList(
      "blind", "SELECT name FROM blind_coders JOIN coders USING (coder_id) ORDER BY 1", columns: 1, in: db, to: digest)
  }

  private static func addList(
    _ mark: String, _ sql: String, columns: Int32, in db: Database, to digest: RunningDigest
  ) throws {
    let select = try RawStatement(db, sql)
    var isEmpty = true
    while try select.step() {
      if isEmpty { digest.add(mark) }
      isEmpty = false
      for column in 0..<columns { digest.add(column, of: select) }
    }
    if !isEmpty { digest.endList() }
  }

  private static func ofTranscripts(_ db: Database) throws -> String {
    let digest = RunningDigest()
    let attributes = try Attributes(db, of: .transcripts)
    let parts = try TranscriptParts(db)
    let select = try RawStatement(
      db,
      """
      SELECT t.name, c.name, t.format, t.segment_unit, t.text_sha256, t.transcript_id
      FROM transcripts t LEFT JOIN cases c USING (case_id) ORDER BY t.name
      """)
    while try select.step() {
      for column in 0..<5 { digest.add(Int32(column), of: select) }
      try attributes.add(of: select.int64(5), to: digest)
      try parts.add(of: select.int64(5), to: digest)
    }
    digest.endList()
    return digest.finished()
  }
}

extension ContentDigest {
  /// What is known of a case, a transcript or a speaker: names by their bytes, the values of each in their order.
  struct Attributes: ~Copyable {
    private let select: RawStatement

    init(_ db: Database, of level: AttributeTable) throws {
      select = try RawStatement(
        db, "SELECT attribute, value FROM \(level.table) WHERE \(level.owner) = ? ORDER BY attribute, ordinal")
    }

    borrowing func add(of owner: Int64, to digest: RunningDigest) throws {
      select.reset()
      select.bind(1, owner)
      while try select.step() { for column in 0..<2 { digest.add(Int32(column), of: select) } }
      digest.endList()
    }
  }
}
