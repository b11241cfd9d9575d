import Foundation
import Model

/// Folders that results are written to: new ones, empty ones, or ones that were written before.
enum WrittenFolder {
  /// Writes files into a folder; how many.
  ///
  /// In a folder with the marker, and with `force`, the `former` files that are not written anew are removed; nothing else
  /// that lies there is touched.
  static func write(
    _ files: [(name: String, bytes: [UInt8])], to folder: String, marker: String, force: Bool,
    former: (_ file: (String) -> [UInt8]?) -> [String] = { _ in [] }
  ) throws -> Int {
    let manager = FileManager.default
    if case .none = FileKind(folder) {
      let above = PathText.folder(of: folder)
      guard above.isEmpty || manager.fileExists(atPath: above) else {
        throw Problem("There is no folder '\(above)'.", hint: "Make it first: mkdir -p \(above)")
      }
    } else {
      guard case .folder = FileKind(folder) else {
        throw Problem("'\(folder)' is no folder.", hint: "Give the name of a folder, or of one that is not there yet.")
      }
      let isOurs = manager.fileExists(atPath: folder + "/" + marker)
      let held = (try? manager.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }) ?? []
      guard held.isEmpty || isOurs else {
        throw Problem(
          "The folder '\(folder)' holds other files; nothing was written.", hint: "Give the name of a new folder.")
      }
      guard held.isEmpty || force else {
        throw Problem(
          "The folder '\(folder)' was written before.", hint: "Bring it up to date with --force, or give another name.")
      }
    }
    let written = Set(files.map(\.name))
    let old = former { manager.contents(atPath: folder + "/" + $0).map { [UInt8]($0) } }
    do {
      // Without the marker a folder that is half written is not taken for a study.
      if FileKind.isThere(folder + "/" + marker) { try manager.removeItem(atPath: folder + "/" + marker) }
      for name in old where !written.contains(name) { try? manager.removeItem(atPath: folder + "/" + name) }
      for name in Set(written.map { PathText.folder(of: $0) }).sorted() {
        try manager.createDirectory(
          atPath: name.isEmpty ? folder : folder + "/" + name, withIntermediateDirectories: true)
      }
      // The marker comes last: a folder that was not written to its end is not taken for a study.
      for file in files.filter({ $0.name != marker }) + files.filter({ $0.name == marker }) {
        try Data(file.bytes).write(to: URL(fileURLWithPath: folder + "/" + file.name), options: .atomic)
      }
    } catch {
      throw Problem(
        "The folder '\(folder)' cannot be written to its end; what lies there is not whole.",
        hint: "Look at the rights and the room on the disk, and give the name of a new folder.")
    }
    return files.count
  }
}
