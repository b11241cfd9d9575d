import CZip

/// The files in a ZIP archive, for looking into documents and workbooks.
struct OpenedPackage {
  private(set) var names: [String] = []
  private(set) var bytes: [[UInt8]] = []

  init(_ archive: [UInt8]) {
    archive.withUnsafeBytes { raw in
      var error = zip_error_t()
      let source = zip_source_buffer_create(raw.baseAddress, zip_uint64_t(raw.count), 0, &error)
      guard let zip = zip_open_from_source(source, ZIP_RDONLY, &error) else { return }
      defer { zip_discard(zip) }
      for place in 0..<zip_uint64_t(max(0, zip_get_num_entries(zip, 0))) {
        var stat = zip_stat_t()
        guard zip_stat_index(zip, place, 0, &stat) == 0, let file = zip_fopen_index(zip, place, 0) else { continue }
        var content = [UInt8](repeating: 0, count: Int(stat.size))
        _ = content.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, stat.size) }
        zip_fclose(file)
        names.append(String(cString: stat.name))
        bytes.append(content)
      }
    }
  }

  func text(of name: String) -> String {
    names.firstIndex(of: name).map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
  }
}
