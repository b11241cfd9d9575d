import GRDB
import Model

/// The codings of a transcript as four columns of 32-bit numbers, one after the other: start, end, code and coder by their
/// numbers in the file, in the order of start and end.
///
/// A derived copy, for analyses that look at all codings: a million rows of a table take longer to step through than to
/// count. Triggers of the schema remove it with the first change of a coding of its transcript, whoever makes the change.
struct PackedCodings: ~Copyable {
  private let packed: RawStatement
  private let rows: RawStatement

  init(_ db: Database) throws {
    let packed = try RawStatement(db, "SELECT columns FROM packed_codings WHERE transcript_id = ?")
    let rows = try RawStatement(
      db,
      """
      SELECT start_byte, end_byte, code_id, coder_id FROM codings WHERE transcript_id = ?
      ORDER BY start_byte, end_byte, code_id, coder_id
      """)
    self.packed = packed
    self.rows = rows
  }

  /// Gives the columns of a transcript, from the copy where there is one.
  borrowing func withColumns(of transcript: Int64, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    packed.reset()
    packed.bind(1, transcript)
    if try packed.step() {
      try packed.withBytes(0) { bytes in
        let whole = bytes.count / Self.bytesOfOne * Self.bytesOfOne
        try body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<whole]))
      }
      packed.reset()
    } else {
      try columns(of: transcript).withUnsafeBytes(body)
    }
  }

  /// The columns, from the rows themselves.
  borrowing func columns(of transcript: Int64) throws -> [Int32] {
    var columns: [[Int32]] = [[], [], [], []]
    rows.reset()
    rows.bind(1, transcript)
    while try rows.step() { for column in 0..<4 { columns[column].append(rows.int32(Int32(column))) } }
    return columns.flatMap { $0 }
  }

  static let bytesOfOne = 16

  /// Codings from which on a study keeps copies.
  static let worthwhile = 1 << 15
}

extension StudyStore {
  /// Makes the copies that are missing, where there are many codings and nobody else is writing; without them all is read
  /// from the rows.
  func packCodings() {
    try? withoutWaiting { db in
      let codings = try Int.fetchOne(db, sql: "SELECT max(coding_id) FROM codings") ?? 0
      guard codings >= packsCodingsFrom else { return }
      let missing = try Int64.fetchAll(
        db,
        sql:
          "SELECT transcript_id FROM transcripts WHERE transcript_id NOT IN (SELECT transcript_id FROM packed_codings)")
      guard !missing.isEmpty else { return }
      try db.inTransaction(.immediate) {
        let reading = try PackedCodings(db)
        let insert = try RawStatement(
          db, "INSERT OR REPLACE INTO packed_codings (transcript_id, columns) VALUES (?, ?)")
        for transcript in missing {
          insert.bind(1, transcript)
          try reading.columns(of: transcript).withUnsafeBytes { insert.bindBlob(2, $0) }
          try insert.run()
        }
        return .commit
      }
    }
  }
}
