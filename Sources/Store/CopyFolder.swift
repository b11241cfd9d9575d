import Foundation
import Model

/// Where the copies go that Draad makes of a study by itself.
public enum CopySetting: Equatable, Sendable {
  /// Into a folder beside the study.
  case beside
  /// Into a folder of the study's own in this one.
  case folder(String)
  /// None are made before the first change of a day; those before a file is changed by a newer Draad are, beside the study.
  case off

  /// As typed: `beside`, `off`, or a folder.
  public init(_ typed: String) {
    switch typed {
    case "beside", "": self = .beside
    case "off": self = .off
    default: self = .folder(typed)
    }
  }

  func folder(of study: String, guid: String) -> CopyFolder {
    guard case .folder(let folder) = self else { return CopyFolder(beside: study) }
    return CopyFolder(of: study, guid: guid, in: folder)
  }
}

/// Where the copies of one study lie that Draad makes by itself, and what they are called.
public struct CopyFolder: Equatable, Sendable {
  public internal(set) var path: String
  /// What the names of the copies begin with.
  let stem: String
  /// Whose copies are listed; nil for all of the name.
  var owner: CopyMark?

  /// A folder of the study's own, beside it.
  public init(beside study: String) {
    let stem = (study as NSString).deletingPathExtension
    path = stem + ".backups"
    self.stem = (stem as NSString).lastPathComponent
  }

  /// A folder of the study's own in one for many; `guid` keeps studies of one name apart.
  public init(of study: String, guid: String, in folder: String) {
    stem = ((study as NSString).deletingPathExtension as NSString).lastPathComponent
    path = (folder as NSString).appendingPathComponent("\(stem)-\(guid.prefix(8))")
  }

  /// A copy in the folder.
  public struct Copy: Equatable, Sendable {
    public var name: String
    public var path: String
    public var kind: Kind
    /// As `2026-11-21`; nil for one that was made before the file got a newer version.
    public var day: String?
    /// Of the packed file, in bytes.
    public var size: Int
  }

  /// What a copy was made for.
  public enum Kind: Equatable, Sendable {
    /// Before the first change of a day.
    case daily
    /// Before a newer Draad brought the file up to date; the version it had.
    case version(Int)
    /// Before damage was mended.
    case repair
  }

  static let ending = ".draad.gz"

  /// The name of a copy, its ending and a number for a second one of the name aside.
  func name(_ kind: Kind, day: String = "") -> String {
    switch kind {
    case .daily: "\(stem)-\(day)"
    case .version(let version): "\(stem)-version-\(version)"
    case .repair: "\(stem)-\(day)-before-repair"
    }
  }

  /// A path for a copy that no other has.
  func freePath(_ kind: Kind, day: String = "") -> String {
    let name = name(kind, day: day)
    var number = 1
    while true {
      let path = place(name + (number == 1 ? "" : ".\(number)"))
      if !FileManager.default.fileExists(atPath: path) { return path }
      number += 1
    }
  }

  func place(_ name: String) -> String { "\(path)/\(name)\(Self.ending)" }

  /// The copies in it, those by day after the others and the newest first; none where there is no folder.
  public func copies() -> [Copy] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.compactMap(copy).filter { isOwn($0.path) }.sorted { one, other in
      (one.day ?? "9", one.name) > (other.day ?? "9", other.name)
    }
  }

  /// Whether a copy is one of the study; of those without a mark the name tells.
  func isOwn(_ copy: String) -> Bool {
    guard let owner, let mark = CopyMark(of: copy) else { return true }
    return mark.belongs(to: owner)
  }

  /// Takes away what a copy of this study was that did not come to its end, and whose program is gone.
  func sweep() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names where name.hasPrefix(".\(stem)-") && name.hasSuffix(".partial") {
      UnfinishedFile.remove(path + "/" + name)
    }
  }

  /// What a file of the name is; nil where Draad gives no such name.
  func copy(named name: String) -> Copy? {
    guard name.hasPrefix(stem + "-"), name.hasSuffix(Self.ending) else { return nil }
    let parts = name.dropFirst(stem.count + 1).dropLast(Self.ending.count)
      .split(separator: ".", omittingEmptySubsequences: false)
    // Behind the point stands the number of a second one of the name; anything else is a file of the person's own.
    guard let middle = parts.first, parts.count <= 2, parts.dropFirst().allSatisfy(Self.isNumber)
    else { return nil }
    let place = "\(path)/\(name)"
    let size = (try? FileManager.default.attributesOfItem(atPath: place))?[.size] as? Int ?? 0
    if middle.hasPrefix("version-"), let version = Int(middle.dropFirst(8)) {
      return Copy(name: name, path: place, kind: .version(version), day: nil, size: size)
    }
    guard CopyDay(middle.prefix(10)) != nil else { return nil }
    let day = String(middle.prefix(10))
    switch middle.dropFirst(10) {
    case "": return Copy(name: name, path: place, kind: .daily, day: day, size: size)
    case "-before-repair": return Copy(name: name, path: place, kind: .repair, day: day, size: size)
    default: return nil
    }
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Makes the folder, for its owner only.
  func make() throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Problem(
        "The folder '\(path)' for copies of the study cannot be made.",
        hint: "Say where copies go: backups keep-in FOLDER")
    }
  }

  /// Takes away the daily copies that are too many; what cannot be taken away stays.
  func thin() {
    let daily = copies().filter { $0.kind == .daily }
    let gone = Set(CopyThinning.superfluous(daily.compactMap { $0.day.flatMap { CopyDay($0) } }))
    for copy in daily where copy.day.flatMap({ CopyDay($0) }).map(gone.contains) == true { unlink(copy.path) }
  }
}
