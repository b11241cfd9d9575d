import Foundation
import Model
import TestSupport
import Testing

@testable import Store

@Suite("Studies that are open here")
struct OpenStudiesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func make() throws -> StudyStore {
    try StudyStore.create(at: folder.file("study.draad"), language: "nl", now: "2026-01-02T03:04:05Z")
  }

  /// The locks of this process on a file, as the system lists them.
  private func locks(on path: String) throws -> [String] {
    let file = try #require(OpenStudies.File(path))
    let list = try String(contentsOfFile: "/proc/locks", encoding: .utf8)
    return list.split(separator: "\n").map(String.init).filter { line in
      line.contains(":\(file.number) ") && line.contains(" \(getpid()) ")
    }.map { $0.split(separator: " ").dropFirst().joined(separator: " ") }.sorted()
  }

  @Test("A study is held while it is open, by whatever name, with what SQLite keeps beside it")
  func held() throws {
    let path = folder.file("study.draad")
    let store = try make()
    try FileManager.default.createSymbolicLink(atPath: folder.file("link.draad"), withDestinationPath: path)
    #expect(
      ["study.draad", "link.draad", "study.draad-wal", "study.draad-shm", "other.draad"].map {
        OpenStudies.holds(folder.file($0))
      }
        == [true, true, true, true, false])
    let second = try StudyStore.open(path)
    store.close()
    #expect(OpenStudies.holds(path))
    second.close()
    second.close()
    #expect(!OpenStudies.holds(path))
  }

  @Test("Naming the open study keeps the locks on it")
  func locks() throws {
    let path = folder.file("study.draad")
    let store = try make()
    defer { store.close() }
    _ = try store.codebook()
    let before = try locks(on: path)
    #expect(!before.isEmpty)
    try StudyFile.inspect(path)
    #expect(
      throws: Problem(
        "The study 'study.draad' is open here; nothing was rescued.", file: path,
        hint: "Leave it first, and then on the command line: draad rescue study.draad NEW.draad")
    ) { try DamagedFile.copy(path, to: folder.file("copy")) }
    #expect(throws: Problem("'study.draad' is the study that is open.", file: path, hint: "Name another file.")) {
      try OpenStudies.requireElsewhere(path)
    }
    #expect(try locks(on: path) == before)
  }

  @Test("What was read is no ground for a change once another program changed the study; the next request begins anew")
  func movedOn() throws {
    let mine = try make()
    let other = try StudyStore.open(folder.file("study.draad"))
    defer {
      mine.close()
      other.close()
    }
    func add(_ key: String, to store: StudyStore) throws {
      _ = try store.perform(Act(at: "2026-01-02T03:04:05Z", coder: nil, line: "", summary: "")) { change in
        try change.set(Codebook(codes: [Code(key: key, name: key)]))
        return "Added \(key)."
      }
    }
    let first = try mine.beginRequest()
    try add("K1", to: other)
    #expect(throws: StudyMovedOn.self) { try add("K2", to: mine) }
    #expect(try mine.codebook().codes.map(\.key) == ["K1"])
    #expect(try mine.beginRequest() != first)
    try add("K2", to: mine)
    // A request that has begun to change goes on.
    try add("K3", to: other)
    try add("K4", to: mine)
    #expect(try mine.codebook().codes.map(\.key) == ["K4"])
  }
}
