import CStore
import Foundation
import GRDB
import Model

/// What else holds what a study held: copies that Draad made of it, wherever they came to lie.
public struct CopySearch: Equatable, Sendable {
  /// Copies of this file, by path.
  public var own: [String] = []
  /// Copies that were made of other files of the same study, by path.
  public var others: [String] = []
  /// Files beside the study that are copies of it themselves.
  public var studies: [String] = []
  /// What copies were that did not come to their end; they are taken away.
  public var unfinished: [String] = []

  /// Looks through folders for packed copies of a study, and through the study's own for whatever else is of it.
  init(of owner: CopyMark, named: CopyFolder, in folders: [String]) {
    let files = FileManager.default
    for folder in folders {
      for name in ((try? files.contentsOfDirectory(atPath: folder)) ?? []).sorted() {
        let path = folder + "/" + name
        if name.hasPrefix("."), name.hasSuffix(".partial") {
          if Self.holds(path, owner.study) { unfinished.append(path) }
        } else if name.hasSuffix(CopyFolder.ending) {
          take(path, of: owner, isNamed: folder == named.path && named.copy(named: name) != nil)
        }
      }
    }
    let home = PathText.folder(of: owner.path)
    for name in ((try? files.contentsOfDirectory(atPath: home)) ?? []).sorted() {
      let path = home + "/" + name
      if name.hasPrefix("."), name.hasSuffix(".partial"), Self.holds(path, owner.study) {
        unfinished.append(path)
      } else if name.hasSuffix(".draad"), !name.hasPrefix("."), path != owner.path, Self.guid(of: path) == owner.study {
        studies.append(path)
      }
    }
  }

  private mutating func take(_ path: String, of owner: CopyMark, isNamed: Bool) {
    if let mark = CopyMark(of: path) {
      if mark.belongs(to: owner) { own.append(path) } else if mark.study == owner.study { others.append(path) }
    } else if Self.holds(path, owner.study) {
      // One of an older Draad: where it lies and what it is called tells of which file.
      if isNamed { own.append(path) } else { others.append(path) }
    }
  }

  /// Whether some bytes stand in a file, unpacked where it is packed.
  static func holds(_ path: String, _ words: String) -> Bool {
    let wanted = Array(words.utf8)
    guard !wanted.isEmpty else { return false }
    var last: [UInt8] = []
    var isThere = false
    func look(_ piece: UnsafeRawBufferPointer) {
      guard !isThere else { return }
      let bytes = last + piece
      isThere = bytes.withUnsafeBytes { whole in
        guard let start = whole.baseAddress else { return false }
        return wanted.withUnsafeBytes { part in
          part.baseAddress.map { draad_place(start, whole.count, $0, part.count) >= 0 } ?? false
        }
      }
      last = Array(bytes.suffix(wanted.count - 1))
    }
    if path.hasSuffix(".gz") {
      // What is damaged further on may have been read up to there.
      try? Gzip.unpack(path, look)
    } else if let input = FileHandle(forReadingAtPath: path) {
      defer { try? input.close() }
      while !isThere, let piece = try? input.read(upToCount: 1 << 17), !piece.isEmpty { piece.withUnsafeBytes(look) }
    }
    return isThere
  }

  private static func guid(of study: String) -> String? {
    guard (try? StudyFile.inspect(study)) != nil else { return nil }
    let name = StudyAccess(study, reading: true).name(of: study)
    return try? StudyStore.plainReader(name).read { db in
      try String.fetchOne(db, sql: "SELECT value FROM study WHERE name = 'guid'")
    }
  }
}

extension StudyStore {
  /// Looks for copies where they are made now, in every `.backups` beside the study, and in the folders given.
  ///
  /// - Parameter former: where copies went before.
  public func allCopies(_ setting: CopySetting, former: [String] = []) throws -> CopySearch {
    let owner = try copyMark()
    let named = try copyFolder(setting)
    let home = PathText.folder(of: owner.path)
    var folders = [named.path, CopyFolder(beside: path).path]
    func names(in folder: String) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().map { folder + "/" + $0 }
    }
    folders += names(in: home).filter { $0.hasSuffix(".backups") }
    if case .folder(let folder) = setting { folders += names(in: folder) }
    var seen: Set<String> = []
    let wanted = (folders + former).map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
      .filter { seen.insert($0).inserted }
    var place = named
    place.path = URL(fileURLWithPath: named.path).resolvingSymlinksInPath().path
    return CopySearch(of: owner, named: place, in: wanted)
  }
}
