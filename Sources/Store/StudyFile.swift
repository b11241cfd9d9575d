import Foundation
import GRDB
import Model

/// What can be told of a file before it is trusted as a study.
enum StudyFile {
  /// Throws a `Problem` unless the file begins as a study that this program knows.
  static func inspect(_ path: String) throws {
    let name = (path as NSString).lastPathComponent
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

  /// Makes an empty file that only its owner may read; one that is there already is never touched.
  static func make(_ path: String, called what: String, whenThere hint: String) throws {
    let name = (path as NSString).lastPathComponent
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor < 0 else {
      close(descriptor)
      return
    }
    switch errno {
    case EEXIST: throw Problem("'\(name)' is there already.", file: path, hint: hint)
    case ENOENT, ENOTDIR:
      let folder = PathText.folder(of: path)
      throw Problem("There is no folder '\(folder)' for the \(what).", hint: "Make it with: mkdir -p \(folder)")
    case ENOSPC, EDQUOT: throw Problem("The disk is full; the \(what) '\(name)' was not made.", hint: "Make room.")
    default:
      throw Problem(
        "The \(what) '\(name)' cannot be made here.", file: path, hint: "Look at the rights of the folder.")
    }
  }

  /// Removes what was made in vain, with what SQLite keeps beside it.
  static func remove(_ path: String) {
    for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
  }

  /// Waits until the file and its name in the folder are on the disk.
  static func sync(_ path: String) throws {
    let folder = PathText.folder(of: path)
    for place in [path, folder.isEmpty ? "." : folder] {
      let descriptor = open(place, O_RDONLY | O_CLOEXEC)
      let done = descriptor >= 0 && fsync(descriptor) == 0
      if descriptor >= 0 { close(descriptor) }
      guard done else {
        throw Problem("The disk gave an error while '\((path as NSString).lastPathComponent)' was written.")
      }
    }
  }

  private static func bigEndian(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    bytes[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// A name for the copy of an older study: `name.v1.draad`, numbered when taken.
  static func backupName(of path: String, version: Int) -> String {
    let stem = (path as NSString).deletingPathExtension
    var name = "\(stem).v\(version).draad"
    var number = 2
    while FileManager.default.fileExists(atPath: name) {
      name = "\(stem).v\(version)-\(number).draad"
      number += 1
    }
    return name
  }
}
