import CZip

/// An open ZIP archive, on a disk or in memory, with its entries by number.
package final class PackedArchive {
  /// How much an archive may unpack to: one may be made to fill every disk.
  package struct Limits: Sendable {
    /// Bytes of all entries that are read.
    package var total = 2 << 30
    /// Bytes of one entry.
    package var entry = 512 << 20
    package var entries = 20_000
    /// How many times larger than it is packed an entry may be, from `ratioFrom` bytes on.
    package var ratio = 1000
    package var ratioFrom = 10 << 20

    package init() {}
  }

  package enum Failure: Error {
    case damaged
    case unknownPacking
    case tooLarge
    case total
    case ratio
  }

  package let limits: Limits
  private let zip: OpaquePointer
  private let memory: UnsafeMutableRawPointer?
  private var unpacked = 0

  /// Works on a copy of the bytes; nil when the archive is damaged.
  package init?(_ bytes: [UInt8], limits: Limits) {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
    copy.copyMemory(from: bytes, byteCount: bytes.count)
    var error = zip_error_t()
    let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 0, &error)
    guard let zip = source.flatMap({ zip_open_from_source($0, ZIP_RDONLY, &error) }) else {
      source.map { zip_source_free($0) }
      copy.deallocate()
      return nil
    }
    self.zip = zip
    memory = copy
    self.limits = limits
  }

  /// Nil when the file cannot be read, or is damaged.
  package init?(path: String, limits: Limits) {
    guard let zip = zip_open(path, ZIP_RDONLY, nil) else { return nil }
    self.zip = zip
    memory = nil
    self.limits = limits
  }

  deinit {
    zip_discard(zip)
    memory?.deallocate()
  }

  package var count: Int { Int(clamping: max(zip_get_num_entries(zip, 0), 0)) }

  package func has(_ name: String) -> Bool { zip_name_locate(zip, name, 0) >= 0 }

  /// With its folders; names that are no UTF-8 are taken for code page 437, as ZIP has it; the library makes a nought a blank.
  package func name(of index: UInt64) -> String? { zip_get_name(zip, index, 0).map { String(cString: $0) } }

  /// In bytes, unpacked, as the archive has it; nil where the entry is damaged.
  package func size(of index: UInt64) -> Int? { stat(index).map { Int(clamping: $0.size) } }

  package func isLocked(_ index: UInt64) -> Bool { stat(index).map { $0.encryption_method != 0 } ?? false }

  /// Whether an entry stands for another file, as Unix has it.
  package func isLink(_ index: UInt64) -> Bool {
    var system: zip_uint8_t = 0
    var attributes: zip_uint32_t = 0
    guard zip_file_get_external_attributes(zip, index, 0, &system, &attributes) == 0 else { return false }
    return system != 0 && attributes >> 16 & 0xF000 == 0xA000
  }

  /// Counts what comes out: sizes that are written in an archive can lie.
  package func unpack(_ index: UInt64) -> Result<[UInt8], Failure> {
    guard let stat = stat(index) else { return .failure(.damaged) }
    let size = Int(clamping: stat.size)
    let packed = Int(clamping: stat.comp_size)
    if let failure = failure(size, packed) { return .failure(failure) }
    guard let file = zip_fopen_index(zip, index, 0) else {
      let isUnknown = zip_error_code_zip(zip_get_error(zip)) == ZIP_ER_COMPNOTSUPP
      return .failure(isUnknown ? .unknownPacking : .damaged)
    }
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, 16 << 20))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Int(chunk.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) })
      guard count >= 0 else { return .failure(.damaged) }
      if count == 0 { break }
      if let failure = failure(bytes.count + count, packed) { return .failure(failure) }
      bytes.append(contentsOf: chunk[..<count])
    }
    guard bytes.count == size else { return .failure(.damaged) }
    unpacked += size
    return .success(bytes)
  }

  private func failure(_ size: Int, _ packed: Int) -> Failure? {
    if size > limits.entry { return .tooLarge }
    if size > limits.total - unpacked { return .total }
    if size > limits.ratioFrom, size / limits.ratio > packed { return .ratio }
    return nil
  }

  private func stat(_ index: UInt64) -> zip_stat_t? {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    return zip_stat_index(zip, index, 0, &stat) == 0 ? stat : nil
  }
}
