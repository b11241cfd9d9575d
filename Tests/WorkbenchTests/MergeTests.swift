import Foundation
import Model
import TestSupport
import Testing

@testable import Store
@testable import Workbench

struct MergeTests {
  @Test("What came in and was taken away here stays away when the other copy comes again")
  func takenAwayAfterMerge() throws {
    let copies = try TwoCopies()
    _ = try copies.theirs.tag("t:2", ["L"])
    _ = try copies.mine.merge(copies.otherPath)
    #expect(try copies.counts(copies.mine) == ["K": 1, "L": 1])
    copies.mine.coder = "bob"
    _ = try copies.mine.untag("t:2", ["L"])
    _ = try copies.theirs.tag("t:3", ["L"])
    _ = try copies.mine.merge(copies.otherPath)
    #expect(try copies.counts(copies.mine) == ["K": 1, "L": 1])
    _ = try copies.theirs.merge(copies.path)
    #expect(try copies.theirs.contentDigest() == copies.mine.contentDigest())
  }

  @Test("What the other took away after it came in goes with the next merge")
  func takenAwayThere() throws {
    let copies = try TwoCopies()
    _ = try copies.theirs.tag("t:2", ["L"])
    _ = try copies.mine.merge(copies.otherPath)
    _ = try copies.theirs.untag("t:2", ["L"])
    _ = try copies.mine.merge(copies.otherPath)
    #expect(try copies.counts(copies.mine) == ["K": 1])
    _ = try copies.theirs.tag("t:2", ["L"])
    _ = try copies.theirs.undo(1)
    _ = try copies.theirs.tag("t:2", ["L"])
    _ = try copies.mine.merge(copies.otherPath)
    #expect(try copies.counts(copies.mine) == ["K": 1, "L": 1])
  }

  @Test("Two studies that have nothing kept in common keep all of both")
  func unrelated() throws {
    let copies = try TwoCopies(isBranch: false)
    copies.theirs.coder = "ann"
    _ = try copies.theirs.untag("t:1", ["K"])
    _ = try copies.theirs.tag("t:2", ["L"])
    _ = try copies.mine.tag("t:3", ["M"])
    _ = try copies.mine.merge(copies.otherPath)
    #expect(try copies.counts(copies.mine) == ["K": 1, "L": 1, "M": 1])
    _ = try copies.theirs.merge(copies.path)
    #expect(try copies.theirs.contentDigest() == copies.mine.contentDigest())
    // From now on they have something in common.
    _ = try copies.theirs.untag("t:1", ["K"])
    _ = try copies.mine.merge(copies.otherPath)
    #expect(try copies.counts(copies.mine) == ["L": 1, "M": 1])
  }

  @Test("A file copied by hand after a branch goes its own way, and loses nothing")
  func twin() throws {
    let copies = try TwoCopies()
    _ = try copies.mine.backup(to: copies.folder["twin.draad"])
    let twin = try Workbench.open(copies.folder["twin.draad"])
    defer { twin.close() }
    twin.coder = "ann"
    _ = try copies.mine.tag("t:2", ["K"])
    _ = try twin.tag("t:3", ["K"])
    _ = try copies.theirs.merge(copies.path)
    _ = try copies.theirs.merge(twin.path)
    #expect(try copies.counts(copies.theirs) == ["K": 3])
  }

  @Test("A code that one took away stays as long as the other uses it")
  func neededCode() throws {
    let copies = try TwoCopies()
    _ = try copies.theirs.tag("t:2", ["L"])
    _ = try copies.mine.deleteCode("L", withChildren: false)
    _ = try copies.mine.merge(copies.otherPath)
    #expect(try copies.mine.codebook().codes.map(\.key) == ["K", "L", "M"])
    copies.mine.coder = "bob"
    _ = try copies.mine.untag("t:2", ["L"])
    _ = try copies.mine.merge(copies.otherPath)
    _ = try copies.theirs.merge(copies.path)
    #expect(try copies.theirs.codebook().codes.map(\.key) == ["K", "M"])
  }

  @Test("Questions are asked for what both changed; who stops changes nothing")
  func questions() throws {
    let copies = try TwoCopies()
    _ = try copies.mine.renameCode("K", to: "Mine")
    _ = try copies.theirs.renameCode("K", to: "Theirs")
    let before = try copies.mine.contentDigest()
    #expect(throws: Problem.self) { try copies.mine.merge(copies.otherPath) }
    #expect(throws: Problem.self) { try copies.mine.merge(copies.otherPath, asking: { _ in nil }) }
    #expect(try copies.mine.contentDigest() == before)
    var asked: [MergeQuestion] = []
    _ = try copies.mine.merge(copies.otherPath) { question in
      asked.append(question)
      return "theirs"
    }
    #expect(
      asked == [
        MergeQuestion(
          sentence: "The name of the code 'K' is 'Mine' here and 'Theirs' there.", number: 1, count: 1)
      ])
    #expect(try copies.mine.codebook().codes.first?.name == "Theirs")
    // What was decided is no question any more, on either side.
    _ = try copies.theirs.merge(copies.path)
    #expect(try copies.theirs.contentDigest() == copies.mine.contentDigest())
  }

  @Test("Mine here is theirs there", arguments: ["mine", "theirs"])
  func mirrored(rule: String) throws {
    let copies = try TwoCopies()
    for (study, name) in [(copies.mine, "a"), (copies.theirs, "b")] {
      _ = try study.renameCode("K", to: name)
      _ = try study.loadCases(copies.folder.write("case,sector\nc,\(name)\n", to: "cases.csv"))
    }
    _ = try copies.mine.deleteCode("L", withChildren: false)
    _ = try copies.theirs.renameCode("L", to: "Changed")
    let back = copies.folder["back.draad"]
    _ = try copies.mine.backup(to: back)
    _ = try copies.mine.merge(copies.otherPath, prefer: rule)
    _ = try copies.theirs.merge(back, prefer: rule == "mine" ? "theirs" : "mine")
    #expect(try copies.theirs.contentDigest() == copies.mine.contentDigest())
  }

  @Test("A merge that cannot end leaves the study as it was")
  func brokenOff() throws {
    let copies = try TwoCopies()
    _ = try copies.theirs.renameCode("K", to: "Renamed")
    _ = try copies.theirs.tag("t:2", ["L"])
    try copies.theirs.store.queue.write { db in
      try db.execute(sql: "UPDATE codings SET end_byte = 9999 WHERE code_id = 2")
    }
    let before = try copies.mine.contentDigest()
    #expect(throws: Problem.self) { try copies.mine.merge(copies.otherPath) }
    #expect(try copies.mine.contentDigest() == before)
    #expect(try copies.mine.check().hasPrefix("The study is whole"))
  }

  @Test("A coding keeps the rules it was put under")
  func versions() throws {
    let copies = try TwoCopies()
    _ = try copies.theirs.tag("t:2", ["K"])
    _ = try copies.theirs.renameCode("K", to: "Later")
    _ = try copies.theirs.tag("t:3", ["K"])
    _ = try copies.mine.renameCode("K", to: "Sooner")
    _ = try copies.mine.renameCode("K", to: "Code K")
    _ = try copies.mine.merge(copies.otherPath, prefer: "theirs")
    let rows = try copies.mine.store.read { db in
      let select = try RawStatement(
        db,
        """
        SELECT coalesce(v.name, c.name) FROM codings g JOIN codes c USING (code_id)
        LEFT JOIN code_versions v ON v.code_id = g.code_id AND v.version = g.code_version ORDER BY start_byte
        """)
      var rows: [String] = []
      while try select.step() { rows.append(select.text(0)) }
      return rows
    }
    #expect(rows == ["Code K", "Code K", "Later"])
  }

  @Test("Assignments travel with branch and merge, and what was taken away or done in one copy is in both")
  func assignments() throws {
    let copies = try TwoCopies()
    func given(_ study: Workbench) throws -> [String] {
      try study.store.assignments().map { "\($0.coder) \($0.transcript)\($0.isDone ? " done" : "")" }
    }
    _ = try copies.mine.assign(AssignRequest(["t"], to: ["ann", "bob"]))
    _ = try copies.mine.setBlind(true, "bob")
    _ = try copies.theirs.assign(AssignRequest(["t"], to: ["bob", "cas"]))
    _ = try copies.theirs.setDone(true, ["t"])
    let plan = try copies.mine.mergePlan(copies.otherPath)
    #expect(plan.conflicts == [])
    #expect(
      plan.differences.filter { $0.contains("ssignment") } == [
        "The assignment of 't to ann' is only here.",
        "The state of the assignment of 't to bob' is 'not done' here and 'done' there; both were changed.",
        "The assignment of 't to cas' is only there.",
      ])
    #expect(plan.table.row("Assignments") == ["Assignments", "1", "1", "0", "0", "1", "0", "0", "0"])
    _ = try copies.mine.merge(copies.otherPath)
    #expect(try given(copies.mine) == ["ann t", "bob t done", "cas t"])
    _ = try copies.theirs.merge(copies.path)
    #expect(try copies.theirs.contentDigest() == copies.mine.contentDigest())
    #expect(try copies.theirs.store.blindCoders() == ["bob"])
    _ = try copies.theirs.unassign(["t"], from: ["cas"])
    _ = try copies.theirs.setBlind(false, "bob")
    _ = try copies.mine.setDone(false, ["t"])
    _ = try copies.mine.merge(copies.otherPath)
    #expect(try given(copies.mine) == ["ann t", "bob t done"])
    #expect(try copies.mine.store.blindCoders() == [])
    #expect(try copies.mine.check().hasPrefix("The study is whole"))
    // One takes the transcript away, the other gives it to somebody: it stays.
    _ = try copies.mine.remove("t")
    _ = try copies.theirs.assign(AssignRequest(["t"], to: ["dora"]))
    _ = try copies.mine.merge(copies.otherPath)
    #expect(try given(copies.mine) == ["dora t"])
  }
}
