import CXlsxWriter
import Glibc
import Model

/// A workbook in the making; nothing of it touches a disk under a name.
final class XlsxWorkbook {
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private let descriptor: Int32

  /// 1 January 2000, in seconds since 1970: the same input gives the same bytes on any day.
  private static let created: time_t = 946_684_800

  init(title: String) throws(Problem) {
    descriptor = cxlsx_memory_file()
    guard descriptor >= 0 else { throw Self.noRoom }
    book = workbook_new("/proc/self/fd/\(descriptor)")
    guard let book else {
      Glibc.close(descriptor)
      throw Self.noRoom
    }
    let name = XlsxText.cell(title).text
    let short = String(name.unicodeScalars.prefix(200).map(Character.init))
    // The library copies what it is given.
    short.withCString { title in
      "Draad".withCString { author in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        properties.created = Self.created
        workbook_set_properties(book, &properties)
      }
    }
  }

  deinit {
    if let book { lxw_workbook_free(book) }
    Glibc.close(descriptor)
  }

  func sheet(_ name: String) throws(Problem) -> XlsxSheet {
    guard let book, let sheet = workbook_add_worksheet(book, name) else { throw Self.noRoom }
    return XlsxSheet(sheet, of: book)
  }

  /// The bytes of the file; nothing can be written after this.
  func close() throws(Problem) -> [UInt8] {
    guard let book else { throw Self.noRoom }
    self.book = nil
    guard workbook_close(book) == LXW_NO_ERROR else { throw Self.noRoom }
    var state = stat()
    guard fstat(descriptor, &state) == 0, state.st_size > 0 else { throw Self.noRoom }
    var bytes = [UInt8](repeating: 0, count: Int(state.st_size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done, off_t(done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.noRoom }
      done += count
    }
    return bytes
  }

  private static let noRoom = Problem(
    "There is no room to put the workbook together.", hint: "Close other programs, or write CSV: --format csv")
}
