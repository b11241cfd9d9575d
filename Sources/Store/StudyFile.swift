import Foundation
import GRDB
import Model

/// What can be told of a file before it is trusted as a study.
enum StudyFile {
  /// Throws a `Problem` unless the file begins as a study that this program knows.
  ///
  /// `known` is the path that messages name, where it is another.
  static func inspect(_ path: String, named known: String? = nil) throws {
    let name = ((known ?? path) as NSString).lastPathComponent
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Problem("There is no study '\(name)'.", file: path, hint: "Make one with: draad new \(name)")
    }
    guard !isFolder.boolValue else {
      throw Problem("'\(name)' is a folder, not a study.", file: path, hint: "Name a file that ends in .draad.")
    }
    // Opening a pipe would wait for somebody to write into it.
    let kind = (try? FileManager.default.attributesOfItem(atPath: realPath(path)))?[.type] as? FileAttributeType
    guard kind == .typeRegular else {
      throw Problem("'\(name)' is no file.", file: path, hint: "Name a file that ends in .draad.")
    }
    // It was looked at when it was opened.
    guard !OpenStudies.holds(path) else { return }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Problem("The study '\(name)' may not be read by you.", file: path)
    }
    defer { try? handle.close() }
    let head = [UInt8]((try? handle.read(upToCount: 100)) ?? Data())
    let magic = Array("SQLite format 3".utf8) + [0]
    guard head.count == 100, Array(head[0..<16]) == magic else {
      throw Problem(
        "'\(name)' is no study: it is not a file that Draad made.", file: path,
        hint: "Transcripts come in with: draad import \(name)")
    }
    guard Int32(bitPattern: bigEndian(head, 68)) == Schema.applicationID else {
      throw Problem(
        "'\(name)' is an SQLite file, but no study of Draad.", file: path, hint: "Make a study with: draad new FILE")
    }
    try requireKnown(Int(Int32(bitPattern: bigEndian(head, 60))), path)
    try requireWhole(head, handle, path)
  }

  /// A file that was copied in part is shorter than it says; where another file belongs to it, that may say otherwise.
  private static func requireWhole(_ head: [UInt8], _ handle: FileHandle, _ path: String) throws {
    let pageSize = Int(head[16]) << 8 | Int(head[17])
    let said = Int(bigEndian(head, 28)) * (pageSize == 1 ? 65536 : pageSize)
    guard bigEndian(head, 24) == bigEndian(head, 92), Leftovers.size(of: path) == 0,
      let size = try? handle.seekToEnd(), said > Int(clamping: size)
    else { return }
    throw Problem(
      "The study '\((path as NSString).lastPathComponent)' was cut off: \(size) of \(said) bytes are there.",
      file: path,
      hint: "Copy it again, or save what is there with: draad rescue \((path as NSString).lastPathComponent) NEW.draad")
  }

  /// The study is not one that Draad would have made.
  static func strange(_ path: String, _ strangers: [String]) -> Problem {
    let name = (path as NSString).lastPathComponent
    let more = strangers.count > 3 ? ", and \(strangers.count - 3) more" : ""
    return Problem(
      "The study '\(name)' is not as Draad made it: \(strangers.prefix(3).joined(separator: ", "))\(more). "
        + "It was not opened.", file: path,
      hint: "Put what is Draad's into a new study with: draad rescue \(name) NEW.draad")
  }

  static func needsWriting(_ path: String, _ version: Int) -> Problem {
    Problem(
      "The study '\((path as NSString).lastPathComponent)' is of an older Draad and may not be written by you, "
        + "so it cannot be brought up to date.", file: path,
      hint: "Copy it to a folder of your own, and open it there.")
  }

  private static func realPath(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// `version` is `user_version`: the number of migrations applied.
  static func requireKnown(_ version: Int, _ path: String) throws {
    let name = (path as NSString).lastPathComponent
    guard version >= 0 else { throw Problem("The study '\(name)' is damaged.", file: path) }
    guard version <= Schema.version else {
      throw Problem(
        "The study '\(name)' was written by a newer Draad (version \(version) of the file, this program knows \(Schema.version)).",
        file: path, hint: "Install the newer Draad; this one leaves the file as it is.")
    }
  }

  /// Why a file cannot be made, by the number that the system gave.
  static func cannotMake(_ path: String, called what: String, _ code: Int32) -> Problem {
    let name = (path as NSString).lastPathComponent
    switch code {
    case ENOENT, ENOTDIR:
      let folder = PathText.folder(of: path)
      return Problem("There is no folder '\(folder)' for the \(what).", hint: "Make it with: mkdir -p \(folder)")
    case ENOSPC, EDQUOT, EFBIG:
      return Problem("The disk is full; the \(what) '\(name)' was not made.", hint: "Make room.")
    case EIO: return Problem("The disk gave an error; the \(what) '\(name)' was not made.", file: path)
    default:
      return Problem(
        "The \(what) '\(name)' cannot be made here.", file: path, hint: "Look at the rights of the folder.")
    }
  }

  /// Removes what was made in vain, with what SQLite keeps beside it.
  static func remove(_ path: String) {
    for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
  }

  /// Takes out what stands in a file that is being made.
  static func empty(_ path: String) {
    truncate(path, 0)
    for ending in ["-wal", "-shm", "-journal"] { unlink(path + ending) }
  }

  /// Waits until the names in the folder of a file are on the disk.
  static func syncFolder(of path: String) throws {
    let folder = PathText.folder(of: path)
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
    // Not every folder can be opened or synced, and then there is nothing to wait for.
    guard descriptor >= 0 else { return }
    let code = fsync(descriptor) == 0 ? 0 : errno
    close(descriptor)
    guard code != EIO, code != ENOSPC else {
      throw Problem("The disk gave an error while '\((path as NSString).lastPathComponent)' was written.")
    }
  }

  private static func bigEndian(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    bytes[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
