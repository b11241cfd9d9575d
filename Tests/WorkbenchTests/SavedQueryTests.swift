import Model
import Testing
import Workbench

struct SavedQueryTests {
  @Test("A query is saved, used, listed, replaced and taken away, and each of these can be undone")
  func life() throws {
    let study = try TestStudy()
    try study.importing(["a.txt": "Ann: More time.\n\nBob: Less money.\n\nAnn: No.\n\nBob: Yes.\n"])
    let workbench = study.workbench
    #expect(throws: Problem.self) { try workbench.saveQuery("means", "time or money") }
    let act = try workbench.saveQuery("means", "where speaker=Ann")
    #expect(act.summary == "Saved 'where speaker=Ann' as @means.")
    #expect(throws: Problem.self) { try workbench.search("@means", .init()) }
    _ = try workbench.undo(1)
    #expect(try workbench.savedQueriesTable().rows == [])
    _ = try workbench.saveQuery("means", "matching time or money")
    _ = try workbench.saveQuery("Ann", "where speaker=Ann")
    #expect(try workbench.search("@means", .init()).items.map(\.address) == ["a:1", "a:2"])
    #expect(try workbench.search("@means", .init(condition: "@ann")).items.map(\.address) == ["a:1"])
    #expect(try workbench.find("@ann matching @MEANS", .init()).items.map(\.address) == ["a:1"])
    #expect(
      try workbench.saveQuery("MEANS", "matching money").summary
        == "Saved 'matching money' as @MEANS, formerly 'matching time or money'.")
    #expect(
      try workbench.info().notes.filter { $0.label.hasPrefix("Query") } == [
        .init("Query @Ann", "where speaker=Ann"), .init("Query @MEANS", "matching money"),
      ])
    #expect(try workbench.deleteQuery("@means").summary == "Deleted the query @MEANS: 'matching money'.")
    #expect(throws: Problem("No saved query named '@Anna'.", hint: "Did you mean '@Ann'? 'query list' shows all.")) {
      try workbench.deleteQuery("Anna")
    }
  }

  @Test("What cannot be read, or would stand for itself, is not saved")
  func refused() throws {
    let study = try TestStudy()
    #expect(throws: Problem.self) { try study.workbench.saveQuery("a", "K1 and") }
    #expect(throws: Problem.self) { try study.workbench.saveQuery("a", "@a or K1") }
    #expect(throws: Problem.self) { try study.workbench.saveQuery("a b", "K1") }
    #expect(try study.workbench.log(limit: nil).rows == [])
  }
}
