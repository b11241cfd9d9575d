import Foundation
import GRDB
public import Model

extension StudyStore {
  /// Makes a new study of what can be read of a damaged one, which stays as it is.
  public static func rescue(_ damaged: String, to path: String, act: Act) throws -> Rescued {
    let name = (damaged as NSString).lastPathComponent
    guard FileManager.default.fileExists(atPath: damaged) else {
      throw Problem("There is no file '\(name)'.", file: damaged)
    }
    do {
      let file = try NewFile(path, called: "study", whenThere: "Give another name: rescue \(name) NEW.draad")
      let work = try RescueFolder(for: file.draft, damaged)
      defer { work.remove() }
      var lost = try work.read(into: file.draft)
      let store = try open(file.draft)
      defer { store.close() }
      try store.rebuildIndex()
      try store.logRescue(act, of: name, isWhole: lost.isEmpty)
      lost += try store.check().map(\.what)
      let counts = try store.counts()
      try store.closeWhole()
      try file.finish()
      return Rescued(
        lost: lost, transcripts: counts.transcripts, segments: counts.segments, codings: counts.codings)
    } catch {
      throw StoreFailure.problem(for: error, file: name)
    }
  }

  /// What was done before can no longer be undone: what was changed then is not all there.
  private func logRescue(_ act: Act, of name: String, isWhole: Bool) throws {
    try write { db in
      let number = try (Int.fetchOne(db, sql: "SELECT max(act_id) FROM acts") ?? 0) + 1
      try db.execute(
        sql: "INSERT INTO acts (act_id, at, coder, line, summary, is_final) VALUES (?, ?, ?, ?, ?, 1)",
        arguments: [
          number, act.at, act.coder, act.line,
          "Rescued from '\(name)'" + (isWhole ? ", of which nothing was lost." : ", of which something was lost."),
        ])
    }
  }
}

/// A folder beside the study that is made, with a copy of the damaged one to read.
private struct RescueFolder {
  let path: String
  let copy: String
  let name: String
  let size: Int

  init(for draft: String, _ damaged: String) throws {
    path = draft + ".damaged"
    copy = path + "/study.draad"
    name = (damaged as NSString).lastPathComponent
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    do {
      size = try DamagedFile.copy(damaged, to: copy)
      if Leftovers.size(of: damaged) > 0 { _ = try DamagedFile.copy(damaged + "-wal", to: copy + "-wal") }
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      throw error
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Reads it in all ways that there are until nothing is lost, and keeps what has most rows; gives what is lost.
  func read(into draft: String) throws -> [String] {
    var best: (way: Way, found: Found)?
    for way in Way.allCases {
      guard let found = try read(way, into: draft), !found.isNothing else { continue }
      if best.map({ found.isMore(than: $0.found) }) ?? true { best = (way, found) }
      if found.lost.isEmpty { break }
    }
    guard let best else {
      throw Problem(
        "Nothing of '\(name)' can be read: \(size == 0 ? "it is empty." : "it is no study, or nothing is left of it.")",
        hint: "Go back to a copy: backups restore COPY NEW.draad")
    }
    _ = try read(best.way, into: draft)
    let left = "what '\(name)-wal' held; it does not fit the study"
    return best.found.lost + (best.way == .alone && Leftovers.size(of: copy) > 0 ? [left] : [])
  }

  private enum Way: CaseIterable {
    /// With what a program left beside it.
    case together
    case alone
    /// With the list of tables of a study that is whole.
    case mended
  }

  /// What one way of reading gave.
  private struct Found {
    var lost: [String]
    /// Rows of transcripts, segments, codes, codings, memos, cases and the like that are in the new study.
    var rows: Int

    /// Of a study that was empty nothing is lost either.
    var isNothing: Bool { rows == 0 && !lost.isEmpty }

    func isMore(than other: Found) -> Bool { (rows, -lost.count) > (other.rows, -other.lost.count) }
  }

  /// nil where that way leads nowhere.
  private func read(_ way: Way, into draft: String) throws -> Found? {
    let source = path + "/read.draad"
    StudyFile.remove(source)
    _ = try DamagedFile.copy(copy, to: source)
    switch way {
    case .together:
      if Leftovers.size(of: copy) > 0 { _ = try DamagedFile.copy(copy + "-wal", to: source + "-wal") }
    case .alone: guard Leftovers.size(of: copy) > 0 else { return nil }
    case .mended: try DamagedFile.mendBeginning(of: source, besides: path + "/whole.draad")
    }
    StudyFile.empty(draft)
    guard let (version, queue) = try? open(source) else { return nil }
    let made = try StudyStore.plainQueue(draft)
    let found = try queue.inDatabase { damaged in
      try made.writeWithoutTransaction { new in try read(damaged, into: new, version) }
    }
    try made.close()
    try queue.close()
    return found
  }

  private func read(_ damaged: Database, into new: Database, _ version: Int) throws -> Found {
    try new.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA application_id = \(Schema.applicationID)")
    var found = Found(lost: [], rows: 0)
    try new.inTransaction {
      try StudyStore.migrate(new, to: version)
      let rescue = try Rescue(from: damaged, to: new, size: size)
      found = Found(lost: rescue.lost, rows: rescue.rows)
      for (name, value) in [("guid", UUID().uuidString), ("language", "nl")] {
        try new.execute(sql: "INSERT OR IGNORE INTO study (name, value) VALUES (?, ?)", arguments: [name, value])
      }
      try StudyStore.migrate(new)
      return .commit
    }
    return found
  }

  private func open(_ copy: String) throws -> (version: Int, queue: DatabaseQueue) {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // With the first a file that was cut off can be read as far as it goes.
      try db.execute(sql: "PRAGMA writable_schema = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    }
    let queue = try DatabaseQueue(path: copy, configuration: configuration)
    let version = try queue.inDatabase { db in
      _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema")
      return try StudyStore.version(db)
    }
    return ((1...Schema.version).contains(version) ? version : Schema.version, queue)
  }
}
