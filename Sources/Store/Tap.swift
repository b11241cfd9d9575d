import CStore
import GRDB

/// The tap on the tokenizer, as long as its connection lives: it counts the words of what is indexed.
///
/// Not checked as Sendable: it is used inside the transactions of its one connection only, which never overlap.
final class Tap: @unchecked Sendable {
  private var handle: OpaquePointer?

  func install(on db: Database) throws {
    guard let connection = db.sqliteConnection else { return }
    let code = draad_tap_install(connection, &handle)
    if code != 0 { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// After its connection is closed there is nothing to count with.
  func forget() { handle = nil }

  /// How many words are counted, spellings that differ in capitals outside ASCII apart.
  var size: Int { handle.map { draad_tap_size($0) } ?? 0 }

  func clear() {
    if let handle { draad_tap_clear(handle) }
  }

  /// Adds the words that `body` indexes to those counted; a negative sign takes off words that it removes.
  func listening(sign: Int32, _ body: () throws -> Void) rethrows {
    guard let handle else { return }
    draad_tap_sign(handle, sign)
    defer { draad_tap_sign(handle, 0) }
    try body()
  }

  /// Counts the words of a text that is in the index already.
  func count(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard let handle, let start = bytes.baseAddress, let length = Int32(exactly: bytes.count) else { return }
    draad_tap_sign(handle, 1)
    defer { draad_tap_sign(handle, 0) }
    let code = start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { draad_tap_count(handle, $0, length) }
    if code != 0 { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// A counted word as it stood in the text, the capitals A to Z small.
  func withWord(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>, Int64) -> Void) {
    guard let handle else { return }
    var length: Int32 = 0
    var count: Int64 = 0
    let start = draad_tap_word(handle, index, &length, &count)
    start.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
      body(UnsafeBufferPointer(start: $0, count: Int(length)), count)
    }
  }
}
