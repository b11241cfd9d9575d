import CStore
import GRDBSQLite
public import Model

/// Reads the tables of another program's SQLite file, which is not trusted and never written to.
public enum ForeignFile {
  /// Bytes of text in all tables, and rows, that are read; no project of a person has more.
  private static let mostBytes = 1 << 30
  private static let mostRows = 20_000_000

  /// The tables of these names that are there, with all their columns; throws for what is no such file.
  ///
  /// Views and virtual tables are passed over: what they give is made by the file, not kept in it.
  public static func tables(_ names: [String], of path: String) throws -> ForeignTables {
    let name = PathText.name(of: path)
    let uri = escaped(path)
    var connection: OpaquePointer?
    var code = draad_open_foreign(uri, 0, &connection)
    // A file in WAL mode that lies where nothing may be written can only be read as it stands.
    if code == SQLITE_OK, let first = connection, !isReadable(first) {
      sqlite3_close(first)
      code = draad_open_foreign(uri, 1, &connection)
    }
    guard code == SQLITE_OK, let connection else { throw unreadable(name, path) }
    defer { sqlite3_close(connection) }
    guard isReadable(connection) else { throw unreadable(name, path) }
    var reading = Reading(connection: connection, name: name, path: path)
    var found = ForeignTables()
    for table in names where try reading.isPlain(table) { found.tables[table] = try reading.table(table) }
    return found
  }

  private static func unreadable(_ name: String, _ path: String) -> Problem {
    Problem(
      "'\(name)' cannot be read as a database: it is another kind of file, damaged, or in use.", file: path,
      hint: "Close the program it belongs to, and see that it is the file of the project.")
  }

  private static func isReadable(_ connection: OpaquePointer) -> Bool {
    sqlite3_exec(connection, "SELECT 1 FROM sqlite_schema", nil, nil, nil) == SQLITE_OK
  }

  /// What has a meaning in a URI is written as `%25`.
  private static func escaped(_ path: String) -> String {
    var escaped: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        escaped += Array("%".utf8) + Array(String(byte, radix: 16, uppercase: true).utf8)
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private struct Reading {
    let connection: OpaquePointer
    let name: String
    let path: String
    var bytes = 0
    var rows = 0

    func isPlain(_ table: String) throws -> Bool {
      var isPlain = false
      try each("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND lower(name) = '\(table)' AND rootpage > 0") { _ in
        isPlain = true
      }
      return isPlain
    }

    mutating func table(_ table: String) throws -> ForeignTables.Table {
      var found: ForeignTables.Table?
      var (bytes, rows) = (bytes, rows)
      var isTooLarge = false
      try each("SELECT * FROM \"\(table)\"", columns: { found = ForeignTables.Table($0.map { $0.lowercased() }) }) {
        statement in
        rows += 1
        guard rows <= ForeignFile.mostRows, bytes <= ForeignFile.mostBytes else {
          isTooLarge = true
          return
        }
        found?.rows.append((0..<sqlite3_column_count(statement)).map { cell(statement, $0, &bytes) })
      }
      (self.bytes, self.rows) = (bytes, rows)
      if isTooLarge {
        throw Problem("'\(name)' holds more than a project of a person does; it was not read.", file: path)
      }
      return found ?? ForeignTables.Table([])
    }

    private func cell(_ statement: OpaquePointer, _ column: Int32, _ bytes: inout Int) -> ForeignTables.Cell {
      switch sqlite3_column_type(statement, column) {
      case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
      case SQLITE_FLOAT: return .number(sqlite3_column_double(statement, column))
      case SQLITE_TEXT:
        let start = sqlite3_column_text(statement, column)
        let text = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
        bytes += text.count
        return .text(String(decoding: text, as: UTF8.self))
      default: return .none
      }
    }

    private func each(
      _ sql: String, columns: ([String]) -> Void = { _ in }, _ row: (OpaquePointer) -> Void
    ) throws {
      var statement: OpaquePointer?
      guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
        throw ForeignFile.unreadable(name, path)
      }
      defer { sqlite3_finalize(statement) }
      columns(
        (0..<sqlite3_column_count(statement)).map {
          sqlite3_column_name(statement, $0).map { String(cString: $0) } ?? ""
        })
      while true {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: row(statement)
        case SQLITE_DONE: return
        default: throw ForeignFile.unreadable(name, path)
        }
      }
    }
  }
}
