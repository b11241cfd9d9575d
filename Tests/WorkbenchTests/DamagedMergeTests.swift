import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import Store
@testable import Workbench

@Suite struct DamagedMergeTests {
  private static let clock: @Sendable () -> String = { "2026-01-02T03:04:05Z" }

  /// A study, and a branch of it that has one talk more and another coded.
  private func copies(_ folder: TemporaryFolder) throws -> (mine: Workbench, theirs: Workbench) {
    let mine = try Workbench.new(folder["m1"], clock: Self.clock)
    _ = try mine.importFiles([folder.write("Kim: Met mij gaat het goed.\n\nJan: Ja.\n", to: "kim.txt")])
    _ = try mine.loadCodebook(folder.write("codes:\n  - key: K\n    name: Een\n", to: "c.yaml"))
    _ = try mine.branch(to: folder["m2"])
    let theirs = try Workbench.open(folder["m2.draad"], clock: Self.clock)
    theirs.coder = "bob"
    _ = try theirs.importFiles([folder.write("Jan: Mijn hond is dood.\n\nKim: Ach. Ja.\n", to: "jan.txt")])
    _ = try theirs.segment("kim", by: .sentence)
    _ = try theirs.tag("kim:1", ["K"])
    return (mine, theirs)
  }

  @Test(
    "What is damaged in the other study does not come in: it is said, and mine stays as it was",
    arguments: [
      "UPDATE segments SET end_byte = 999999", "UPDATE segments SET end_byte = end_byte + 8000",
      "UPDATE segments SET start_byte = -5", "UPDATE turns SET words_byte = 4000",
      "INSERT INTO pages VALUES (2, 1, 999)",
      "UPDATE turns SET start_byte = 2 WHERE start_byte = 0", "UPDATE segments SET turn_id = 1",
      "UPDATE codings SET end_byte = 90000",
    ])
  func damaged(_ sql: String) throws {
    let folder = try TemporaryFolder()
    let (mine, theirs) = try copies(folder)
    try theirs.store.queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    let before = try mine.contentDigest()
    #expect(throws: Problem.self) { try mine.merge(theirs.path) }
    #expect(try mine.contentDigest() == before)
    _ = try mine.check()
    if sql.contains("segments SET end_byte") {
      #expect(throws: Problem.self) { try theirs.tag("jan:2", ["K"]) }
    }
    mine.close()
    theirs.close()
  }
}
