import GRDB
import GRDBSQLite

/// A prepared statement without a wrapper a row, for the loops that see every segment or coding of a study.
struct RawStatement: ~Copyable {
  private let handle: OpaquePointer
  private let connection: OpaquePointer

  init(_ db: Database, _ sql: String) throws {
    guard let connection = db.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)), sql: sql)
    }
    handle = statement
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  /// Moves to the next row; false at the end.
  borrowing func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
    }
  }

  /// Runs a statement that gives no rows, and makes it ready for the next values.
  borrowing func run() throws {
    defer { sqlite3_reset(handle) }
    _ = try step()
  }

  /// Runs an `INSERT` that may find its row there already; the number of the row if it is new.
  borrowing func inserted() throws -> Int64? {
    sqlite3_set_last_insert_rowid(connection, 0)
    try run()
    let row = sqlite3_last_insert_rowid(connection)
    return row == 0 ? nil : row
  }

  borrowing func reset() { sqlite3_reset(handle) }

  borrowing func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }

  borrowing func bind(_ index: Int32, _ value: Int) { sqlite3_bind_int64(handle, index, Int64(value)) }

  borrowing func bind(_ index: Int32, _ value: Double) { sqlite3_bind_double(handle, index, value) }

  borrowing func bindNull(_ index: Int32) { sqlite3_bind_null(handle, index) }

  borrowing func bind(_ index: Int32, _ value: String) {
    var value = value
    value.withUTF8 { bytes in bindText(index, bytes) }
  }

  borrowing func bindText(_ index: Int32, _ bytes: UnsafeBufferPointer<UInt8>) {
    bindText(index, bytes, RawStatement.copied)
  }

  /// The bytes must stay as they are until the statement has run.
  borrowing func bindTextInPlace(_ index: Int32, _ bytes: UnsafeBufferPointer<UInt8>) { bindText(index, bytes, nil) }

  private borrowing func bindText(
    _ index: Int32, _ bytes: UnsafeBufferPointer<UInt8>, _ keeping: sqlite3_destructor_type?
  ) {
    let empty: StaticString = ""
    let start = bytes.baseAddress ?? empty.utf8Start
    start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
      _ = sqlite3_bind_text64(handle, index, text, sqlite3_uint64(bytes.count), keeping, UInt8(SQLITE_UTF8))
    }
  }

  borrowing func bindBlob(_ index: Int32, _ bytes: UnsafeRawBufferPointer) {
    sqlite3_bind_blob64(handle, index, bytes.baseAddress, sqlite3_uint64(bytes.count), RawStatement.copied)
  }

  borrowing func int64(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  borrowing func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  borrowing func int32(_ column: Int32) -> Int32 { sqlite3_column_int(handle, column) }

  borrowing func double(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

  borrowing func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// The bytes of a text or blob; valid inside `body` only.
  borrowing func withBytes<T>(_ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows -> T {
    let start = sqlite3_column_blob(handle, column)
    let count = Int(sqlite3_column_bytes(handle, column))
    return try body(UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count))
  }

  borrowing func text(_ column: Int32) -> String { withBytes(column) { String(decoding: $0, as: UTF8.self) } }

  borrowing func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  /// SQLITE_TRANSIENT: SQLite makes its own copy.
  private static var copied: sqlite3_destructor_type? {
    unsafeBitCast(OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type?.self)
  }
}
