import Foundation
import GRDB
import Model

/// What can be told of a file before it is trusted as a study.
enum StudyFile {
  /// Throws a `Problem` unless the file begins as a study that this program knows; gives its schema's version.
  static func inspect(_ path: String) throws -> Int {
    let name = (path as NSString).lastPathComponent
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Problem("There is no study '\(name)'.", file: path, hint: "Make one with: draad new \(name)")
    }
    guard !isFolder.boolValue else {
      throw Problem("'\(name)' is a folder, not a study.", file: path, hint: "Name a file that ends in .draad.")
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
    let version = Int(bigEndian(head, 60))
    guard version <= Schema.version else {
      throw Problem(
        "The study '\(name)' was written by a newer Draad (version \(version) of the file, this program knows \(Schema.version)).",
        file: path, hint: "Install the newer Draad; this one leaves the file as it is.")
    }
    return version
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
