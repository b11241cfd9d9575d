import CZip
import Glibc
package import Model

/// Files put into one ZIP archive in memory, all of the same fixed date.
package enum ZipPackage {
  /// 1 January 1980, the first day the format knows.
  private static let date: zip_uint16_t = 0x21

  /// The archive; the same files give the same bytes.
  package static func bytes(of files: [(name: String, bytes: [UInt8])]) throws(Problem) -> [UInt8] {
    var error = zip_error_t()
    guard let source = zip_source_buffer_create(nil, 0, 0, &error) else { throw noRoom }
    guard let zip = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      zip_source_free(source)
      throw noRoom
    }
    // Closing the archive lets go of the source, which is read afterwards.
    zip_source_keep(source)
    defer { zip_source_free(source) }
    guard files.allSatisfy({ add($0.name, $0.bytes, to: zip) }), zip_close(zip) == 0 else {
      zip_discard(zip)
      throw noRoom
    }
    return try read(source)
  }

  private static func add(_ name: String, _ bytes: [UInt8], to zip: OpaquePointer) -> Bool {
    // The archive takes over the copy, and lets go of it.
    guard let copy = malloc(max(1, bytes.count)) else { return false }
    bytes.withUnsafeBytes { raw in
      if let start = raw.baseAddress, raw.count > 0 { memcpy(copy, start, raw.count) }
    }
    guard let source = zip_source_buffer(zip, copy, zip_uint64_t(bytes.count), 1) else {
      free(copy)
      return false
    }
    let place = zip_file_add(zip, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard place >= 0 else {
      zip_source_free(source)
      return false
    }
    return zip_file_set_dostime(zip, zip_uint64_t(place), 0, date, 0) == 0
  }

  private static func read(_ source: OpaquePointer) throws(Problem) -> [UInt8] {
    var state = zip_stat_t()
    guard zip_source_stat(source, &state) == 0, zip_source_open(source) == 0 else { throw noRoom }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(state.size))
    let count = bytes.withUnsafeMutableBytes { zip_source_read(source, $0.baseAddress, zip_uint64_t($0.count)) }
    guard count == zip_int64_t(bytes.count) else { throw noRoom }
    return bytes
  }

  private static let noRoom = Problem(
    "There is no room to put the document together.", hint: "Close other programs, or write Markdown: --format md")
}
