import Foundation
import Model
import TestSupport
import Testing
import Workbench

@Suite("The recipe of a result")
struct RecipeTests {
  private static func study() throws -> TestStudy {
    let study = try TestStudy()
    try study.importing(["mill/a.txt": "Ann: One apple.\n\nBob: Two apples.\n", "hill/b.txt": "Ann: No apples.\n"])
    try study.loadCodebook(["A", "B"])
    _ = try study.workbench.loadCases(study.write("case,sector\nmill,po\nhill,vo\n", to: "cases.csv"))
    for (coder, code) in [("Kim", "A"), ("Lou", "B")] {
      study.workbench.coder = coder
      _ = try study.workbench.tag("a:1", [code])
    }
    study.workbench.command = "x y"
    return study
  }

  private func tables(_ workbench: Workbench) throws -> [Table] {
    let all = FilterRequest()
    return [
      try workbench.frequencies(.init(), all), try workbench.frequencies(.init(count: "all"), all),
      try workbench.frequencies(.init(by: ["sector"]), all), try workbench.tabulate(.init(attribute: "sector")),
      try workbench.crosstab(.init(by: ["sector"]), all),
      try workbench.cooccurrence([], with: [], level: "segment", long: false, all),
      try workbench.saturation(.init(), all), try workbench.matrix([], rows: "cases", cells: "codings", all),
      try workbench.agreement(.init(), all), try workbench.words(.init(), all),
      try workbench.kwic("apple", all, width: 20, limit: nil),
    ]
  }

  @Test("Every analysis carries the command, the version, the content and the date of the last act")
  func everyAnalysis() throws {
    let study = try Self.study()
    let recipe = Recipe(
      command: "draad x y", version: Program.version, content: try study.workbench.contentDigest(),
      lastChange: "2026-01-02T03:04:05Z")
    for table in try tables(study.workbench) { #expect(table.recipe == recipe, "\(table.title)") }
    #expect(try study.workbench.find("A", .init()).recipe == recipe)
    #expect(try study.workbench.info().recipe == nil)
  }

  @Test("The same command on the same content gives the same bytes, also in a study that was made another time")
  func sameBytes() throws {
    let (one, other) = (try Self.study(), try Self.study())
    for (a, b) in zip(try tables(one.workbench), try tables(other.workbench)) {
      for format in ["text", "csv", "json", "md", "html", "tex"] {
        let request = OutputRequest(format: format)
        #expect(try Output.render(a, request) == Output.render(b, request))
      }
    }
    #expect(try tables(one.workbench) == tables(one.workbench))
  }

  @Test("A sheet without a study is told by its digest")
  func sheet() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("unit,coder,value\n1,a,x\n1,b,x\n2,a,y\n2,b,x\n", to: "a.csv")
    let table = try Workbench.agreement(inSheet: path, .init(), command: "agreement --data a.csv")
    #expect(
      table.recipe
        == Recipe(
          command: "draad agreement --data a.csv", version: Program.version,
          files: [.init(name: path, sha256: "972a2fcde6753ac53d6a06c23c1622647fe0ca846d3a0ca610197112d633446d")]))
  }

  @Test("The log finds the act after which the content had a digest")
  func log() throws {
    let study = try Self.study()
    let digest = try study.workbench.contentDigest()
    _ = try study.workbench.undo(1)
    let found = try study.workbench.log(digest: String(digest.prefix(12)).uppercased(), limit: nil)
    #expect(found.column("act") == ["5"])
    #expect(found.column("state") == ["undone"])
    #expect(found.notes == [.init("Content", digest), .init("Now", "another: \(try study.workbench.contentDigest())")])
    _ = try study.workbench.redo(1)
    #expect(try study.workbench.log(digest: digest, limit: nil).notes.last == .init("Now", "the same"))
    _ = try study.workbench.undo(9)
    let new = try study.workbench.log(digest: study.workbench.contentDigest(), limit: nil)
    #expect(new.column("act") == ["0"])
    #expect(new.column("summary") == ["The study was made; nothing else yet."])
  }

  @Test("A digest that is none, or that nobody asked for, is told so")
  func unknown() throws {
    let study = try Self.study()
    for typed in ["", "abc", "the first", String(repeating: "a", count: 65)] {
      #expect(throws: Problem.self) { try study.workbench.log(digest: typed, limit: nil) }
    }
    #expect(
      throws: Problem(
        "No act is known after which the content had the digest '00000000'.",
        hint:
          "Only what was asked of leaves its digest. Go back with 'undo', and look with 'info --digest'; 'redo' comes back.",
        kind: .nothingFound)
    ) { try study.workbench.log(digest: "00000000", limit: nil) }
  }
}
