import Foundation
import GRDB
import Model

/// What was saved of a damaged study.
public struct Rescued: Equatable, Sendable {
  /// What could not be read, by name; empty where nothing is lost.
  public var lost: [String]
  public var transcripts: Int
  public var segments: Int
  public var codings: Int
}

/// Puts what can be read of a damaged study into a new one.
///
/// The damaged file is copied first and never opened itself. Rows are read around what is damaged, texts are made as long as
/// they were, and what hangs on something lost goes or gets a name in its place.
struct Rescue {
  private let damaged: Database
  private let made: Database
  private(set) var lost: [String] = []
  /// How many rows of what a study is about were read, and have their place.
  private(set) var rows = 0
  /// Of the damaged file, in bytes: nothing in it is larger.
  private let size: Int

  /// `act` is the number that the rescue gets in the log.
  init(from damaged: Database, to made: Database, size: Int) throws {
    self.damaged = damaged
    self.made = made
    self.size = size
    for name in ["acts"] + Schema.recordedTables.reversed() { try copy(name) }
    for table in Set(try Self.tables(made)).subtracting(Self.handled).sorted() { try copy(table) }
    try bringSegmentsHome()
    try nameWhatIsMissing()
    try mendTexts()
    try mendOriginals()
    try dropDangling()
  }

  private static let content = Set(Schema.recordedTables).subtracting([
    "study", "copy_states", "copy_facts", "merge_wishes",
  ])

  private static let handled = Set(
    [
      "acts", "act_changes", "terms", "term_stems", "stem_rules", "uncounted", "packed_codings", "packed_counts",
      "unwiped",
    ]
      + Schema.recordedTables)

  private static func tables(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'segment_index*'
        """)
  }

  private mutating func copy(_ name: String) throws {
    let wanted = try Row.fetchAll(made, sql: "SELECT name FROM pragma_table_info(?)", arguments: [name]).map {
      $0[0] as String
    }
    guard !wanted.isEmpty else { return }
    guard let table = try? DamagedTable(name, in: damaged, wanted: wanted) else {
      return lost.append("all rows of the table '\(name)'")
    }
    let insert = try made.makeStatement(
      sql: """
        INSERT OR IGNORE INTO "\(name)" (\(table.columns.map { "\"\($0)\"" }.joined(separator: ", ")))
        VALUES (\(table.columns.map { _ in "?" }.joined(separator: ", ")))
        """)
    var refused = 0
    let textColumn = name == "segments" ? table.columns.firstIndex(of: "text") : nil
    let isWhole = try table.read(damaged) { row in
      var values = Array(row.databaseValues.prefix(table.columns.count))
      if let textColumn, case .blob(let bytes) = values[textColumn].storage {
        values[textColumn] = Self.text(bytes).databaseValue
      }
      do {
        try insert.execute(arguments: StatementArguments(values))
        if Self.content.contains(name) { rows += made.changesCount }
      } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_CONSTRAINT {
        refused += 1
      }
    }
    if !isWhole { lost.append("some rows of the table '\(name)'") }
    if refused > 0 { lost.append("\(rowCount(refused)) of the table '\(name)', whose values cannot be") }
    if name == "study" { try made.execute(sql: "DELETE FROM study WHERE name BETWEEN 'digest:' AND 'digest;'") }
  }

  /// Bytes that are no UTF-8 become question marks, one for one, so that positions stay.
  private static func text(_ bytes: Data) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var out = [UInt8](bytes)
    var at = 0
    while at < out.count {
      let length = [2, 3, 4].first {
        at + $0 <= out.count && String(validating: out[at..<at + $0], as: UTF8.self) != nil
      }
      if out[at] >= 0x80, let length {
        at += length
      } else {
        if out[at] >= 0x80 || out[at] == 0 { out[at] = UInt8(ascii: "?") }
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// What others point to and is lost gets a row with a name that says so.
  private mutating func nameWhatIsMissing() throws {
    let transcripts = try missing(
      "SELECT transcript_id FROM segments UNION SELECT transcript_id FROM codings", in: "transcripts", "transcript_id")
    for id in transcripts {
      try made.execute(
        sql: """
          INSERT INTO transcripts (transcript_id, guid, name, format, segment_unit, bytes, words, text_sha256, act_id)
          VALUES (?1, ?2, 'lost-name-' || ?1, 'txt', 'turn', 0, 0, '', 0)
          """, arguments: [id, UUID().uuidString])
      lost.append("the name of a transcript, which is now 'lost-name-\(id)'")
    }
    for id in try missing("SELECT code_id FROM codings", in: "codes", "code_id") {
      try made.execute(
        sql:
          "INSERT INTO codes (code_id, guid, key, ordinal, name) VALUES (?1, ?2, 'lost-' || ?1, 1000000 + ?1, 'A code that was lost')",
        arguments: [id, UUID().uuidString])
      lost.append("a code, which is now 'lost-\(id)'")
    }
    for id in try missing("SELECT coder_id FROM codings", in: "coders", "coder_id") {
      try made.execute(
        sql: "INSERT INTO coders (coder_id, guid, name) VALUES (?1, ?2, 'lost-' || ?1)",
        arguments: [id, UUID().uuidString])
      lost.append("the name of a coder, who is now 'lost-\(id)'")
    }
    let acts = "SELECT act_id FROM codings UNION SELECT act_id FROM transcripts UNION SELECT act_id FROM originals"
    for id in try missing(acts, in: "acts", "act_id") {
      try made.execute(
        sql: "INSERT OR IGNORE INTO acts (act_id, at, line, summary) VALUES (?, '', '', 'An act that was lost')",
        arguments: [id])
      if id > 0 { lost.append("what act \(id) was, in the log") }
    }
  }

  private func missing(_ used: String, in table: String, _ key: String) throws -> [Int64] {
    try Int64.fetchAll(made, sql: "SELECT * FROM (\(used)) EXCEPT SELECT \(key) FROM \(table) ORDER BY 1")
  }
}

extension Rescue {
  private mutating func mendTexts() throws {
    try setSegmentsAside()
    let rows = try Row.fetchAll(made, sql: "SELECT transcript_id, name, bytes, text_sha256 FROM transcripts ORDER BY 1")
    for row in rows {
      let (id, name) = (row[0] as Int64, row[1] as String)
      let text = try RescuedText(of: id, bytes: row[2], longest: size, in: made)
      let digest = Digest.sha256(text.bytes)
      if text.lost > 0 {
        lost.append("\(text.lost) of \(text.bytes.count) bytes of the text of '\(name)'; points stand in their place")
      } else if digest != row[3] as String, row[3] as String != "" {
        lost.append("some letters of the text of '\(name)', which is not the text that was imported")
      }
      try made.execute(
        sql: "UPDATE transcripts SET bytes = ?, words = ?, text_sha256 = ? WHERE transcript_id = ?",
        arguments: [text.bytes.count, try TranscriptCheck.Text(of: id, made).words, digest, id])
      try mendCodings(of: id, name, text.bytes)
      try mendMemos(of: id, name, text.bytes)
    }
    try made.execute(
      sql: """
        UPDATE turns SET words_byte = start_byte WHERE words_byte NOT BETWEEN start_byte AND end_byte;
        UPDATE turns SET speaker_id = NULL WHERE speaker_id IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM speakers p WHERE p.speaker_id = turns.speaker_id AND p.transcript_id = turns.transcript_id);
        DELETE FROM pages WHERE start_byte < 0
          OR start_byte > (SELECT bytes FROM transcripts t WHERE t.transcript_id = pages.transcript_id)
        """)
  }

  /// Where only the transcript of a segment is damaged, its own number says where it belongs.
  private func bringSegmentsHome() throws {
    try made.execute(
      sql: """
        UPDATE segments SET transcript_id = segment_id / \(Schema.segmentsOfOneTranscript)
        WHERE transcript_id NOT IN (SELECT transcript_id FROM transcripts)
          AND segment_id / \(Schema.segmentsOfOneTranscript) IN (SELECT transcript_id FROM transcripts)
        """)
  }

  /// Each text is put together anew from the segments that were read, and gives them new numbers.
  private func setSegmentsAside() throws {
    try made.execute(
      sql: """
        CREATE TEMP TABLE read_segments AS SELECT * FROM segments ORDER BY transcript_id, start_byte, segment_id;
        CREATE INDEX read_segments_of_transcript ON read_segments (transcript_id);
        DELETE FROM segments;
        """)
  }

  /// A coding stays where its words stand.
  private mutating func mendCodings(of id: Int64, _ name: String, _ text: [UInt8]) throws {
    let select = try RawStatement(
      made,
      """
      SELECT g.coding_id, g.start_byte, g.end_byte, g.quote_hash, c.key FROM codings g LEFT JOIN codes c USING (code_id)
      WHERE g.transcript_id = ? ORDER BY g.start_byte
      """)
    select.bind(1, id)
    var gone: [(id: Int64, code: String)] = []
    while try select.step() {
      let (start, end) = (select.int(1), select.int(2))
      let fits = start >= 0 && start < end && end <= text.count
      if !fits || Digest.quote(text[start..<end]) != select.int64(3) { gone.append((select.int64(0), select.text(4))) }
    }
    for coding in gone { try made.execute(sql: "DELETE FROM codings WHERE coding_id = ?", arguments: [coding.id]) }
    guard !gone.isEmpty else { return }
    rows -= gone.count
    let codes = Set(gone.map(\.code)).sorted().map { "'\($0)'" }.joined(separator: ", ")
    lost.append(
      "\(gone.count) \(gone.count == 1 ? "coding" : "codings") of '\(name)' with \(codes), whose words are lost")
  }

  /// A memo stays, of the transcript where the words it was written about are lost.
  private mutating func mendMemos(of id: Int64, _ name: String, _ text: [UInt8]) throws {
    guard try made.tableExists("memos") else { return }
    let rows = try Row.fetchAll(
      made,
      sql:
        "SELECT memo_id, start_byte, end_byte, quote_hash FROM memos WHERE transcript_id = ? AND start_byte IS NOT NULL",
      arguments: [id])
    for row in rows {
      let (start, end) = (row[1] as Int, row[2] as Int? ?? 0)
      let fits = start >= 0 && start < end && end <= text.count
      guard !fits || Digest.quote(text[start..<end]) != row[3] as Int64? else { continue }
      try made.execute(
        sql: "UPDATE memos SET start_byte = NULL, end_byte = NULL, quote_hash = NULL WHERE memo_id = ?",
        arguments: [row[0] as Int64])
      lost.append("the place of a memo about '\(name)', which is now about all of it")
    }
  }

  private mutating func mendOriginals() throws {
    let select = try RawStatement(
      made,
      "SELECT original_id, file_name, size, deflated, sha256 FROM originals WHERE length(deflated) > 0")
    var gone: [Int64] = []
    while try select.step() {
      let bytes = select.withBytes(3) { Deflate.inflated(Array($0), size: select.int(2)) }
      guard bytes.map(Digest.sha256) != select.text(4) else { continue }
      gone.append(select.int64(0))
      lost.append("the kept bytes of the file '\(select.text(1))'")
    }
    for id in gone { try made.execute(sql: "DELETE FROM originals WHERE original_id = ?", arguments: [id]) }
  }

  /// What points to something lost is unhooked where it can do without, else it goes too.
  private mutating func dropDangling() throws {
    var before = -1
    while made.totalChangesCount != before {
      before = made.totalChangesCount
      for table in try Self.tables(made).sorted() {
        for link in try Link.all(of: table, made) { try drop(link) }
      }
    }
  }

  private mutating func drop(_ link: Link) throws {
    let what = link.isNeeded ? "DELETE FROM \"\(link.table)\"" : "UPDATE \"\(link.table)\" SET \"\(link.from)\" = NULL"
    try made.execute(
      sql: """
        \(what) WHERE "\(link.from)" IS NOT NULL AND "\(link.from)" NOT IN (SELECT "\(link.to)" FROM "\(link.above)")
        """)
    let count = made.changesCount
    guard count > 0 else { return }
    if link.isNeeded, Self.content.contains(link.table) { rows -= count }
    lost.append(
      link.isNeeded
        ? "\(rowCount(count)) of the table '\(link.table)', which belonged to lost rows of '\(link.above)'"
        : "in \(rowCount(count)) of the table '\(link.table)', which of '\(link.above)' they belong to")
  }

  /// A column that points to a row of a table.
  private struct Link {
    let table: String
    let from: String
    let above: String
    let to: String
    /// Whether a row cannot do without.
    let isNeeded: Bool

    static func all(of table: String, _ db: Database) throws -> [Link] {
      let keys = try Row.fetchAll(
        db, sql: "SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?)", arguments: [table])
      return try keys.map { row in
        let above: String = row[0]
        let key = try String.fetchOne(db, sql: "SELECT name FROM pragma_table_info(?) WHERE pk = 1", arguments: [above])
        let needed = try Int.fetchOne(
          db, sql: "SELECT \"notnull\" OR pk FROM pragma_table_info(?) WHERE name = ?",
          arguments: [table, row[1] as String])
        return Link(table: table, from: row[1], above: above, to: row[2] ?? key ?? "", isNeeded: needed == 1)
      }
    }
  }
}

private func rowCount(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
