import Model
import Packages

/// An open `.qdpx` package: one file with the project, and the files of its sources.
final class QDAPackage {
  let name: String
  /// Entries that were passed over, and why.
  private(set) var passedOver: [Problem] = []
  private let archive: PackedArchive
  private var project: UInt64?
  private var files = PackedPaths()
  private var used: Set<UInt64> = []
  /// Texts that were read, and files that were asked for a second time: many sources may name one.
  private var texts: [UInt64: QDAWords] = [:]
  private var kept: [UInt64: [UInt8]] = [:]
  /// Bytes that were handed out again.
  private var repeated = 0

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
        } else if let other = files.add(path, index) {
          passOver(other, "another file has the same name and folder; the last one is read")
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
      .cleanName
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

  enum Content<Found> {
    case there(Found)
    /// Not in the package, with the path it should have.
    case elsewhere(String)
    /// In the package and not to be read: the end of a sentence.
    case unreadable(String)
  }

  /// The bytes of a file that a source names; a path that leads out of the package is not followed.
  func content(_ path: String) -> Content<[UInt8]> {
    guard let index = index(of: path) else { return .elsewhere(Self.inside(path) ?? path.trimmed) }
    if let bytes = kept[index] { return hasRoom(for: bytes.count) ? .there(bytes) : tooMuch() }
    let isRepeated = used.contains(index)
    let content = unpack(index)
    if isRepeated, case .there(let bytes) = content { kept[index] = bytes }
    return content
  }

  /// The text of a file that a source names, read once however many name it.
  func words(_ path: String) -> Content<QDAWords> {
    guard let index = index(of: path) else { return .elsewhere(Self.inside(path) ?? path.trimmed) }
    if let words = texts[index] { return hasRoom(for: words.text.utf8.count) ? .there(words) : tooMuch() }
    switch unpack(index) {
    case .there(let bytes):
      let words = QDAWords(bytes)
      texts[index] = words
      return .there(words)
    case .elsewhere(let path): return .elsewhere(path)
    case .unreadable(let reason): return .unreadable(reason)
    }
  }

  /// Notes that a source names a file, of which nothing is read.
  func passOver(_ path: String) { index(of: path).map { _ = used.insert($0) } }

  private func index(of path: String) -> UInt64? { Self.inside(path).flatMap { files[$0] } }

  /// The path within a package that a source names; nil for one that leads elsewhere.
  private static func inside(_ path: String) -> String? {
    let words = path.trimmed
    guard let range = words.firstRange(of: "://") else { return words }
    return words[..<range.lowerBound].lowercased() == "internal" ? String(words[range.upperBound...]) : nil
  }

  private func unpack(_ index: UInt64) -> Content<[UInt8]> {
    if archive.isLocked(index) { return .unreadable("has a password") }
    used.insert(index)
    switch archive.unpack(index) {
    case .success(let bytes): return .there(bytes)
    case .failure(let failure): return .unreadable(sentence(failure))
    }
  }

  /// What is handed out again counts as if it were there again: it may come into the study as often.
  private func hasRoom(for count: Int) -> Bool {
    guard count <= archive.limits.total - repeated else { return false }
    repeated += count
    return true
  }

  private func tooMuch<Found>() -> Content<Found> { .unreadable(sentence(.total)) }

  /// The names of files that nothing asked for.
  var unused: [String] {
    files.indices.filter { !used.contains($0) }.sorted().compactMap { archive.name(of: $0) }
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
