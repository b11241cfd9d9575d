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
  /// Who is told of what is no answer.
  public let notices: Notices
  let busy: BusyWait
  /// Whether the file, or its folder, may only be read.
  public let isReadOnly: Bool
  private var isClosed = false
  private let file: OpenStudies.File?
  /// The state of a file that must stay as it is while it is read.
  private let stillness: Stillness?
  /// Ends what is asked of the study or done to it; that command then fails and changes nothing.
  public let stopSign: StopSign
  /// False while something is brought to an end that must be.
  private var heedsSign = true
  /// What the request that goes on has read is of this version of the content; nil where nobody asks.
  var basis: Int?
  /// The copies that are made before the first change of a day; nil where none are.
  var dailyCopies: DailyCopies?

  /// Makes a new study; a file that is there already is never touched.
  public static func create(at path: String, language: String, now: String) throws -> StudyStore {
    let name = (path as NSString).lastPathComponent
    do {
      // Until it is whole it has another name: who is killed here leaves no half study.
      let file = try NewFile(path, called: "study", whenThere: "Open it with: draad \(name)")
      let queue = try plainQueue(file.draft)
      try queue.write { db in
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try Self.migrate(db)
        for (key, value) in [("guid", UUID().uuidString), ("language", language), ("made", now)] {
          try db.execute(sql: "INSERT INTO study (name, value) VALUES (?, ?)", arguments: [key, value])
        }
      }
      try queue.close()
      try file.finish()
    } catch {
      throw StoreFailure.problem(for: error, file: name)
    }
    return try open(path)
  }

  /// Opens a study; one that may not be written is read.
  ///
  /// An older one is brought up to date after a copy of it was kept. `copies` tells for the study's mark where that goes.
  ///
  /// `wait` is how many seconds another program's write is waited for; `reading` opens what may be written as if it may not.
  /// With a stop sign of another both are stopped by it.
  public static func open(
    _ path: String, wait: Double = 5, copies: (String) -> CopySetting = { _ in .beside }, reading: Bool = false,
    notices: Notices = Notices(), stopSign: StopSign = StopSign()
  ) throws -> StudyStore {
    try StudyFile.inspect(path)
    let name = (path as NSString).lastPathComponent
    do {
      let access = StudyAccess(path, reading: reading)
      let leftovers = try Leftovers(of: path)
      let store = try StudyStore(path: path, access: access, wait: wait, notices: notices, stopSign: stopSign)
      try store.open(leftovers, copies)
      return store
    } catch {
      throw StoreFailure.problem(for: error, file: name) { LockHolder.writing(to: path) }
    }
  }

  /// Looks whether the file can be trusted, and brings it up to date.
  private func open(_ leftovers: Leftovers?, _ copies: (String) -> CopySetting) throws {
    keepLeftovers(leftovers != nil)
    // What a killed program left beside the file is part of it only now.
    let version = try queue.inDatabase { db in try Self.version(db) }
    try StudyFile.requireKnown(version, path)
    try queue.inDatabase { db in
      let strangers = try SchemaCheck.strangers(in: db, version: version)
      guard strangers.isEmpty else { throw StudyFile.strange(path, strangers) }
      try leftovers?.check(db, of: path)
    }
    keepLeftovers(false)
    guard version < Schema.version else { return tellOfErasure() }
    guard !isReadOnly else { throw StudyFile.needsWriting(path, version) }
    let guid = try study("guid") ?? ""
    let folder = copies(guid).folder(of: path, guid: guid)
    try folder.make()
    try packedCopy(to: folder.freePath(.version(version)), mark: copyMark())
    try queue.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        try Self.migrate(db)
        return .commit
      }
    }
  }

  /// A file that is damaged there is opened all the same.
  private func tellOfErasure() {
    guard (try? queue.inDatabase { db in try Self.isUnwiped(db) }) == true else { return }
    notices.give(
      Problem(
        "What was erased from '\(name)' is gone from the study, but its words are still in the bytes of the file.",
        hint: "Finish it with: check --repair"))
  }

  private func keepLeftovers(_ keeping: Bool) {
    guard !isReadOnly else { return }
    queue.inDatabase { db in if let connection = db.sqliteConnection { _ = draad_keep_log(connection, keeping ? 1 : 0) }
    }
  }

  /// Whether it could be told is of no matter: it only makes SQLite quicker.
  private static let isConfigured = draad_configure() == 0

  /// For reading only, without any change of how the file is kept.
  convenience init(reading path: String) throws {
    try self.init(path: path, access: StudyAccess(path, reading: true), wait: 5, notices: Notices())
  }

  private init(
    path: String, access: StudyAccess, wait: Double, notices: Notices, stopSign: StopSign = StopSign()
  ) throws {
    _ = Self.isConfigured
    self.path = path
    self.notices = notices
    isReadOnly = access != .writing
    let tap = Tap()
    let busy = BusyWait(wait, study: path, notices: notices)
    var configuration = Configuration()
    configuration.busyMode = .callback { busy.goesOn(after: $0) }
    // Who only looks, but could write, opens it as writers do, so that nothing stays beside the file; 'write' refuses.
    configuration.readonly = isReadOnly && access != .looking
    let journal = isReadOnly ? "" : "PRAGMA journal_mode = WAL;"
    configuration.prepareDatabase { db in
      try Self.defend(db)
      try db.execute(
        sql: """
          \(journal)
          PRAGMA synchronous = FULL;
          PRAGMA foreign_keys = ON;
          PRAGMA temp_store = MEMORY;
          """)
      try tap.install(on: db)
    }
    queue = try DatabaseQueue(path: access.name(of: path), configuration: configuration)
    self.stopSign = stopSign
    stopSign.watch(queue)
    file = OpenStudies.File(path)
    file.map(OpenStudies.add)
    stillness = access == .still ? Stillness(path) : nil
    self.busy = busy
    self.tap = tap
    language = LanguageTools()
  }

  /// What a file says is not to be believed before it is looked at.
  static func defend(_ db: Database) throws {
    try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    guard let connection = db.sqliteConnection, draad_defend(connection) == 0 else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
  }

  /// A connection to a file that is only looked at.
  static func plainReader(_ path: String) throws -> DatabaseQueue {
    _ = isConfigured
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { db in try Self.defend(db) }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// A connection to a file that is being made, and is synced when it is whole.
  static func plainQueue(_ path: String) throws -> DatabaseQueue {
    _ = isConfigured
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try Self.defend(db)
      try db.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Ends the use of the file; a study at rest is one file.
  public func close() {
    guard !isClosed else { return }
    isClosed = true
    stopSign.forget(queue)
    try? queue.close()
    file.map(OpenStudies.remove)
    tap.forget()
  }

  deinit { close() }

  /// Ends the use of a file that is still to get its name: all of it must be in the file itself.
  func closeWhole() throws {
    try requireOpen()
    try queue.inDatabase { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
    close()
    guard Leftovers.size(of: path) == 0 else { throw DatabaseError(resultCode: .SQLITE_IOERR) }
  }

  /// Whether a path leads to the file of this study, by whatever name.
  public func isIn(_ path: String) -> Bool { OpenStudies.File(path) == file }

  /// Begins a request, whose changes are made only if nobody else changed the study since.
  ///
  /// Gives the version of the content, another one after each change by another program.
  public func beginRequest() throws -> Int {
    let version = try read { try Self.dataVersion($0) }
    basis = version
    return version
  }

  public func endRequest() { basis = nil }

  static func dataVersion(_ db: Database) throws -> Int { try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0 }

  /// GRDB does not ask whether its connection is still there.
  func requireOpen() throws {
    guard !isClosed else { throw Problem("The study '\(name)' is closed.") }
  }

  static func version(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  static func migrate(_ db: Database, to version: Int = Schema.version) throws {
    let done = try self.version(db)
    guard done < version else { return }
    for migration in Schema.migrations[done..<version] { try db.execute(sql: migration) }
    try db.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// Everything that `body` reads is of one moment, whoever else writes.
  func read<T>(_ body: (Database) throws -> T) throws -> T {
    try requireOpen()
    do {
      let answer = try queue.read { db in try heeding(db) { try OddValues.refusing { try body(db) } } }
      try stillness?.require(path)
      return answer
    } catch {
      try stillness?.require(path)
      throw problem(for: error)
    }
  }

  /// Does what must not be left half done, also where somebody asked to stop.
  public func unstoppably<T>(_ work: () throws -> T) rethrows -> T {
    let former = heedsSign
    heedsSign = false
    defer { heedsSign = former }
    return try work()
  }

  func heeding<T>(_ db: Database, _ body: () throws -> T) throws -> T {
    heedsSign ? try stopSign.heeded(in: db, body) : try body()
  }

  /// What went wrong in words, with who is in the way where somebody is.
  func problem(for error: any Error) -> Problem {
    StoreFailure.problem(for: error, file: name) { LockHolder.writing(to: path) }
  }
}
