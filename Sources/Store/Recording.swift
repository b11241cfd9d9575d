import CStore
import GRDB
import Model

/// What SQLite's session extension records of a change.
enum Recording {
  /// Runs `body` and gives the changes of the tables; nil when there were none.
  static func of(_ db: Database, _ tables: [String], _ body: () throws -> Void) throws -> [UInt8]? {
    guard let connection = db.sqliteConnection else { return nil }
    let names = tables.map { Array($0.utf8CString) }
    var recording: OpaquePointer?
    let code = withPointers(names, at: 0, []) { pointers in
      draad_record(connection, pointers, Int32(pointers.count), &recording)
    }
    guard code == 0, let recording else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    var changes: UnsafeMutableRawPointer?
    var size: Int32 = 0
    do {
      try body()
    } catch {
      draad_record_end(recording, &changes, &size)
      draad_free(changes)
      throw error
    }
    let end = draad_record_end(recording, &changes, &size)
    defer { draad_free(changes) }
    guard end == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: end)) }
    return changes.map { Array(UnsafeRawBufferPointer(start: $0, count: Int(size))) }
  }

  static func apply(_ changes: [UInt8], inverted: Bool, to db: Database) throws {
    guard let connection = db.sqliteConnection else { return }
    let code = changes.withUnsafeBytes { bytes in
      bytes.baseAddress.map { draad_apply(connection, $0, Int32(bytes.count), inverted ? 1 : 0) } ?? 0
    }
    switch ResultCode(rawValue: code).primaryResultCode {
    case .SQLITE_OK: return
    case .SQLITE_ABORT, .SQLITE_CONSTRAINT:
      throw Problem(
        "The log does not fit the study: it was changed by something other than Draad. Nothing was changed now.",
        hint: "See what is wrong with: check")
    default: throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }

  /// The transcripts whose segments the changes touch.
  static func transcriptsTouched(by changes: [UInt8]) -> [Int64] {
    final class Found { var ids: Set<Int64> = [] }
    let found = Found()
    changes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      // Column 0 is the segment's number, which every change carries and which tells the transcript.
      draad_visit_changes(start, Int32(bytes.count), "segments", 0, Unmanaged.passUnretained(found).toOpaque()) {
        context, value in
        guard let context else { return }
        let transcript = value / Int64(Schema.segmentsOfOneTranscript)
        Unmanaged<Found>.fromOpaque(context).takeUnretainedValue().ids.insert(transcript)
      }
    }
    return Array(found.ids)
  }

  /// The rows of a table that the changes took away; of their columns the texts and numbers.
  static func removedRows(of table: String, in changes: [UInt8]) -> [[String?]] {
    final class Found { var rows: [[String?]] = [] }
    let found = Found()
    changes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      draad_visit_removed(start, Int32(bytes.count), table, Unmanaged.passUnretained(found).toOpaque()) {
        context, column, text, length in
        guard let context else { return }
        let found = Unmanaged<Found>.fromOpaque(context).takeUnretainedValue()
        if column == 0 { found.rows.append([]) }
        let value = text.map { start in
          start.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
            String(decoding: UnsafeBufferPointer(start: $0, count: Int(length)), as: UTF8.self)
          }
        }
        found.rows[found.rows.count - 1].append(value)
      }
    }
    return found.rows
  }

  /// Whether a row of one of the tables is changed.
  static func touches(_ tables: [String], _ changes: [UInt8]) -> Bool {
    changes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      return withPointers(tables.map { Array($0.utf8CString) }, at: 0, []) { names in
        draad_changes_touch(start, Int32(bytes.count), names, Int32(names.count))
      } != 0
    }
  }

  private static func withPointers(
    _ names: [[CChar]], at index: Int, _ gathered: [UnsafePointer<CChar>], _ body: ([UnsafePointer<CChar>]) -> Int32
  ) -> Int32 {
    guard index < names.count else { return body(gathered) }
    return names[index].withUnsafeBufferPointer { name in
      guard let start = name.baseAddress else { return 0 }
      return withPointers(names, at: index + 1, gathered + [start], body)
    }
  }
}
