import Foundation
import TestSupport

/// The files of the repository, as text.
enum Repository {
  struct File: Sendable {
    /// From the root: `Sources/Model/Act.swift`.
    let path: String
    let text: String

    var name: String { (path as NSString).lastPathComponent }
    var stem: String { (name as NSString).deletingPathExtension }
    /// The parts of the path: `Sources`, `Model`, `Act.swift`.
    var parts: [String] { path.split(separator: "/").map(String.init) }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  /// Swift and C, of the sources and of the tests.
  static let sources = files(in: "Sources", endings: ["swift", "c", "h"])
  static let tests = files(in: "Tests", endings: ["swift"])
  static let swift = (sources + tests).filter { $0.name.hasSuffix(".swift") }

  /// The code of each Swift file, without comments and texts.
  static let code: [(file: File, code: SwiftCode)] = swift.map { ($0, SwiftCode($0.text)) }

  /// What people read; the transcripts of the corpus are not among them.
  static let documents: [File] = files(in: "", endings: ["md"]).filter { file in
    file.parts.count < 3 || file.parts[0] != "Corpus"
  }

  static func file(_ path: String) -> File? {
    (try? String(contentsOfFile: RepositoryFiles.path(path), encoding: .utf8)).map { File(path: path, text: $0) }
  }

  /// The names of the folders directly in a folder.
  static func folders(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: RepositoryFiles.path(folder))) ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      let path = RepositoryFiles.path(folder + "/" + name)
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }.sorted()
  }

  private static func files(in folder: String, endings: Set<String>) -> [File] {
    let walk = FileManager.default.enumerator(atPath: RepositoryFiles.path(folder))
    var found: [File] = []
    while let path = walk?.nextObject() as? String {
      if path.split(separator: "/").last?.hasPrefix(".") == true {
        walk?.skipDescendants()
        continue
      }
      guard endings.contains((path as NSString).pathExtension) else { continue }
      if let file = file(folder.isEmpty ? path : folder + "/" + path) { found.append(file) }
    }
    return found.sorted { $0.path < $1.path }
  }
}
