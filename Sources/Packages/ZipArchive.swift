import CZip

/// The entries of a ZIP archive in memory.
package enum ZipArchive {
  package enum Answer: Equatable {
    case bytes([UInt8])
    case noArchive
    case noEntry
    case locked
    /// Larger than the limit, or packed tighter than any document is, or one of too many entries.
    case tooLarge
    case broken
  }

  /// In bytes: more than any transcript needs; an archive may be made to unpack without end.
  package static let limit = 512 << 20

  /// A document has some tens of entries, one with pictures some thousands.
  package static let mostEntries = 20_000

  /// Once 16 MB of an entry are unpacked, it may be so many times larger than it was packed.
  package static let tightest = 250

  /// The unpacked bytes of one entry, at most `limit` of them by our own count: sizes written in an archive can lie.
  package static func entry(_ name: String, in archive: [UInt8], limit: Int = limit) -> Answer {
    open(archive) { $0.entry(name, limit: limit) } ?? .noArchive
  }

  /// Opens an archive for as long as `use` runs; nil when it is none.
  package static func open<Result>(_ archive: [UInt8], _ use: (OpenArchive) -> Result) -> Result? {
    archive.withUnsafeBytes { raw in
      guard let start = raw.baseAddress, !raw.isEmpty else { return nil }
      var error = zip_error_t()
      guard let source = zip_source_buffer_create(start, zip_uint64_t(raw.count), 0, &error) else { return nil }
      guard let zip = zip_open_from_source(source, ZIP_RDONLY, &error) else {
        zip_source_free(source)
        return nil
      }
      defer { zip_discard(zip) }
      return use(OpenArchive(zip: zip))
    }
  }
}

/// An archive while it is open.
package struct OpenArchive {
  fileprivate let zip: OpaquePointer

  package func has(_ name: String) -> Bool { zip_name_locate(zip, name, 0) >= 0 }

  /// The whole of one entry.
  package func entry(_ name: String, limit: Int = ZipArchive.limit) -> ZipArchive.Answer {
    switch unpacking(name, limit: limit) {
    case .failure(let refusal): return refusal.answer
    case .success(let entry):
      var bytes: [UInt8] = []
      bytes.reserveCapacity(min(entry.size, 64 << 20))
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = chunk.withUnsafeMutableBytes { entry.read(into: $0) }
        if let refusal = entry.refusal { return refusal }
        guard count > 0 else { return .bytes(bytes) }
        bytes.append(contentsOf: chunk[..<count])
      }
    }
  }

  /// How a walk through an entry ended.
  package enum Walked: Equatable {
    case whole
    /// The entry was unpacked, but is not well-formed XML.
    case malformed
    case refused(ZipArchive.Answer)
  }

  /// Walks through an entry with XML as it is unpacked, a piece at a time.
  package func walk(_ name: String, limit: Int = ZipArchive.limit, _ take: (XMLEvents.Event) -> Void) -> Walked {
    switch unpacking(name, limit: limit) {
    case .failure(let refusal): return .refused(refusal.answer)
    case .success(let entry):
      let isWhole = XMLEvents.walk(take) { entry.read(into: $0) }
      guard isWhole else { return entry.refusal.map { .refused($0) } ?? .malformed }
      // Only at its very end does an entry show that its sum is right.
      var rest = [UInt8](repeating: 0, count: 1 << 12)
      while rest.withUnsafeMutableBytes({ entry.read(into: $0) }) > 0 {}
      return entry.refusal.map { .refused($0) } ?? .whole
    }
  }

  private struct Refusal: Error { let answer: ZipArchive.Answer }

  private func unpacking(_ name: String, limit: Int) -> Result<UnpackedEntry, Refusal> {
    guard zip_get_num_entries(zip, 0) <= ZipArchive.mostEntries else { return .failure(Refusal(answer: .tooLarge)) }
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_stat(zip, name, 0, &stat) == 0 else { return .failure(Refusal(answer: .noEntry)) }
    guard stat.encryption_method == 0 else { return .failure(Refusal(answer: .locked)) }
    guard stat.size <= zip_uint64_t(limit) else { return .failure(Refusal(answer: .tooLarge)) }
    guard let file = zip_fopen_index(zip, stat.index, 0) else { return .failure(Refusal(answer: .broken)) }
    return .success(UnpackedEntry(file, size: Int(stat.size), packed: stat.comp_size, limit: limit))
  }
}

/// An entry that is being unpacked.
private final class UnpackedEntry {
  /// As the archive says; it may lie, but not beyond the limit.
  let size: Int
  private(set) var refusal: ZipArchive.Answer?

  private let file: OpaquePointer
  private let limit: Int
  private var unpacked = 0

  init(_ file: OpaquePointer, size: Int, packed: zip_uint64_t, limit: Int) {
    self.file = file
    self.size = size
    let most = max(16 << 20, Int(min(packed, zip_uint64_t(limit))) * ZipArchive.tightest)
    self.limit = min(limit, most)
  }

  deinit { zip_fclose(file) }

  /// Fills the room as far as it can; 0 at the end, -1 when it stops before.
  func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    guard refusal == nil else { return -1 }
    let count = Int(zip_fread(file, room.baseAddress, zip_uint64_t(room.count)))
    unpacked += max(count, 0)
    if count < 0 { refusal = .broken } else if unpacked > limit { refusal = .tooLarge }
    return refusal == nil ? count : -1
  }
}
