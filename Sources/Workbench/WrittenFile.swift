import Foundation
import Model
import Store

/// Files that results are written to: whole or not at all, and never over another without being told to.
enum WrittenFile {
  static func write(_ bytes: [UInt8], to path: String, force: Bool) throws {
    let manager = FileManager.default
    guard force || !manager.fileExists(atPath: path) else {
      throw Problem("The file '\(path)' is there already.", hint: "Overwrite it with --force, or give another name.")
    }
    let folder = PathText.folder(of: path)
    var isFolder: ObjCBool = false
    guard folder.isEmpty || manager.fileExists(atPath: folder, isDirectory: &isFolder) && isFolder.boolValue else {
      throw Problem("There is no folder '\(folder)'.", hint: "Make it first: mkdir -p \(folder)")
    }
    // What a link points to is written, not the link.
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let rights = try refuseToReplace(real, named: path)
    do {
      try Data(bytes).write(to: real, options: .atomic)
      try manager.setAttributes([.posixPermissions: rights ?? 0o600], ofItemAtPath: real.path)
    } catch {
      throw Problem("The file '\(path)' cannot be written.", hint: "Look at the rights and the room on the disk.")
    }
  }

  /// Throws for what is no plain file, and for a study; gives the rights of a file that may be replaced.
  private static func refuseToReplace(_ real: URL, named path: String) throws -> NSNumber? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: real.path) else { return nil }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      throw Problem("'\(path)' is no plain file; nothing was written.", hint: "Give another name: --output FILE")
    }
    guard !OpenStudies.holds(real.path), !isStudy(real.path) else {
      throw Problem("'\(path)' is a study; no result is written over it.", hint: "Give another name: --output FILE")
    }
    return attributes[.posixPermissions] as? NSNumber
  }

  private static func isStudy(_ path: String) -> Bool {
    guard !["-wal", "-shm"].contains(where: path.hasSuffix) else { return true }
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: 15)) == Data("SQLite format 3".utf8)
  }
}
