import Foundation
import Model

/// A file on a disk that may be failing.
enum DamagedFile {
  private static let piece = 1 << 16
  private static let block = 1 << 12

  /// Copies what can be read, with zeros for what cannot; gives the number of bytes.
  static func copy(_ source: String, to target: String) throws -> Int {
    let name = (source as NSString).lastPathComponent
    guard !OpenStudies.holds(source) else {
      throw Problem(
        "The study '\(name)' is open here; nothing was rescued.", file: source,
        hint: "Leave it first, and then on the command line: draad rescue \(name) NEW.draad")
    }
    let input = open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw Problem("The file '\(name)' may not be read by you.", file: source) }
    defer { close(input) }
    var file = stat()
    guard fstat(input, &file) == 0, file.st_mode & S_IFMT == S_IFREG else {
      throw Problem("'\(name)' is no file.", file: source)
    }
    let output = open(target, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw StudyFile.cannotMake(target, called: "copy", errno) }
    defer { close(output) }
    let size = Int(file.st_size)
    var bytes = [UInt8](repeating: 0, count: piece)
    var at = 0
    while at < size {
      let count = min(piece, size - at)
      if pread(input, &bytes, count, off_t(at)) != count { readBlocks(input, at, count, &bytes) }
      guard pwrite(output, bytes, count, off_t(at)) == count else {
        throw StudyFile.cannotMake(target, called: "copy", errno)
      }
      at += count
    }
    return size
  }

  private static func readBlocks(_ input: Int32, _ start: Int, _ count: Int, _ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { room in
      for at in stride(from: 0, to: count, by: block) {
        let part = UnsafeMutableRawBufferPointer(rebasing: room[at..<min(at + block, count)])
        if pread(input, part.baseAddress, part.count, off_t(start + at)) != part.count {
          part.initializeMemory(as: UInt8.self, repeating: 0)
        }
      }
    }
  }

  /// Puts the list of tables of a new study in the place of that of a damaged one: as a rule the tables begin at the same pages.
  ///
  /// `whole` is where that study is made.
  static func mendBeginning(of path: String, besides whole: String) throws {
    let queue = try StudyStore.plainQueue(whole)
    let pages = try queue.write { db in
      try StudyStore.migrate(db)
      return try Int.fetchAll(db, sql: "SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'")
    }
    try queue.close()
    defer { StudyFile.remove(whole) }
    let good = [UInt8](try Data(contentsOf: URL(fileURLWithPath: whole)))
    let output = open(path, O_WRONLY | O_CLOEXEC)
    guard output >= 0 else { return }
    defer { close(output) }
    for page in pages where page > 0 && page * block <= good.count {
      let start = (page - 1) * block
      _ = good[start..<start + block].withUnsafeBytes { pwrite(output, $0.baseAddress, block, off_t(start)) }
    }
  }
}
