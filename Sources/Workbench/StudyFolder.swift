import Foundation
import Model

/// The folder of a study of another program: its files are read, and none that lies outside of it by way of a link.
final class StudyFolder {
  let path: String
  /// Files that lead out of the folder, as they were asked for.
  private(set) var strays: [String] = []
  private let real: String?
  private let isStopped: () -> Bool

  init(_ path: String, isStopped: @escaping () -> Bool = { false }) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    real = Self.real(self.path)
    self.isStopped = isStopped
  }

  /// The bytes of a file in the folder; nil where there is none, where it leads out of the folder, or once all is stopped.
  func bytes(_ name: String) -> [UInt8]? {
    guard !isStopped(), case .file = FileKind(path + "/" + name) else { return nil }
    guard isInside(name) else {
      if !strays.contains(name) { strays.append(name) }
      return nil
    }
    return try? SourceFiles.bytes(of: path + "/" + name)
  }

  /// The path of a database in the folder; throws where it, or what belongs to it, leads out of the folder.
  func database(_ name: String) throws -> String {
    for ending in ["", "-wal", "-journal", "-shm"] where FileKind.isThere(path + "/" + name + ending) {
      guard isInside(name + ending) else { throw Self.problem(name + ending, in: path) }
    }
    return path + "/" + name
  }

  /// What was not read, a sentence each.
  var problems: [Problem] { strays.map { Self.problem($0, in: path) } }

  private static func problem(_ name: String, in path: String) -> Problem {
    Problem(
      "'\(name)' is a link that leads out of the folder; it is not read.", file: path,
      hint: "Put the file itself in its place, if it belongs to the study.")
  }

  private func isInside(_ name: String) -> Bool {
    guard let real, let file = Self.real(path + "/" + name) else { return false }
    return file.hasPrefix(real.hasSuffix("/") ? real : real + "/")
  }

  /// The path without links; nil where it leads nowhere.
  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
