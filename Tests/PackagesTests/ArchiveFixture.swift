import CZip

/// Archives built for a test.
enum ArchiveFixture {
  /// A ZIP archive, made in memory; with a password its entries are encrypted.
  static func archive(_ entries: [(String, [UInt8])], password: String? = nil) -> [UInt8] {
    var error = zip_error_t()
    guard let buffer = zip_source_buffer_create(nil, 0, 0, &error) else { return [] }
    zip_source_keep(buffer)
    defer { zip_source_free(buffer) }
    guard let zip = zip_open_from_source(buffer, ZIP_TRUNCATE, &error) else { return [] }
    var held: [UnsafeMutableRawPointer] = []
    defer { held.forEach { $0.deallocate() } }
    for (name, bytes) in entries {
      let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
      copy.copyMemory(from: bytes, byteCount: bytes.count)
      held.append(copy)
      let source = zip_source_buffer(zip, copy, zip_uint64_t(bytes.count), 0)
      let index = zip_file_add(zip, name, source, 0)
      guard index >= 0 else { return [] }
      if let password { zip_file_set_encryption(zip, zip_uint64_t(index), UInt16(ZIP_EM_AES_256), password) }
    }
    guard zip_close(zip) == 0 else { return [] }
    return contents(of: buffer)
  }

  private static func contents(of source: OpaquePointer) -> [UInt8] {
    var stat = zip_stat_t()
    guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else { return [] }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(stat.size))
    let read = bytes.withUnsafeMutableBytes { zip_source_read(source, $0.baseAddress, zip_uint64_t($0.count)) }
    return Int(read) == bytes.count ? bytes : []
  }
}
