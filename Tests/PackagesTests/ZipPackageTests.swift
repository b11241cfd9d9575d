import CZip
import Packages
import Testing

@Suite struct ZipPackageTests {
  @Test("Files in a package come back, and have one fixed date; the same files give the same bytes")
  func files() throws {
    let files: [(name: String, bytes: [UInt8])] = [("a/b.xml", Array("één".utf8)), ("empty", [])]
    let bytes = try ZipPackage.bytes(of: files)
    let archive = try #require(PackedArchive(bytes, limits: .init()))
    #expect((0..<UInt64(archive.count)).map { archive.name(of: $0) } == ["a/b.xml", "empty"])
    #expect(try (0..<UInt64(archive.count)).map { try archive.unpack($0).get() } == files.map(\.bytes))
    #expect(dates(in: bytes).count == 1)
    #expect(try ZipPackage.bytes(of: files) == bytes)
  }

  /// When the entries say that they were made.
  private func dates(in archive: [UInt8]) -> Set<Int> {
    archive.withUnsafeBytes { raw in
      var error = zip_error_t()
      let source = zip_source_buffer_create(raw.baseAddress, zip_uint64_t(raw.count), 0, &error)
      guard let zip = zip_open_from_source(source, ZIP_RDONLY, &error) else { return [] }
      defer { zip_discard(zip) }
      return Set(
        (0..<zip_uint64_t(max(0, zip_get_num_entries(zip, 0)))).map { place in
          var stat = zip_stat_t()
          zip_stat_index(zip, place, 0, &stat)
          return Int(stat.mtime)
        })
    }
  }
}
