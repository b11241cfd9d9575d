import Foundation
import Model

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
      if let rights { try manager.setAttributes([.posixPermissions: rights], ofItemAtPath: real.path) }
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
    if let handle = FileHandle(forReadingAtPath: real.path) {
      defer { try? handle.close() }
      let head = (try? handle.read(upToCount: 15)) ?? Data()
      guard head != Data("SQLite format 3".utf8), !["-wal", "-shm"].contains(where: real.path.hasSuffix) else {
        throw Problem("'\(path)' is a study; no result is written over it.", hint: "Give another name: --output FILE")
      }
    }
    return attributes[.posixPermissions] as? NSNumber
  }
}
