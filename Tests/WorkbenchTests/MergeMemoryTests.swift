import Foundation
import Model
import TestSupport
import Testing

@testable import Store
@testable import Workbench

/// What copies know of each other when they meet more than once.
struct MergeMemoryTests {
  private func opened(_ path: String) throws -> Workbench {
    try Workbench.open(path, clock: { "2026-01-02T03:04:05Z" })
  }

  @Test("What one took away after another had taken it over stays away, whoever comes first")
  func takenOver() throws {
    let copies = try TwoCopies()
    let third = try copies.branch(of: copies.mine, "third", coder: "cas")
    defer { third.close() }
    _ = try copies.theirs.tag("t:2", ["L"])
    _ = try third.merge(copies.otherPath)
    _ = try copies.theirs.untag("t:2", ["L"])
    _ = try copies.mine.backup(to: copies.folder["twin.draad"])
    let twin = try opened(copies.folder["twin.draad"])
    defer { twin.close() }
    for path in [copies.otherPath, third.path] { _ = try copies.mine.merge(path) }
    for path in [third.path, copies.otherPath] { _ = try twin.merge(path) }
    #expect(try copies.counts(copies.mine) == ["K": 1])
    #expect(try twin.contentDigest() == copies.mine.contentDigest())
    for study in [copies.theirs, third] {
      _ = try study.merge(copies.path)
      #expect(try study.contentDigest() == copies.mine.contentDigest())
    }
  }

  @Test("What went with a merge that was undone was not taken away, also where another had taken it over")
  func undoneMerge() throws {
    let copies = try TwoCopies()
    let third = try copies.branch(of: copies.mine, "third", coder: "cas")
    defer { third.close() }
    _ = try copies.theirs.tag("t:2", ["L"])
    _ = try copies.mine.merge(copies.otherPath)
    _ = try third.merge(copies.path)
    _ = try copies.mine.undo(1)
    _ = try copies.mine.tag("t:3", ["M"])
    _ = try copies.mine.merge(third.path)
    #expect(try copies.counts(copies.mine) == ["K": 1, "L": 1, "M": 1])
    _ = try copies.theirs.merge(copies.path)
    #expect(try copies.counts(copies.theirs) == ["K": 1, "L": 1, "M": 1])
  }

  @Test("What was taken away before or after a text was replaced in both stays away")
  func replacedText() throws {
    let copies = try TwoCopies()
    _ = try copies.theirs.tag("t:2", ["L"])
    _ = try copies.theirs.tag("t:3", ["M"])
    _ = try copies.theirs.addMemo(about: .passage(transcript: "t", span: TextSpan(5, 8), code: nil), "Why?")
    _ = try copies.mine.merge(copies.otherPath)
    _ = try copies.mine.untag("t:1", ["K"])
    _ = try copies.mine.deleteMemo(1)
    copies.mine.coder = "bob"
    _ = try copies.mine.untag("t:3", ["M"])
    let text = "---\nspeakers:\n  Ann:\n  Bob:\n---\n\nBob: Well.\n\nAnn: One.\n\nBob: Two.\n\nAnn: No more.\n"
    let file = try copies.folder.write(text, to: "new/t.txt")
    for study in [copies.mine, copies.theirs] { _ = try study.replaceText(of: "t", with: file) }
    #expect(try copies.theirs.unplacedTable().rows.count == 1)
    _ = try copies.mine.untag("t:3", ["L"])
    _ = try copies.theirs.tag("t:4", ["K"])
    _ = try copies.mine.merge(copies.otherPath)
    #expect(try copies.counts(copies.mine) == ["K": 1])
    #expect(throws: Problem.self) { try copies.mine.unplacedTable() }
    #expect(throws: Problem.self) { try copies.mine.memosTable() }
    _ = try copies.theirs.merge(copies.path)
    #expect(try copies.theirs.contentDigest() == copies.mine.contentDigest())
  }

  /// How many bytes the last act wrote into the log, and of what is known of copies.
  private func written(_ study: Workbench) throws -> (log: Int, known: Int, ofOthers: Int) {
    try study.store.read { db in
      let select = try RawStatement(
        db,
        """
        SELECT (SELECT sum(length(changes)) FROM act_changes WHERE act_id = (SELECT max(act_id) FROM acts)),
          (SELECT length(facts) FROM copy_facts ORDER BY act_id DESC LIMIT 1),
          (SELECT sum(length(facts)) FROM copy_states)
        """)
      _ = try select.step()
      return (select.int(0), select.int(1), select.int(2))
    }
  }

  @Test("A merge writes little more than what is new, and undo and redo go with it")
  func little() throws {
    let study = try TestStudy()
    let mine = study.workbench
    try study.importing(["big.md": (1...1000).map { "Ann: Sentence \($0).\n\n" }.joined()])
    try study.loadCodebook(["K", "L"])
    mine.coder = "ann"
    _ = try mine.tag("big:1-1000", ["K"])
    _ = try mine.branch(to: study.folder["theirs"])
    let theirs = try opened(study.folder["theirs.draad"])
    defer { theirs.close() }
    theirs.coder = "bob"
    for number in 1...3 {
      _ = try theirs.tag("big:\(number)", ["L"])
      _ = try mine.merge(theirs.path)
      let written = try written(mine)
      #expect(written.log < 2000, "\(number): \(written)")
      #expect(written.known < 300, "\(number): \(written)")
      #expect(written.ofOthers < 300, "\(number): \(written)")
    }
    let digest = try mine.contentDigest()
    _ = try mine.undo(2)
    _ = try mine.redo(2)
    #expect(try mine.contentDigest() == digest)
    #expect(try mine.merge(theirs.path).act.summary.hasPrefix("Nothing to merge"))
    _ = try mine.undo(2)
    _ = try mine.merge(theirs.path)
    #expect(try mine.contentDigest() == digest)
    _ = try theirs.merge(mine.path)
    _ = try theirs.untag("big:1", ["L"])
    _ = try mine.merge(theirs.path)
    #expect(try mine.store.codingCounts() == ["K": 1000, "L": 2])
  }

  @Test("In a branch what was done before it can be undone, and is taken away then")
  func undoneBeforeBranch() throws {
    let copies = try TwoCopies()
    _ = try copies.theirs.undo(2)
    #expect(try copies.counts(copies.theirs) == [:])
    _ = try copies.theirs.tag("t:2", ["L"])
    _ = try copies.mine.merge(copies.otherPath)
    #expect(try copies.counts(copies.mine) == ["L": 1])
  }

  @Test("A branch is a branch as soon as it has its name, also where nothing was done since the last")
  func branches() throws {
    let copies = try TwoCopies()
    let lineage = try copies.theirs.store.side().lineage
    #expect(lineage.map(\.until) == [4, nil])
    #expect(try copies.mine.store.side().lineage == [.init(lineage[0].name)])
    let third = try copies.branch(of: copies.mine, "third", coder: "cas")
    defer { third.close() }
    #expect(try third.store.side().lineage.map(\.until) == [5, nil])
    #expect(throws: Problem.self) { try copies.mine.store.branch(to: copies.otherPath, after: 1) }
    #expect(try copies.theirs.store.side().lineage == lineage)
  }
}
