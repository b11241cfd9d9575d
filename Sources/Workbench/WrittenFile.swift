import Foundation
import Model

/// Files that results are written to: whole or not at all, and never over another without being told to.
enum WrittenFile {
  static func write(_ bytes: [UInt8], to path: String, force: Bool) throws {
    let manager = FileManager.default
    guard force || !manager.fileExists(atPath: path) else {
      throw Problem("The file '\(path)' is there already.", hint: "Overwrite it with --force, or give another name.")
    }
    let folder = (path as NSString).deletingLastPathComponent
    var isFolder: ObjCBool = false
    guard folder.isEmpty || manager.fileExists(atPath: folder, isDirectory: &isFolder) && isFolder.boolValue else {
      throw Problem("There is no folder '\(folder)'.", hint: "Make it first: mkdir -p \(folder)")
    }
    do {
      // What a link points to is written, not the link.
      try Data(bytes).write(to: URL(fileURLWithPath: path).resolvingSymlinksInPath(), options: .atomic)
    } catch {
      throw Problem("The file '\(path)' cannot be written.", hint: "Look at the rights and the room on the disk.")
    }
  }
}
