import GRDB
import Model

/// The codings of a transcript as four columns of 32-bit numbers, one after the other: start, end, code and coder by their
/// numbers in the file, in the order of start and end.
///
/// A derived copy, for analyses that look at all codings: a million rows of a table take longer to step through than to
/// count. Triggers of the schema remove it with the first change of a coding of its transcript, whoever makes the change.
struct PackedCodings: ~Copyable {
  private let packed: RawStatement
  private let counted: RawStatement
  private let rows: RawStatement

  init(_ db: Database) throws {
    let packed = try RawStatement(db, "SELECT columns FROM packed_codings WHERE transcript_id = ?")
    let counted = try RawStatement(db, "SELECT counts FROM packed_counts WHERE transcript_id = ?")
    let rows = try RawStatement(
      db,
      """
      SELECT start_byte, end_byte, code_id, coder_id FROM codings WHERE transcript_id = ?
      ORDER BY start_byte, end_byte, code_id, coder_id
      """)
    self.packed = packed
    self.counted = counted
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

  /// Calls with each code that the transcript has and how many distinct codings of it: two coders who agree make one.
  ///
  /// From the copy where all coders are looked at and there is one.
  borrowing func forEachCount(
    of transcript: Int64, by coders: Dense? = nil, _ body: (_ code: Int, _ count: Int) -> Void
  ) throws {
    if coders == nil {
      counted.reset()
      counted.bind(1, transcript)
      if try counted.step() {
        counted.withBytes(0) { bytes in
          let numbers = UnsafeRawBufferPointer(bytes)
          for pair in 0..<bytes.count / 8 { body(numbers.number(at: 2 * pair), numbers.number(at: 2 * pair + 1)) }
        }
        return counted.reset()
      }
    }
    try withColumns(of: transcript) { bytes in
      for (code, count) in Self.counts(bytes, by: coders) { body(Int(code), Int(count)) }
    }
  }

  /// The distinct codings of each code, by code.
  static func counts(_ columns: UnsafeRawBufferPointer, by coders: Dense? = nil) -> [(code: Int32, count: Int32)] {
    let rows = columns.count / bytesOfOne
    var counts: [Int: (count: Int32, run: Int)] = [:]
    var run = 0
    for row in 0..<rows {
      if columns.number(at: row) != columns.number(at: run)
        || columns.number(at: rows + row) != columns.number(at: rows + run)
      {
        run = row
      }
      guard coders.map({ $0[columns.number(at: 3 * rows + row)] >= 0 }) ?? true else { continue }
      let code = columns.number(at: 2 * rows + row)
      let known = counts[code] ?? (0, -1)
      if known.run != run { counts[code] = (known.count + 1, run) }
    }
    return counts.map { (Int32(truncatingIfNeeded: $0.key), $0.value.count) }.sorted { $0 < $1 }
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
        let insert = try RawStatement(db, "INSERT INTO packed_codings (transcript_id, columns) VALUES (?, ?)")
        let insertCounts = try RawStatement(
          db, "INSERT OR REPLACE INTO packed_counts (transcript_id, counts) VALUES (?, ?)")
        for transcript in missing {
          insert.bind(1, transcript)
          let columns = try reading.columns(of: transcript)
          columns.withUnsafeBytes { insert.bindBlob(2, $0) }
          try insert.run()
          let counts = columns.withUnsafeBytes { PackedCodings.counts($0) }.flatMap { [$0.code, $0.count] }
          insertCounts.bind(1, transcript)
          counts.withUnsafeBytes { insertCounts.bindBlob(2, $0) }
          try insertCounts.run()
        }
        return .commit
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The 32-bit number at a place, counted in numbers.
  @inline(__always)
  func number(at place: Int) -> Int { Int(loadUnaligned(fromByteOffset: place * 4, as: Int32.self)) }
}
