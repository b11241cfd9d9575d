import Model
import Packages

/// An open `.qdpx` package: one file with the project, and the files of its sources.
final class QDAPackage {
  let name: String
  /// Entries that were passed over, and why.
  private(set) var passedOver: [Problem] = []
  private let archive: PackedArchive
  private var project: UInt64?
  /// By the last part of their names in small letters: folders and capitals differ from program to program.
  private var files: [String: UInt64] = [:]
  private var used: Set<UInt64> = []

  /// The largest file that the standard lets into a package, in bytes.
  static let largest = 2_147_483_647

  /// Opens a package on a disk; nothing of it is ever written there.
  init(path: String, limits: PackedArchive.Limits = .init()) throws(Problem) {
    name = path
    guard let archive = PackedArchive(path: path, limits: limits) else {
      throw Problem(
        "'\(PathText.name(of: path))' is no package, or is damaged or cut off: it cannot be unpacked.", file: path,
        hint: "Export the project anew from the program it comes from.")
    }
    self.archive = archive
    try list()
  }

  init(_ bytes: [UInt8], name: String, limits: PackedArchive.Limits = .init()) throws(Problem) {
    self.name = name
    guard let archive = PackedArchive(bytes, limits: limits) else {
      throw Problem(
        "'\(PathText.name(of: name))' is no package, or is damaged or cut off: it cannot be unpacked.", file: name,
        hint: "Export the project anew from the program it comes from.")
    }
    self.archive = archive
    try list()
  }

  private func list() throws(Problem) {
    guard archive.count <= archive.limits.entries else {
      throw Problem(
        "The package holds \(archive.count) files; \(archive.limits.entries) is the most.", file: name,
        hint: "See what is in it; a project has a file for each of its sources.")
    }
    var projects: [(index: UInt64, path: String)] = []
    for index in 0..<UInt64(archive.count) {
      guard let path = archive.name(of: index) else { continue }
      switch PackedName(path) {
      case .none: continue
      case .unsafe(let reason): passOver(path, reason)
      case .file(let folders, let short):
        if archive.isLink(index) {
          passOver(path, "it is a link to another file")
        } else if short.lowercased().hasSuffix(".qde"), folders.last?.lowercased() != "sources" {
          projects.append((index, path))
        } else if files.updateValue(index, forKey: short.lowercased()) != nil {
          passOver(path, "another file has the same name; the last one is read")
        }
      }
    }
    guard let first = projects.first else {
      throw Problem(
        "The package holds no project: no file in it ends in .qde.", file: name,
        hint: "See that it is a REFI-QDA project (.qdpx); a codebook alone is read by: codebook load FILE.qdc")
    }
    guard projects.count == 1 else {
      throw Problem(
        "The package holds \(projects.count) projects: \(projects.prefix(3).map { "'\($0.path)'" }.joined(separator: ", ")).",
        file: name, hint: "Unpack it, and pack each project with its sources by itself.")
    }
    project = first.index
  }

  private func passOver(_ path: String, _ reason: String) {
    let shown = String(path.map { $0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } ? "?" : $0 })
    guard passedOver.count < 1000 else { return }
    passedOver.append(
      Problem("'\(TransferReport.shown(shown))' was passed over: \(reason).", file: name))
  }

  /// The bytes of the project itself.
  func projectBytes() throws(Problem) -> [UInt8] {
    guard let project else { return [] }
    do {
      return try archive.unpack(project).get()
    } catch {
      throw Problem("The project in the package \(sentence(error)).", file: name, hint: "Export it anew.")
    }
  }

  enum Content {
    case bytes([UInt8])
    /// Not in the package, with the path it should have.
    case elsewhere(String)
    /// In the package and not to be read: the end of a sentence.
    case unreadable(String)
  }

  /// The bytes of a file that a source names; a path that leads out of the package is not followed.
  func content(_ path: String) -> Content {
    let words = path.trimmed
    guard let range = words.firstRange(of: "://") else { return inside(words) }
    let isInside = words[..<range.lowerBound].lowercased() == "internal"
    return isInside ? inside(String(words[range.upperBound...])) : .elsewhere(words)
  }

  private func inside(_ path: String) -> Content {
    let short = PathText.name(of: path).lowercased()
    guard let index = files[short] ?? PathText.unescaped(short).flatMap({ files[$0] }) else { return .elsewhere(path) }
    if archive.isLocked(index) { return .unreadable("has a password") }
    used.insert(index)
    switch archive.unpack(index) {
    case .success(let bytes): return .bytes(bytes)
    case .failure(let failure): return .unreadable(sentence(failure))
    }
  }

  /// The names of files that nothing asked for.
  var unused: [String] {
    files.values.filter { !used.contains($0) }.sorted().compactMap { archive.name(of: $0) }
  }

  private func sentence(_ failure: PackedArchive.Failure) -> String {
    switch failure {
    case .damaged: "is damaged"
    case .unknownPacking: "is packed in a way that is not known here"
    case .tooLarge: "is larger than \(archive.limits.entry >> 20) MB, the most that is read"
    case .total: "comes after \(archive.limits.total >> 20) MB of others, the most that is read"
    case .ratio: "unpacks to much more than any document does"
    }
  }
}
