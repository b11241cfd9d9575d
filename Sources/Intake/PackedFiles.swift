import Packages

/// The files in a ZIP archive, each unpacked when it is asked for; nothing is written to a disk.
///
/// A document that is itself a ZIP archive (`.docx`, `.odt`, `.xlsx`) is none. Names are only shown: none is ever followed.
public final class PackedFiles {
  public struct Entry: Equatable, Sendable {
    /// As shown to people, with the archive before it: `interviews.zip/zuid/s01.docx`.
    public let name: String
    /// The last folder it lies in, below the folders that all entries share; a folder a case is how people keep interviews.
    public let folder: String?
    /// In bytes, unpacked, as the archive has it.
    public let size: Int
    let index: UInt64
  }

  /// The entries that can be read, in the order of the archive.
  public private(set) var entries: [Entry] = []
  /// A sentence for each entry that is not read, or the one for which nothing of the archive is read.
  public private(set) var problems: [IntakeProblem] = []

  private let archive: PackedArchive?
  private let name: String

  /// Opens an archive in memory, of which a copy is kept; nil when it is no archive of files.
  public convenience init?(_ file: SourceFile) { self.init(file, limits: PackedArchive.Limits()) }

  /// Opens an archive on a disk by its first bytes and its path; nil when it is no archive of files.
  ///
  /// Only the entries that are asked for come into memory. `start` are the first four bytes of the file or more.
  public convenience init?(path: String, start: some Collection<UInt8>) {
    guard Self.isArchive(start) else { return nil }
    self.init(PackedArchive(path: path, limits: PackedArchive.Limits()), name: path)
  }

  convenience init?(_ file: SourceFile, limits: PackedArchive.Limits) {
    guard Self.isArchive(file.bytes) else { return nil }
    self.init(PackedArchive(file.bytes, limits: limits), name: file.name)
  }

  private init?(_ archive: PackedArchive?, name: String) {
    self.archive = archive
    self.name = name
    guard let archive else {
      refuse("'\(shortName)' is damaged or cut off.", hint: "Fetch it anew, or unpack it and import the folder.")
      return
    }
    if ["[Content_Types].xml", "mimetype", "_rels/.rels"].contains(where: archive.has) { return nil }
    list(archive)
  }

  /// Unpacks one entry; what comes out of all of them together has a limit.
  public func read(_ entry: Entry) -> Result<SourceFile, IntakeProblem> {
    guard let archive else { return .failure(problem(entry.name, "The archive is damaged.")) }
    return archive.unpack(entry.index)
      .map { SourceFile(name: entry.name, bytes: $0) }
      .mapError { problem(entry.name, sentence($0, SourceFile.shortName(entry.name), archive.limits)) }
  }

  private static func isArchive(_ start: some Collection<UInt8>) -> Bool {
    start.starts(with: [0x50, 0x4B, 3, 4]) || start.starts(with: [0x50, 0x4B, 5, 6])
  }

  private var shortName: String { SourceFile.shortName(name) }

  private func refuse(_ text: String, hint: String?) {
    problems = [IntakeProblem(file: name, text, .refused, hint: hint)]
  }

  private func problem(_ entry: String, _ text: String) -> IntakeProblem {
    IntakeProblem(file: entry, text, .refused, hint: "Unpack the archive, and import what you need of it.")
  }

  private func list(_ archive: PackedArchive) {
    guard archive.count <= archive.limits.entries else {
      return refuse(
        "'\(shortName)' holds \(archive.count) files; \(archive.limits.entries) is the most.",
        hint: "Unpack it and import the folder.")
    }
    var found: [String: (folders: [String], entry: Entry)] = [:]
    var order: [String] = []
    for index in 0..<UInt64(archive.count) {
      guard let path = archive.name(of: index) else { continue }
      switch PackedName(path) {
      case .none: continue
      case .unsafe(let reason):
        let shown = String(path.map { $0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } ? "?" : $0 })
        problems.append(problem(name, "'\(shown)' was passed over: \(reason)."))
      case .file(let folders, let short):
        let shown = "\(name)/\(path)"
        guard let size = archive.size(of: index), !archive.isLocked(index), !archive.isLink(index),
          !isArchiveName(short)
        else {
          problems.append(problem(shown, reason(index, short, archive)))
          continue
        }
        if found[path] == nil {
          order.append(path)
        } else {
          problems.append(
            IntakeProblem(file: shown, "'\(path)' stands in the archive twice; the last one is read.", .warning))
        }
        found[path] = (folders, Entry(name: shown, folder: folders.last, size: size, index: index))
      }
    }
    entries = withoutSharedFolders(order.compactMap { found[$0] })
    if entries.isEmpty, problems.isEmpty { refuse("'\(shortName)' holds no files.", hint: nil) }
  }

  private func isArchiveName(_ short: String) -> Bool { short.lowercased().hasSuffix(".zip") }

  /// Why an entry is not for reading, as far as the list of entries tells.
  private func reason(_ index: UInt64, _ short: String, _ archive: PackedArchive) -> String {
    if archive.isLink(index) { return "'\(short)' is a link to another file; links are not followed." }
    if isArchiveName(short) { return "'\(short)' is an archive within the archive; it was not opened." }
    return archive.isLocked(index) ? "'\(short)' has a password." : "'\(short)' is damaged."
  }

  /// What lies in the folder that all files share lies in no folder of its own.
  private func withoutSharedFolders(_ found: [(folders: [String], entry: Entry)]) -> [Entry] {
    guard var shared = found.first?.folders[...] else { return [] }
    for (folders, _) in found {
      shared = shared.prefix(zip(shared, folders).prefix { $0 == $1 }.count)
    }
    return found.map { folders, entry in
      folders.count > shared.count
        ? entry : Entry(name: entry.name, folder: nil, size: entry.size, index: entry.index)
    }
  }

  private func sentence(_ failure: PackedArchive.Failure, _ name: String, _ limits: PackedArchive.Limits) -> String {
    switch failure {
    case .damaged: "'\(name)' is damaged in the archive and cannot be unpacked."
    case .unknownPacking: "'\(name)' is packed in a way that is not read here."
    case .tooLarge: "'\(name)' unpacks to more than \(size(limits.entry))."
    case .total: "With '\(name)' the archive unpacks to more than \(size(limits.total))."
    case .ratio: "'\(name)' unpacks to more than \(limits.ratio) times its size, as no transcript does."
    }
  }

  private func size(_ bytes: Int) -> String {
    bytes >= 1 << 30 ? "\(bytes >> 30) GB" : bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes) bytes"
  }
}
