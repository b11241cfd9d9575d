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

  init(_ paths: [String], endings: Set<String> = Set(TranscriptReaders.endings(inFolders: ReadingOptions()))) throws {
    for path in paths {
      switch FileKind(path) {
      case .folder: walk(path, endings)
      case .file(let size): entries.append(Entry(path: path, folder: nil, size: size))
      case .none:
        throw Problem("There is no file or folder '\(path)'.", hint: "Look at the name: import PATH")
      case .other:
        throw Problem("'\(path)' is neither a file nor a folder.", hint: "Save what is in it as a file first.")
      }
    }
  }

  private mutating func walk(_ root: String, _ endings: Set<String>) {
    let base = root.hasSuffix("/") ? String(root.dropLast()) : root
    // A link to a folder would seem empty.
    let real = URL(fileURLWithPath: base).resolvingSymlinksInPath().path
    let found = FileManager.default.enumerator(atPath: real)?.compactMap { $0 as? String } ?? []
    for relative in found.sorted(by: Self.inOrder) {
      let parts = relative.split(separator: "/").map(String.init)
      guard !parts.contains(where: { $0.hasPrefix(".") || $0.hasPrefix("~$") || $0 == "__MACOSX" }) else { continue }
      let path = base + "/" + relative
      let isReadme = (relative as NSString).lastPathComponent.uppercased().hasPrefix("README.")
      switch FileKind(path) {
      case .folder where FileKind.isLink(path): leftOut.append(relative + "/")
      case .folder: continue
      case .file(let size) where !isReadme && endings.contains((path as NSString).pathExtension.lowercased()):
        entries.append(Entry(path: path, folder: parts.dropLast().last, size: size))
      case .file, .other, .none: leftOut.append(relative)
      }
    }
  }

  /// Numbers in names count as numbers: `interview-2` before `interview-10`.
  private static func inOrder(_ a: String, _ b: String) -> Bool {
    a.compare(b, options: [.numeric, .caseInsensitive]) == .orderedAscending
  }

  /// No interview is larger; a longer text is a mistake, and would need several times its size in memory.
  static let largest = 256 << 20

  /// The bytes of a file; a sentence why not.
  static func bytes(of path: String) throws -> [UInt8] {
    if case .other = FileKind(path) {
      throw Problem("'\(path)' is no file.", hint: "Save what is in it as a file first.")
    }
    if case .file(let size) = FileKind(path), size > largest {
      throw Problem(
        "'\(path)' has \(size >> 20) MB; a file may have \(largest >> 20) MB.",
        hint: "See what it is; if it is text, cut it into several files.")
    }
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

/// What a path leads to, links followed.
enum FileKind {
  /// Size in bytes.
  case file(Int)
  case folder
  /// A pipe, a socket, a device: reading it might never end.
  case other
  /// Nothing, or links that go round in a ring.
  case none

  init(_ path: String) {
    var found = stat()
    guard stat(path, &found) == 0 else {
      self = .none
      return
    }
    switch found.st_mode & S_IFMT {
    case S_IFREG: self = .file(Int(found.st_size))
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }

  static func isLink(_ path: String) -> Bool {
    var found = stat()
    return lstat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFLNK
  }
}
