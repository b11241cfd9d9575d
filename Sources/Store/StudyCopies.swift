import Foundation
import GRDB
import Model

/// The copies that are made before the first change of a day.
struct DailyCopies {
  let folder: CopyFolder
  let clock: () -> String
  /// The day that was looked at last.
  var day = ""
}

extension StudyStore {
  /// A copy of the study as it is now, as one file, read back before it gets its name; packed where that ends in `.gz`.
  ///
  /// With `replacing` a file of the name is written over, but not a study that is open.
  public func backup(to destination: String, replacing: Bool = false) throws {
    do {
      try refuseToReplace(destination, replacing)
      if !isReadOnly { try settleTerms() }
      guard !destination.hasSuffix(".gz") else {
        return try packedCopy(to: destination, replacing: replacing, looking: .through)
      }
      let file = try newCopy(destination, replacing)
      try copyPages(to: file.draft)
      try lookThrough(file.draft)
      try file.finish()
    } catch {
      throw problem(for: error)
    }
  }

  /// Makes a copy before the first change of each day, and takes away those that are too many.
  ///
  /// `clock` tells the time as ISO 8601.
  public func keepDailyCopies(_ setting: CopySetting, clock: @escaping () -> String) throws {
    let folder = try copyFolder(setting)
    if !isReadOnly { folder.sweep() }
    dailyCopies = setting == .off ? nil : DailyCopies(folder: folder, clock: clock)
  }

  /// Where the copies of this study lie.
  public func copyFolder(_ setting: CopySetting) throws -> CopyFolder {
    var folder = setting.folder(of: path, guid: try study("guid") ?? "")
    folder.owner = try copyMark()
    return folder
  }

  /// Whose copies those are that are made of this file.
  func copyMark() throws -> CopyMark {
    let guid = try study("guid") ?? ""
    // A file of an older version knows of no copies, and one that is damaged there is opened all the same.
    let copy = try? read { db in
      try String.fetchOne(db, sql: "SELECT copy FROM copies WHERE until_act IS NULL ORDER BY place DESC LIMIT 1")
    }
    return CopyMark(study: guid, copy: copy ?? guid, path: path)
  }

  /// Makes the copy of this day where there is none and something is to be lost; a change is not kept from being made by it.
  func copyOfTheDay() {
    guard let copies = dailyCopies else { return }
    let day = String(copies.clock().prefix(10))
    guard day != copies.day, CopyDay(day) != nil else { return }
    dailyCopies?.day = day
    do {
      let last = try queue.read { db in try String.fetchOne(db, sql: "SELECT max(at) FROM acts") }
      guard let last, !last.hasPrefix(day),
        !copies.folder.copies().contains(where: { $0.kind == .daily && $0.day == day })
      else { return }
      try copies.folder.make()
      try packedCopy(to: copies.folder.freePath(.daily, day: day), mark: copyMark())
      copies.folder.thin()
    } catch _ where stopSign.isUp {
      // The change is not made either; the next makes the copy.
      dailyCopies?.day = copies.day
    } catch {
      let why = problem(for: error)
      notices.give(
        Problem("No copy of '\(name)' was made today: \(why.what)", hint: why.hint ?? "See more with: check"))
    }
  }

  /// How a copy is looked at before it gets its name.
  enum Look {
    /// The file is known to be damaged.
    case not
    /// By SQLite.
    case over
    /// Every text and coding too, whether it is as it was stored.
    case through
  }

  /// A packed copy, read back, with whose it is where that is said.
  func packedCopy(
    to destination: String, replacing: Bool = false, looking: Look = .over, mark: CopyMark? = nil
  ) throws {
    let file = try newCopy(destination, replacing)
    let plain = try newCopy(destination + ".plain", true)
    try copyPages(to: plain.draft)
    switch looking {
    case .not: break
    case .over: try Self.lookOver(plain.draft, called: path, stopSign)
    case .through: try lookThrough(plain.draft)
    }
    try Gzip.pack(plain.draft, into: file, comment: mark?.text, goingOn: stopSign.goOn)
    guard try Gzip.holds(file.draft, bytesOf: plain.draft, goingOn: stopSign.goOn) else {
      throw Self.readBackOtherwise(destination)
    }
    plain.discard()
    try file.finish()
  }

  /// Unpacks or copies a copy into a new study, which is looked over before it gets its name.
  public static func restore(_ copy: String, to path: String) throws {
    do {
      let file = try NewFile(path, called: "study", whenThere: "Give another name: backups restore COPY NEW.draad")
      if copy.hasSuffix(".gz") {
        try Gzip.unpack(copy) { try file.write($0) }
      } else {
        try StudyFile.inspect(copy)
        let source = try plainReader(copy)
        let target = try plainQueue(file.draft)
        try source.backup(to: target)
        try target.close()
      }
      try StudyFile.inspect(file.draft, named: copy)
      try lookOver(file.draft, called: copy)
      try file.finish()
    } catch {
      throw StoreFailure.problem(for: error, file: (copy as NSString).lastPathComponent)
    }
  }

  private func newCopy(_ path: String, _ replacing: Bool) throws -> NewFile {
    try NewFile(
      path, called: "copy", replacing: replacing, whenThere: "Give another name, or overwrite it: backup --force FILE")
  }

  /// Page by page, of one moment, while others may go on writing.
  func copyPages(to path: String) throws {
    try requireOpen()
    let copy = try Self.plainQueue(path)
    try queue.read { db in
      // The first read fixes the moment; what others write between two steps is not of it.
      _ = try Self.version(db)
      try heeding(db) {
        try copy.writeWithoutTransaction { made in
          try db.backup(to: made, pagesPerStep: 256) { _ in try self.stopSign.goOn() }
        }
      }
    }
    // One file, that can be read also where nothing can be put beside it.
    try copy.inDatabase { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
    try copy.close()
  }

  private static func lookOver(_ path: String, called study: String, _ stopSign: StopSign = StopSign()) throws {
    let queue = try plainReader(StudyAccess.still.name(of: path))
    stopSign.watch(queue)
    defer { stopSign.forget(queue) }
    let found = try queue.read { db in
      try stopSign.heeded(in: db) { try String.fetchAll(db, sql: "PRAGMA quick_check(1)") }
    }
    guard found != ["ok"] else { return }
    let name = (study as NSString).lastPathComponent
    throw Problem("The study '\(name)' is damaged.", file: study, hint: StoreFailure.wayOut(of: name))
  }

  func lookThrough(_ path: String) throws {
    let copy = try StudyStore.open(path, reading: true, stopSign: stopSign)
    defer { copy.close() }
    let findings = try copy.findings(of: [.tables, .texts, .originals, .log])
    guard let first = findings.first else { return }
    throw Problem(
      "No copy was made, for the study is not whole: \(first.what)", file: self.path, hint: "See all of it with: check")
  }

  private static func readBackOtherwise(_ path: String) -> Problem {
    Problem(
      "The copy '\((path as NSString).lastPathComponent)' was not read back as it was written.", file: path,
      hint: "The disk may be failing: make the copy on another.")
  }

  /// A file that is written over must be no study that is open, nor what belongs to one.
  private func refuseToReplace(_ destination: String, _ replacing: Bool) throws {
    guard replacing else { return }
    var file = stat()
    guard stat(destination, &file) == 0 else { return }
    var own = stat()
    let isOwn = stat(path, &own) == 0 && own.st_ino == file.st_ino && own.st_dev == file.st_dev
    let isPlain = file.st_mode & S_IFMT == S_IFREG
    let belongs = ["-wal", "-shm", "-journal"].contains(where: destination.hasSuffix)
    guard isPlain, !isOwn, !belongs, Leftovers.size(of: destination) == 0, !LockHolder.isInUse(destination) else {
      throw Problem(
        isOwn ? "The study cannot be copied onto itself." : "'\(destination)' is in use, or no plain file.",
        file: destination, hint: "Give another name: backup FILE")
    }
  }
}
