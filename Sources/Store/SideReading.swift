import Foundation
import GRDB
import Model

/// Reads a copy of a study as merging sees it.
struct SideReading {
  private let db: Database
  private var side = StudySide()

  static func side(_ db: Database) throws -> StudySide {
    var reading = SideReading(db: db)
    try reading.readFacts()
    try reading.readCodes()
    try reading.readCases()
    try reading.readTranscripts()
    try reading.readMemos()
    try reading.readUnplaced()
    try reading.readAttachments()
    try reading.readAssignments()
    try reading.readWishes()
    try reading.readCopies()
    return reading.side
  }

  private init(db: Database) { self.db = db }

  /// The transcripts by what is the same in every copy: the digest of their text, with the mark behind it where a study has
  /// the same text twice.
  static func transcripts(_ db: Database) throws -> [(id: Int64, owner: String)] {
    var seen: Set<String> = []
    return try Row.fetchAll(db, sql: "SELECT transcript_id, guid, text_sha256 FROM transcripts ORDER BY guid").map {
      row in
      let digest: String = row[2]
      return (row[0], seen.insert(digest).inserted ? digest : "\(digest)#\(row[1] as String)")
    }
  }

  private mutating func set(_ kind: StudyCell.Kind, _ owner: String, _ field: String, _ text: String?) {
    side.cells[StudyCell(kind, owner, field)] = CellValue(text)
  }

  private mutating func readFacts() throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT name, value FROM study
        WHERE name NOT IN ('guid', 'made') AND name NOT BETWEEN 'digest:' AND 'digest;'
        """)
    for row in rows { set(.fact, row[0], "", row[1]) }
    for name in try String.fetchAll(db, sql: "SELECT name FROM coders") { set(.coder, name, "", nil) }
    for table in [AttributeTable.cases, .transcripts, .speakers] {
      for name in try String.fetchAll(db, sql: "SELECT DISTINCT attribute FROM \(table.table) ORDER BY 1") {
        set(.spelling, table.table, AttributeTable.folded(name), name)
      }
    }
  }

  private mutating func readCodes() throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT c.key, c.name, c.definition, c.use_when, c.not_when, c.example, c.phrases, c.color, p.key,
          CASE WHEN f.code_id IS NOT NULL THEN 'yes' END
        FROM codes c LEFT JOIN code_folders f ON f.code_id = c.code_id LEFT JOIN codes p ON p.code_id = c.parent_id ORDER BY c.ordinal, c.key
        """)
    var places: [String?: Int] = [:]
    for row in rows {
      let key: String = row[0]
      for (column, field) in Self.codeFields.enumerated() { set(.code, key, field, row[column + 1]) }
      let parent: String? = row[8]
      let text = String(places[parent, default: 0])
      set(.code, key, "place", String(repeating: "0", count: max(0, 7 - text.count)) + text)
      places[parent, default: 0] += 1
    }
  }

  private static let codeFields = [
    "name", "definition", "use", "not", "example", "phrases", "color", "parent", "folder",
  ]

  private mutating func readCases() throws {
    var names: [Int64: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT case_id, name FROM cases") {
      names[row[0]] = row[1]
      set(.aCase, row[1], "", nil)
    }
    try readAttributes(.cases, .aCase, names)
  }

  private mutating func readAttributes(
    _ table: AttributeTable, _ kind: StudyCell.Kind, _ owners: [Int64: String]
  ) throws {
    let select = try RawStatement(
      db, "SELECT \(table.owner), attribute, value FROM \(table.table) ORDER BY 1, attribute, ordinal")
    while try select.step() {
      guard let owner = owners[select.int64(0)] else { continue }
      let cell = StudyCell(kind, owner, "@" + AttributeTable.folded(select.text(1)))
      let before = side.cells[cell]?.text.map { $0 + StudyCell.separator } ?? ""
      side.cells[cell] = CellValue(before + select.text(2))
    }
  }

  private mutating func readTranscripts() throws {
    let parts = try PartMarks(db)
    var owners: [Int64: String] = [:]
    for (id, owner) in try Self.transcripts(db) { owners[id] = owner }
    for row in try Row.fetchAll(db, sql: "SELECT transcript_id, guid FROM transcripts") {
      side.guids[row[1]] = owners[row[0]]
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT t.transcript_id, t.name, c.name, t.format, t.segment_unit FROM transcripts t
        LEFT JOIN cases c USING (case_id)
        """)
    for row in rows {
      guard let owner = owners[row[0]] else { continue }
      set(.transcript, owner, "name", row[1])
      set(.transcript, owner, "case", row[2])
      set(.transcript, owner, "format", row[3])
      let marks = try parts.marks(of: row[0], unit: row[4])
      set(.transcript, owner, "frame", marks.frame)
      set(.transcript, owner, "turns", marks.turns)
      set(.transcript, owner, "cut", marks.cut)
      side.voices[owner] = marks.voices
    }
    try readAttributes(.transcripts, .transcript, owners)
    var speakers: [Int64: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT speaker_id, transcript_id, name, role FROM speakers") {
      guard let owner = owners[row[1]] else { continue }
      let name = owner + StudyCell.separator + (row[2] as String)
      speakers[row[0]] = name
      set(.speaker, name, "role", row[3])
    }
    try readAttributes(.speakers, .speaker, speakers)
  }

  private mutating func readMemos() throws {
    let owners = Dictionary(try Self.transcripts(db).map { ($0.id, $0.owner) }) { first, _ in first }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT m.guid, s.name, m.transcript_id, m.start_byte, m.end_byte, c.key, k.name, m.at, m.text FROM memos m
        LEFT JOIN cases s ON s.case_id = m.case_id LEFT JOIN codes c USING (code_id) LEFT JOIN coders k USING (coder_id)
        """)
    for row in rows {
      let transcript: Int64? = row[2]
      var subject = MemoSubject(caseName: row[1], transcript: transcript.flatMap { owners[$0] }, code: row[5])
      if let start: Int = row[3], let end: Int = row[4] { subject.span = TextSpan(start, end) }
      set(.memo, row[0], "about", subject.text)
      set(.memo, row[0], "by", row[6])
      set(.memo, row[0], "at", row[7])
      set(.memo, row[0], "text", row[8])
    }
  }

  private mutating func readUnplaced() throws {
    let owners = Dictionary(try Self.transcripts(db).map { ($0.id, $0.owner) }) { first, _ in first }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT hex(u.guid), u.transcript_id, c.key, k.name, u.words, u.near_byte FROM unplaced_codings u
        JOIN codes c USING (code_id) JOIN coders k USING (coder_id)
        """)
    for row in rows {
      guard let transcript = owners[row[1]] else { continue }
      let lost = LostCoding(transcript: transcript, code: row[2], coder: row[3], words: row[4])
      set(.unplaced, row[0], "coding", lost.text)
      set(.unplaced, row[0], "near", String(row[5] as Int))
    }
  }

  private mutating func readAttachments() throws {
    let owners = Dictionary(try Self.transcripts(db).map { ($0.id, $0.owner) }) { first, _ in first }
    let rows = try Row.fetchAll(
      db,
      sql:
        "SELECT a.guid, a.name, a.kind, o.sha256, a.transcript_id FROM attachments a JOIN originals o USING (original_id)"
    )
    for row in rows {
      let transcript: Int64? = row[4]
      let file = AttachedFile(
        name: row[1], kind: row[2], sha256: row[3], transcript: transcript.flatMap { owners[$0] })
      set(.attachment, row[0], "file", file.text)
    }
  }

  private mutating func readAssignments() throws {
    let owners = Dictionary(try Self.transcripts(db).map { ($0.id, $0.owner) }) { first, _ in first }
    let rows = try Row.fetchAll(
      db, sql: "SELECT transcript_id, k.name, is_done FROM assignments JOIN coders k USING (coder_id)")
    for row in rows {
      guard let transcript = owners[row[0]] else { continue }
      let owner = transcript + StudyCell.separator + (row[1] as String)
      set(.assignment, owner, "", nil)
      set(.assignment, owner, "done", row[2] ? "yes" : nil)
    }
    for name in try String.fetchAll(db, sql: "SELECT name FROM blind_coders JOIN coders USING (coder_id)") {
      set(.blind, name, "", nil)
    }
  }

  /// Takes what was meant for what stands, where that is still what the merge had to put.
  private mutating func readWishes() throws {
    side.stands = side.cells
    let rows = try Row.fetchAll(
      db, sql: "SELECT kind, owner, field, is_meant, wished, is_there, stands, held FROM merge_wishes")
    for row in rows {
      guard let kind = StudyCell.Kind(rawValue: row[0]) else { continue }
      let cell = StudyCell(kind, row[1], row[2])
      guard side.stands[cell] == (row[5] ? CellValue(row[6]) : nil) else { continue }
      let wish = CellValue(row[4])
      let isMeant: Bool = row[3]
      let written: String? = row[7]
      side.held[cell] =
        written.flatMap(WrittenValues.values)
        ?? HeldValues(standing: isMeant ? [wish] : [], all: [wish], isGone: !isMeant)
      side.cells[cell] = isMeant ? wish : nil
    }
  }

  private mutating func readCopies() throws {
    side.lineage = try Row.fetchAll(db, sql: "SELECT copy, until_act FROM copies ORDER BY place").map {
      StudySide.Copy($0[0], until: $0[1])
    }
    if side.lineage.isEmpty {
      let guid = try String.fetchOne(db, sql: "SELECT value FROM study WHERE name = 'guid'") ?? ""
      side.lineage = [StudySide.Copy(guid)]
    }
    let facts = try CopyFacts(db)
    side.states = try facts.states(db)
    side.known = side.states.reduce(facts.learned()) { $0.union($1.facts) }
    for row in try Row.fetchAll(db, sql: "SELECT act_id, at, coder, line, summary, mark, is_forgotten FROM acts") {
      // What was erased out of its line or sentence is in the mark that others know it by.
      side.log[row[0]] =
        (row[5] as Int64?).map { UInt64(bitPattern: $0) }
        ?? StudySide.mark(at: row[1], coder: row[2], line: row[3], summary: row[4])
      if row[6] { side.forgotten.insert(row[0]) }
    }
  }
}

extension StudySide {
  /// By what an act is known in another copy.
  static func mark(at: String, coder: String?, line: String, summary: String) -> UInt64 {
    FactMark.of([at, coder ?? "", line, summary])
  }
}
