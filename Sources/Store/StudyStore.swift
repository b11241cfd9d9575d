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
  /// Words known to be in the table of terms, so that each is written once.
  var knownTerms: Set<String> = []
  let language: LanguageTools

  /// Makes a new study; a file that is there already is never touched.
  public static func create(at path: String, language: String, now: String) throws -> StudyStore {
    let name = (path as NSString).lastPathComponent
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Problem("'\(name)' is there already.", file: path, hint: "Open it with: draad \(name)")
    }
    let folder = (path as NSString).deletingLastPathComponent
    var isFolder: ObjCBool = false
    guard folder.isEmpty || FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) && isFolder.boolValue
    else { throw Problem("There is no folder '\(folder)' for the study.", hint: "Make it with: mkdir -p \(folder)") }
    guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
      throw Problem("The study '\(name)' cannot be made here.", file: path, hint: "Look at the rights of the folder.")
    }
    do {
      let store = try StudyStore(path: path, wait: 5)
      try store.queue.write { db in
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try Self.migrate(db, from: 0)
        for (key, value) in [("guid", UUID().uuidString), ("language", language), ("made", now)] {
          try db.execute(sql: "INSERT INTO study (name, value) VALUES (?, ?)", arguments: [key, value])
        }
      }
      return store
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      throw StoreFailure.problem(for: error, file: name)
    }
  }

  /// Opens a study.
  ///
  /// An older one is brought up to date after a copy of it was kept beside it.
  ///
  /// `wait` is how many seconds another program's write is waited for.
  public static func open(_ path: String, wait: Double = 5) throws -> StudyStore {
    let version = try StudyFile.inspect(path)
    let name = (path as NSString).lastPathComponent
    do {
      let store = try StudyStore(path: path, wait: wait)
      if version < Schema.version {
        try store.backup(to: StudyFile.backupName(of: path, version: version))
        try store.queue.write { db in try Self.migrate(db, from: version) }
      }
      return store
    } catch {
      throw StoreFailure.problem(for: error, file: name)
    }
  }

  private init(path: String, wait: Double) throws {
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
    guard !FileManager.default.fileExists(atPath: destination) else {
      throw Problem("'\(destination)' is there already.", hint: "Give another name: backup FILE")
    }
    try read { db in
      try db.execute(sql: "VACUUM INTO ?", arguments: [destination])
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: destination)
    try Self.sync(destination)
  }

  private static func migrate(_ db: Database, from version: Int) throws {
    for migration in Schema.migrations[version...] { try db.execute(sql: migration) }
    try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
  }

  private static func sync(_ path: String) throws {
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    defer { try? handle.close() }
    try handle.synchronize()
  }

  func read<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try queue.inDatabase(body)
    } catch {
      throw StoreFailure.problem(for: error, file: name)
    }
  }
}

/// The tap on the tokenizer, as long as its connection lives.
///
/// Not checked as Sendable: it is used inside the transactions of its one connection only, which never overlap.
final class Tap: @unchecked Sendable {
  private var handle: OpaquePointer?

  func install(on db: Database) throws {
    guard let connection = db.sqliteConnection else { return }
    let code = draad_tap_install(connection, &handle)
    if code != 0 { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// Counts the words that `body` indexes; a negative sign takes words off that it removes.
  func counting(sign: Int32, _ body: () throws -> Void) rethrows -> [(word: String, count: Int64)] {
    guard let handle else { return [] }
    draad_tap_clear(handle)
    draad_tap_sign(handle, sign)
    defer { draad_tap_sign(handle, 0) }
    try body()
    var words: [(word: String, count: Int64)] = []
    words.reserveCapacity(draad_tap_size(handle))
    for index in 0..<draad_tap_size(handle) {
      var length: Int32 = 0
      var count: Int64 = 0
      let start = draad_tap_word(handle, index, &length, &count)
      let bytes = UnsafeRawBufferPointer(start: start, count: Int(length))
      words.append((String(decoding: bytes, as: UTF8.self), count))
    }
    return words
  }
}
