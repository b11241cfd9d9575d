import Foundation
import Intake
import Model

/// The files that paths lead to, in the order of their names.
struct SourceFiles {
  struct Entry {
    let path: String
    /// The subfolder it lies in, below a folder that was named; a folder a case is how most people keep interviews.
    let folder: String?
    let size: Int
  }

  private(set) var entries: [Entry] = []
  /// Files in folders whose format is not one of transcripts.
  private(set) var leftOut: [String] = []

  init(_ paths: [String]) throws {
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Problem("There is no file or folder '\(path)'.", hint: "Look at the name: import PATH")
      }
      if isFolder.boolValue {
        walk(path)
      } else {
        entries.append(Entry(path: path, folder: nil, size: Self.size(path)))
      }
    }
  }

  private mutating func walk(_ root: String) {
    let base = root.hasSuffix("/") ? String(root.dropLast()) : root
    // A link to a folder would seem empty.
    let real = URL(fileURLWithPath: base).resolvingSymlinksInPath().path
    let found = FileManager.default.enumerator(atPath: real)?.compactMap { $0 as? String } ?? []
    for relative in found.sorted(by: Self.inOrder) {
      let parts = relative.split(separator: "/").map(String.init)
      guard !parts.contains(where: { $0.hasPrefix(".") || $0.hasPrefix("~$") }) else { continue }
      let path = base + "/" + relative
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      let isReadme = (relative as NSString).lastPathComponent.uppercased().hasPrefix("README.")
      if !isReadme, TranscriptReaders.endings.contains((path as NSString).pathExtension.lowercased()) {
        entries.append(Entry(path: path, folder: parts.dropLast().last, size: Self.size(path)))
      } else {
        leftOut.append(relative)
      }
    }
  }

  /// Numbers in names count as numbers: `interview-2` before `interview-10`.
  private static func inOrder(_ a: String, _ b: String) -> Bool {
    a.compare(b, options: [.numeric, .caseInsensitive]) == .orderedAscending
  }

  private static func size(_ path: String) -> Int {
    ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int) ?? 0
  }

  /// The bytes of a file; a sentence why not.
  static func bytes(of path: String) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      guard FileManager.default.fileExists(atPath: path) else {
        throw Problem("There is no file '\(path)'.", hint: "Look at the name and the folder.")
      }
      throw Problem("The file '\(path)' cannot be read.", hint: "Look at its rights, and that it is a file.")
    }
  }
}
