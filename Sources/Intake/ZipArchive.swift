import CZip

/// The entries of a ZIP archive in memory.
enum ZipArchive {
  enum Answer: Equatable {
    case bytes([UInt8])
    case noArchive
    case noEntry
    case locked
    case tooLarge
    case broken
  }

  /// More than any transcript needs; an archive may be made to unpack without end.
  static let limit = 512 << 20

  /// The unpacked bytes of one entry, at most `limit` of them by our own count: sizes written in an archive can lie.
  static func entry(_ name: String, in archive: [UInt8], limit: Int = limit) -> Answer {
    archive.withUnsafeBytes { raw in
      guard let start = raw.baseAddress, !raw.isEmpty else { return .noArchive }
      var error = zip_error_t()
      guard let source = zip_source_buffer_create(start, zip_uint64_t(raw.count), 0, &error) else { return .broken }
      guard let zip = zip_open_from_source(source, ZIP_RDONLY, &error) else {
        zip_source_free(source)
        return .noArchive
      }
      defer { zip_discard(zip) }
      return read(name, in: zip, limit: limit)
    }
  }

  private static func read(_ name: String, in zip: OpaquePointer, limit: Int) -> Answer {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_stat(zip, name, 0, &stat) == 0 else { return .noEntry }
    guard stat.encryption_method == 0 else { return .locked }
    guard stat.size <= zip_uint64_t(limit) else { return .tooLarge }
    guard let file = zip_fopen_index(zip, stat.index, 0) else { return .broken }
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(min(stat.size, 64 << 20)))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) }
      guard count >= 0 else { return .broken }
      guard count > 0 else { return .bytes(bytes) }
      guard bytes.count + Int(count) <= limit else { return .tooLarge }
      bytes.append(contentsOf: chunk[..<Int(count)])
    }
  }
}
