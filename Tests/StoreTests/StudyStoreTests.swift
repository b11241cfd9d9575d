import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import Store

@Suite struct StudyStoreTests {
  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  /// The number at a place of SQLite's header.
  private func header(_ path: String, _ at: Int) throws -> UInt32 {
    try Data(contentsOf: URL(fileURLWithPath: path))[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  private func problem(_ body: () throws -> Void) -> Problem? {
    do {
      try body()
      return nil
    } catch {
      return error as? Problem ?? Problem("Not a problem but \(error)")
    }
  }

  @Test("A new study is one file that only its owner reads, and says what it is")
  func create() throws {
    let study = try StudyFixture()
    #expect(study.store.name == "study.draad")
    #expect(try study.store.study("language") == "nl")
    #expect(try study.store.study("made") == "2024-03-01T09:00:00Z")
    #expect(try study.store.study("guid")?.count == 36)
    for name in study.folder.names { #expect(try mode(study.folder.file(name)) == 0o600, "\(name)") }
    study.store.close()
    #expect(study.folder.names == ["study.draad"])
    #expect(try header(study.path, 68) == 0x4452_4144)
    #expect(try header(study.path, 60) == UInt32(Schema.version))
  }

  @Test("A file that is there already is never made anew")
  func createOver() throws {
    let folder = try TemporaryFolder()
    try write([1, 2, 3], to: folder.file("a.draad"))
    #expect(
      problem { _ = try StudyStore.create(at: folder.file("a.draad"), language: "nl", now: "") }
        == Problem("'a.draad' is there already.", file: folder.file("a.draad"), hint: "Open it with: draad a.draad"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("a.draad"))) == Data([1, 2, 3]))
    let nowhere = folder.file("no/such")
    #expect(
      problem { _ = try StudyStore.create(at: nowhere + "/a.draad", language: "nl", now: "") }
        == Problem("There is no folder '\(nowhere)' for the study.", hint: "Make it with: mkdir -p \(nowhere)"))
    try FileManager.default.createSymbolicLink(atPath: folder.file("link.draad"), withDestinationPath: nowhere)
    #expect(
      problem { _ = try StudyStore.create(at: folder.file("link.draad"), language: "nl", now: "") }?.what
        == "'link.draad' is there already.")
  }

  @Test("What is no study is refused with the reason")
  func open() throws {
    let folder = try TemporaryFolder()
    func refusal(_ name: String) -> Problem? { problem { _ = try StudyStore.open(folder.file(name)) } }
    #expect(
      refusal("a.draad")
        == Problem(
          "There is no study 'a.draad'.", file: folder.file("a.draad"), hint: "Make one with: draad new a.draad"))
    try FileManager.default.createDirectory(atPath: folder.file("b.draad"), withIntermediateDirectories: false)
    #expect(
      refusal("b.draad")
        == Problem(
          "'b.draad' is a folder, not a study.", file: folder.file("b.draad"), hint: "Name a file that ends in .draad.")
    )
    for (name, bytes) in [("empty", []), ("garbage", Array("Anna: words. ".utf8) + [UInt8](repeating: 7, count: 5000))]
    {
      try write(bytes, to: folder.file(name))
      #expect(
        refusal(name)
          == Problem(
            "'\(name)' is no study: it is not a file that Draad made.", file: folder.file(name),
            hint: "Transcripts come in with: draad import \(name)"))
    }
    try DatabaseQueue(path: folder.file("other.db")).write { try $0.execute(sql: "CREATE TABLE t (a)") }
    #expect(
      refusal("other.db")
        == Problem(
          "'other.db' is an SQLite file, but no study of Draad.", file: folder.file("other.db"),
          hint: "Make a study with: draad new FILE"))
  }

  @Test("A study of a newer Draad is left as it is, whether the file says so or what was left beside it")
  func newer() throws {
    let study = try StudyFixture()
    let expected = Problem(
      "The study 'study.draad' was written by a newer Draad (version 99 of the file, this program knows \(Schema.version)).",
      file: study.path, hint: "Install the newer Draad; this one leaves the file as it is.")
    try study.store.tamper("PRAGMA user_version = 99")
    #expect(try header(study.path, 60) == UInt32(Schema.version))
    #expect(problem { _ = try StudyStore.open(study.path) } == expected)
    study.store.close()
    #expect(try header(study.path, 60) == 99)
    #expect(problem { _ = try StudyStore.open(study.path) } == expected)
  }

  @Test("What a killed program left beside a study is part of it")
  func killed() throws {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("visit", ["Anna: We waited."])])
    let copy = study.folder.file("copy.draad")
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: study.path + ending, toPath: copy + ending)
    }
    let store = try StudyStore.open(copy)
    #expect(try store.text(ofTranscript: "visit") == "Anna: We waited.\n")
    #expect(try store.check() == [])
    store.close()
    #expect(study.folder.names.filter { $0.hasPrefix("copy") } == ["copy.draad"])
  }

  @Test("A study cut short or overwritten in part is a problem, never a crash", arguments: 1...16)
  func damaged(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let study = try StudyFixture()
    let lines = (0..<400).map { "Anna: We waited \($0) hours for words \($0 * 7)." }
    try study.importTranscripts([.lines("visit", lines), .lines("call", lines)], inCase: "North")
    try study.perform { try $0.set(Codebook(codes: [Code(key: "W", name: "Waiting")])) }
    try study.tag("visit", [TextSpan(6, 15)], "W")
    study.store.close()
    var bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: study.path)))
    if seed % 2 == 0 {
      bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
    } else {
      let start = Int.random(in: 100..<bytes.count, using: &random)
      for at in start..<min(bytes.count, start + 3000) { bytes[at] = UInt8.random(in: 0...255, using: &random) }
    }
    try write(bytes, to: study.path)
    var told: [String] = []
    if let found = problem({
      let store = try StudyStore.open(study.path, wait: 0.1)
      let asks: [() throws -> Void] = [
        { told += try store.check().map(\.what) }, { _ = try store.transcript(named: "visit") },
        { _ = try store.codebook() },
        { _ = try store.ground(store.scope(nil), needs: [.segments, .turns, .words]) },
        { _ = try store.segments(.matching("\"waited\""), in: store.scope(nil), limit: nil) },
        { _ = try store.undo(3, now: "later") },
      ]
      for ask in asks { if let found = problem(ask) { told.append(found.what) } }
    }) {
      told.append(found.what)
    }
    // What is overwritten may be a place where nothing stands.
    if seed % 2 == 0 { #expect(!told.isEmpty) }
    #expect(told.filter { $0.hasPrefix("Not a problem") } == [])
  }

  @Test("A backup is whole, for its owner only, and replaces nothing")
  func backup() throws {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("visit", ["Anna: We waited."])])
    let copy = study.folder.file("copy.draad")
    try study.store.backup(to: copy)
    #expect(try mode(copy) == 0o600)
    let store = try StudyStore.open(copy)
    #expect(try StudyDump(store).differences(from: StudyDump(study.store)) == [])
    #expect(try store.check() == [])
    #expect(try store.undo(1, now: "later").count == 1)
    store.close()
    #expect(
      problem { try study.store.backup(to: copy) }
        == Problem(
          "'copy.draad' is there already.", file: copy, hint: "Give another name, or overwrite it: backup --force FILE")
    )
    let nowhere = study.folder.file("nowhere")
    #expect(
      problem { try study.store.backup(to: nowhere + "/copy.draad") }
        == Problem("There is no folder '\(nowhere)' for the copy.", hint: "Make it with: mkdir -p \(nowhere)"))
    #expect(study.folder.names.filter { $0.hasPrefix("copy") } == ["copy.draad"])
  }

  @Test("The settings of a connection are those that keep what a person typed")
  func settings() throws {
    let study = try StudyFixture()
    let settings = try study.store.queue.read { db in
      try ["journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check"].map {
        try String.fetchOne(db, sql: "PRAGMA \($0)")
      }
    }
    #expect(settings == ["wal", "2", "1", "0", "1"])
  }

  @Test("A study that was closed answers with a problem")
  func closed() throws {
    let study = try StudyFixture()
    study.store.close()
    #expect(throws: Problem.self) { try study.store.transcriptNames() }
    #expect(throws: Problem.self) { try study.importTranscripts([.lines("visit", ["Anna: We waited."])]) }
    #expect(throws: Problem.self) { try study.store.rebuildIndex() }
    #expect(throws: Problem.self) { try study.store.check() }
    study.store.close()
  }
}
