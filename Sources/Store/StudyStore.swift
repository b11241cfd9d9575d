import CStore
import Foundation
import GRDB
import Model

/// An open study file.
///
/// Each change is one transaction and one act; nothing of SQLite shows outside.
public final class StudyStore {
  public let path: String
  /// The file name, as messages name the study.
  public var name: String { (path as NSString).lastPathComponent }
  let queue: DatabaseQueue
  let tap: Tap
  /// While many files come in.
  var backlog: TermBacklog?
  /// How many codings there are before copies of them are kept.
  var packsCodingsFrom = PackedCodings.worthwhile
  let language: LanguageTools
  /// For each table of attributes the names in use, by their folded form.
  var attributeNames: [String: [String: String]] = [:]

  /// Makes a new study; a file that is there already is never touched.
  public static func create(at path: String, language: String, now: String) throws -> StudyStore {
    let name = (path as NSString).lastPathComponent
    try StudyFile.make(path, called: "study", whenThere: "Open it with: draad \(name)")
    do {
      let store = try StudyStore(path: path, wait: 5)
      try store.queue.write { db in
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try Self.migrate(db)
        for (key, value) in [("guid", UUID().uuidString), ("language", language), ("made", now)] {
          try db.execute(sql: "INSERT INTO study (name, value) VALUES (?, ?)", arguments: [key, value])
        }
      }
      // The file itself must say that it is a study, also when this program is killed before it closes the file.
      try store.queue.inDatabase { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
      return store
    } catch {
      StudyFile.remove(path)
      throw StoreFailure.problem(for: error, file: name)
    }
  }

  /// Opens a study.
  ///
  /// An older one is brought up to date after a copy of it was kept beside it.
  ///
  /// `wait` is how many seconds another program's write is waited for.
  public static func open(_ path: String, wait: Double = 5) throws -> StudyStore {
    try StudyFile.inspect(path)
    let name = (path as NSString).lastPathComponent
    do {
      let store = try StudyStore(path: path, wait: wait)
      // What a killed program left beside the file is part of it only now.
      let version = try store.queue.inDatabase { db in try Self.version(db) }
      try StudyFile.requireKnown(version, path)
      if version < Schema.version {
        try store.backup(to: StudyFile.backupName(of: path, version: version))
        try store.queue.write { db in try Self.migrate(db) }
      }
      return store
    } catch {
      throw StoreFailure.problem(for: error, file: name)
    }
  }

  /// Whether it could be told is of no matter: it only makes SQLite quicker.
  private static let isConfigured = draad_configure() == 0

  private init(path: String, wait: Double) throws {
    _ = Self.isConfigured
    self.path = path
    let tap = Tap()
    var configuration = Configuration()
    configuration.busyMode = .timeout(wait)
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA journal_mode = WAL;
          PRAGMA synchronous = FULL;
          PRAGMA foreign_keys = ON;
          PRAGMA temp_store = MEMORY;
          """)
      try tap.install(on: db)
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
    self.tap = tap
    language = LanguageTools()
  }

  /// Ends the use of the file; a study at rest is one file.
  public func close() {
    try? queue.close()
  }

  /// Ends what the study is being asked or done to, from any thread; that command then fails and changes nothing.
  public var interrupt: @Sendable () -> Void { { [queue] in queue.interrupt() } }

  /// A copy of the study as it is now, as one file.
  public func backup(to destination: String) throws {
    try StudyFile.make(destination, called: "copy", whenThere: "Give another name: backup FILE")
    do {
      try queue.inDatabase { db in try db.execute(sql: "VACUUM INTO ?", arguments: [destination]) }
      try StudyFile.sync(destination)
    } catch {
      StudyFile.remove(destination)
      throw StoreFailure.problem(for: error, file: name)
    }
  }

  private static func version(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  private static func migrate(_ db: Database) throws {
    let done = try version(db)
    guard done < Schema.version else { return }
    for migration in Schema.migrations[done...] { try db.execute(sql: migration) }
    try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
  }

  /// Everything that `body` reads is of one moment, whoever else writes.
  func read<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try queue.read(body)
    } catch {
      throw StoreFailure.problem(for: error, file: name)
    }
  }
}
