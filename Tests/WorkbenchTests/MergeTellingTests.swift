import Foundation
import Model
import TestSupport
import Testing

@testable import Store
@testable import Workbench

/// What is said of a merge, and what is asked before it.
struct MergeTellingTests {
  @Test("A code that one took away and the other needs is told, and is no difference where both have it")
  func needed() throws {
    let copies = try TwoCopies()
    _ = try copies.theirs.deleteCode("M", withChildren: false)
    _ = try copies.mine.tag("t:2", ["M"])
    #expect(
      try copies.mine.merge(copies.otherPath).notes == [
        "The code 'M' was taken away there and stays, because something needs it."
      ])
    #expect(
      try copies.mine.mergePlan(copies.otherPath).differences == [
        "The code 'M' was taken away and stays here, because something needs it.",
        "1 coding of 't' with 'M' by ann is only here.",
      ])
    #expect(
      try copies.theirs.merge(copies.path).notes == [
        "The code 'M' was taken away and is there again, because something needs it."
      ])
    #expect(try copies.theirs.contentDigest() == copies.mine.contentDigest())
    #expect(try copies.mine.mergePlan(copies.otherPath).differences == [])
    #expect(try copies.mine.merge(copies.otherPath).notes == [])
  }

  private static func unrelated() throws -> TestStudy {
    let study = try TestStudy()
    try study.importing(["z.md": "Zoe: Something else.\n"])
    try study.loadCodebook(["K"])
    return study
  }

  @Test("A study that has nothing in common is merged only when that is known, or agreed")
  func unrelated() throws {
    let copies = try TwoCopies()
    let other = try Self.unrelated()
    let path = other.workbench.path
    let before = try copies.mine.contentDigest()
    let sentence = "'study.draad' has no interview and no code in common with this study, and is no copy of it."
    #expect(
      throws: Problem(
        sentence + " Nothing was merged.", file: path, hint: "If both are to be one study: merge \(path) --unrelated")
    ) { try copies.mine.merge(path) }
    var asked: [String] = []
    #expect(throws: Problem.self) {
      try copies.mine.merge(
        path,
        agreeing: { sentence in
          asked.append(sentence)
          return false
        })
    }
    #expect(asked == [sentence])
    #expect(try copies.mine.mergePlan(path).isUnrelated)
    #expect(try copies.mine.contentDigest() == before)
    _ = try copies.mine.merge(path, prefer: "both", unrelated: true)
    #expect(try copies.mine.transcriptNames() == ["t", "z"])
    // From now on they have something in common.
    #expect(try !copies.mine.mergePlan(path).isUnrelated)
    _ = try copies.theirs.merge(path, prefer: "both", agreeing: { _ in true })
    #expect(try copies.theirs.transcriptNames() == ["t", "z"])
  }

  @Test("A coding without a place comes along, with the rules it was put under; an empty study asks nothing")
  func unplaced() throws {
    let copies = try TwoCopies()
    _ = try copies.mine.tag("t:3", ["M"])
    _ = try copies.mine.renameCode("M", to: "Later")
    let text = "---\nspeakers:\n  Ann:\n  Bob:\n---\n\nAnn: One.\n\nBob: Two.\n\nAnn: Zzz yyy.\n"
    _ = try copies.mine.replaceText(of: "t", with: copies.folder.write(text, to: "new/t.txt"))
    let empty = try TestStudy()
    _ = try empty.workbench.merge(copies.path)
    #expect(try empty.workbench.unplacedTable() == copies.mine.unplacedTable())
    #expect(try empty.workbench.contentDigest() == copies.mine.contentDigest())
    let versions = try empty.workbench.store.read { db in
      let select = try RawStatement(
        db, "SELECT u.code_version, c.version FROM unplaced_codings u JOIN codes c USING (code_id)")
      _ = try select.step()
      return [select.int(0), select.int(1)]
    }
    #expect(versions == [1, 2])
    #expect(try empty.workbench.check().hasPrefix("The study is whole"))
  }

  @Test("A code that was retired in one copy is retired after the merge, wherever the sentence stands")
  func retired() throws {
    let copies = try TwoCopies()
    let codes = ["K", "L", "M"].map { key in
      "  - key: \(key)\n    name: Code \(key)\n    definition: About \(key)\n"
        + (key == "K" ? "    not: Alleen niet bij y\n" : "")
    }
    _ = try copies.mine.loadCodebook(copies.folder.write("codes:\n" + codes.joined(), to: "codes.yaml"))
    _ = try copies.theirs.retireCode("K", reason: "Too wide.")
    _ = try copies.mine.merge(copies.otherPath, prefer: "both")
    #expect(
      try copies.mine.codebook().codes.first?.not == "Alleen niet bij y\n\n* * *\n\nRetired 2026-01-02: Too wide.")
    #expect(throws: Problem.self) { try copies.mine.tag("t:2", ["K"]) }
  }

  @Test("Where there is no such study it is told which name to give")
  func noSuch() throws {
    let copies = try TwoCopies()
    let short = String(copies.otherPath.dropLast(".draad".count))
    #expect(
      throws: Problem("There is no study 'theirs'.", file: short, hint: "Write its name in full: \(copies.otherPath)")
    ) { try copies.mine.merge(short) }
    let none = copies.folder["none"]
    #expect(
      throws: Problem(
        "There is no study 'none'.", file: none, hint: "Name the file of the other copy: merge OTHER.draad")
    ) { try copies.mine.mergePlan(none) }
  }
}
