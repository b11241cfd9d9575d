import CStore
import GRDB

/// The tap on the tokenizer, as long as its connection lives.
///
/// Not checked as Sendable: it is used inside the transactions of its one connection only, which never overlap.
final class Tap: @unchecked Sendable {
  private var handle: OpaquePointer?

  func install(on db: Database) throws {
    guard let connection = db.sqliteConnection else { return }
    let code = draad_tap_install(connection, &handle)
    if code != 0 { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// Counts the words that `body` indexes; a negative sign takes words off that it removes.
  func counting(sign: Int32, _ body: () throws -> Void) rethrows -> [(word: String, count: Int64)] {
    guard let handle else { return [] }
    draad_tap_clear(handle)
    draad_tap_sign(handle, sign)
    defer { draad_tap_sign(handle, 0) }
    try body()
    var words: [(word: String, count: Int64)] = []
    words.reserveCapacity(draad_tap_size(handle))
    for index in 0..<draad_tap_size(handle) {
      var length: Int32 = 0
      var count: Int64 = 0
      let start = draad_tap_word(handle, index, &length, &count)
      let bytes = UnsafeRawBufferPointer(start: start, count: Int(length))
      words.append((String(decoding: bytes, as: UTF8.self), count))
    }
    return words
  }
}
