import Foundation
import Intake
import Model
import Store
import Synchronization

/// The files that paths lead to, in the order of their names.
struct SourceFiles {
  struct Entry: Sendable {
    let path: String
    /// The folder it lies in, below the one that was named, or of several that were; a folder a case is how most people keep
    /// interviews.
    let folder: String?
    let size: Int
    /// Where it lies in an archive.
    var packed: Packed?

    /// The bytes of the file; a sentence why not.
    func bytes() throws -> [UInt8] {
      guard let packed else { return try SourceFiles.bytes(of: path) }
      switch packed.read() {
      case .success(let file): return file.bytes
      case .failure(let problem): throw Problem(problem.text, hint: problem.hint)
      }
    }
  }

  struct Packed: Sendable {
    let files: OpenArchive
    let entry: PackedFiles.Entry

    func read() -> Result<SourceFile, IntakeProblem> { files.read(entry) }
  }

  /// An archive of which files are read on several threads.
  ///
  /// Not checked as Sendable: the lock lets one thread in at a time.
  final class OpenArchive: @unchecked Sendable {
    private let files: PackedFiles
    private let lock = Mutex(())

    init(_ files: PackedFiles) { self.files = files }

    func read(_ entry: PackedFiles.Entry) -> Result<SourceFile, IntakeProblem> {
      lock.withLock { _ in files.read(entry) }
    }
  }

  private(set) var entries: [Entry] = []
  /// What is wrong with archives.
  private(set) var problems: [IntakeProblem] = []
  /// Files in folders whose format is not one of transcripts.
  private(set) var leftOut: [String] = []
  private let endings: Set<String>

  /// - Parameter goingOn: asked for each file of a folder; what it throws ends the work.
  init(
    _ paths: [String], options: ReadingOptions = ReadingOptions(), goingOn: () throws -> Void = {}
  ) throws {
    endings = Set(TranscriptReaders.endings(inFolders: options))
    let kinds = paths.map { FileKind($0) }
    // `import school-*`: who names folder after folder means a case by each.
    let areCases = kinds.count { if case .folder = $0 { true } else { false } } > 1
    for (path, kind) in zip(paths, kinds) {
      switch kind {
      case .folder: try walk(path, isCase: areCases, goingOn)
      case .file(let size): if !unpack(path, folder: nil) { entries.append(Entry(path: path, folder: nil, size: size)) }
      case .none:
        throw Problem("There is no file or folder '\(path)'.", hint: "Look at the name: import PATH")
      case .other:
        throw Problem("'\(path)' is neither a file nor a folder.", hint: "Save what is in it as a file first.")
      }
    }
  }

  /// Lists the files of an archive that can be read; false for what is none.
  private mutating func unpack(_ path: String, folder: String?) -> Bool {
    guard Self.isArchiveName(path), !OpenStudies.holds(path), let handle = FileHandle(forReadingAtPath: path) else {
      return false
    }
    let start = (try? handle.read(upToCount: 4)) ?? Data()
    try? handle.close()
    guard let files = PackedFiles(path: path, start: start) else { return false }
    problems += files.problems
    let archive = OpenArchive(files)
    for entry in files.entries.sorted(by: { Self.inOrder($0.name, $1.name) }) {
      let name = SourceFile(name: entry.name, bytes: [])
      if isTaken(name.shortName) {
        entries.append(
          Entry(
            path: entry.name, folder: entry.folder ?? folder, size: entry.size,
            packed: Packed(files: archive, entry: entry)))
      } else {
        leftOut.append("\((path as NSString).lastPathComponent)\(entry.name.dropFirst(path.count))")
      }
    }
    return true
  }

  private static func isArchiveName(_ path: String) -> Bool { (path as NSString).pathExtension.lowercased() == "zip" }

  private func isTaken(_ name: String) -> Bool {
    !name.uppercased().hasPrefix("README.") && endings.contains((name as NSString).pathExtension.lowercased())
  }

  private mutating func walk(_ root: String, isCase: Bool, _ goingOn: () throws -> Void) throws {
    let base = root.hasSuffix("/") ? String(root.dropLast()) : root
    // A link to a folder would seem empty.
    let real = URL(fileURLWithPath: base).resolvingSymlinksInPath().path
    let name = URL(fileURLWithPath: base).standardizedFileURL.lastPathComponent
    let found = try FileManager.default.enumerator(atPath: real)?.compactMap { name in
      try goingOn()
      return name as? String
    }
    for relative in (found ?? []).sorted(by: Self.inOrder) {
      try goingOn()
      let parts = relative.split(separator: "/").map(String.init)
      guard !parts.contains(where: { $0.hasPrefix(".") || $0.hasPrefix("~$") || $0 == "__MACOSX" }) else { continue }
      let path = base + "/" + relative
      let folder = parts.dropLast().last ?? (isCase ? name : nil)
      switch FileKind(path) {
      case .folder where FileKind.isLink(path): leftOut.append(relative + "/")
      case .folder: continue
      case .file(let size) where isTaken(parts.last ?? ""):
        entries.append(Entry(path: path, folder: folder, size: size))
      case .file where unpack(path, folder: folder): continue
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
    try OpenStudies.requireElsewhere(path)
    if case .other = FileKind(path) {
      throw Problem("'\(path)' is no file.", hint: "Save what is in it as a file first.")
    }
    if case .file(let size) = FileKind(path), size > largest {
      throw Problem(
        "'\(path)' has \(size >> 20) MB; a file may have \(largest >> 20) MB.",
        hint: "See what it is; if it is text, cut it into several files.")
    }
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path)).withUnsafeBytes { [UInt8]($0) }
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

  /// Whether anything is there, also a link that leads nowhere.
  static func isThere(_ path: String) -> Bool {
    var found = stat()
    return lstat(path, &found) == 0
  }

  static func isLink(_ path: String) -> Bool {
    var found = stat()
    return lstat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFLNK
  }
}
