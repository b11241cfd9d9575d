import GRDB
import Model

/// SHA-256 of what a study holds: the same for the same content, in whatever order and under whatever numbers it came in.
///
/// Numbers of rows, marks made by chance, times and the log are no content. The canonical form is described in
/// Documentation/ContentDigest.md; a change of it is a new `form`.
struct ContentDigest {
  /// The number of the canonical form.
  static let form = 1

  private let db: Database
  private let digest = RunningDigest()
  /// For each code its place in the codebook, for each coder that in the list of names; by their numbers in the file.
  private var codes = Dense([:])
  private var coders = Dense([:])

  /// Reads everything once; in hexadecimal digits.
  static func of(_ db: Database) throws -> String {
    var content = ContentDigest(db: db)
    content.digest.add("draad content \(form)")
    try content.addFacts()
    try content.addCodes()
    try content.addCoders()
    try content.addCases()
    try content.addTranscripts()
    return content.digest.finished()
  }

  private init(db: Database) { self.db = db }

  /// What is no content of the table of facts: marks, and digests that were kept.
  private func addFacts() throws {
    let select = try RawStatement(
      db,
      """
      SELECT name, value FROM study
      WHERE name NOT IN ('guid', 'made') AND name NOT BETWEEN 'digest:' AND 'digest;' ORDER BY name
      """)
    while try select.step() { for column in 0..<2 { digest.add(Int32(column), of: select) } }
    digest.endList()
  }

  private mutating func addCodes() throws {
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
    codes = Dense(places)
  }

  private mutating func addCoders() throws {
    let select = try RawStatement(db, "SELECT name, coder_id FROM coders ORDER BY name")
    var places: [Int64: Int32] = [:]
    while try select.step() {
      digest.add(0, of: select)
      places[select.int64(1)] = Int32(places.count)
    }
    digest.endList()
    coders = Dense(places)
  }

  private func addCases() throws {
    let attributes = try Attributes(db, of: .cases)
    let select = try RawStatement(db, "SELECT name, case_id FROM cases ORDER BY name")
    while try select.step() {
      digest.add(0, of: select)
      try attributes.add(of: select.int64(1), to: digest)
    }
    digest.endList()
  }

  private func addTranscripts() throws {
    let attributes = try Attributes(db, of: .transcripts)
    let parts = try TranscriptParts(db, codes: codes, coders: coders)
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
