import Model
import TestSupport
import Testing
import Workbench

/// Which cases pass a condition, in a study with answers, without answers and with several.
struct FilterRequestTests {
  private let study: TestStudy

  init() throws {
    study = try TestStudy()
    try study.importing([
      "a/a.txt": "Interviewer: Ready?\n\nAnn: Alpha.\n\nInterviewer: More?\n\nAnn: None.\n",
      "b/b.txt": "Ann: Beta.\n\nBob: Yes.\n\nAnn: No.\n\nBob: So.\n",
      "c/c.txt": "Gamma stands alone.",
      "loose.txt": "Delta has no case.",
    ])
    let cases = """
      case,sector,size,team,Open Since
      a,po,9,x|y,2019-08-01
      b,VO,1100,-,2020-01-15
      c,,,y,
      d,so,50,x,
      """
    _ = try study.workbench.loadCases(study.write(cases, to: "cases.csv"))
    _ = try study.workbench.loadTranscripts(
      study.write("transcript,date,size\na,2025-02-03,\nb,2025-03-01,7\n", to: "transcripts.csv"))
    _ = try study.workbench.setRole("teacher", ofSpeaker: "Ann", in: "a")
  }

  /// The first word of each transcript of which something passes.
  private func passing(_ condition: String) throws -> [String] {
    let found: Excerpts
    do {
      found = try study.workbench.find("where " + condition, .init())
    } catch let problem as Problem where problem.kind == .nothingFound {
      return []
    }
    #expect(try study.workbench.find("uncoded", .init(condition: condition)).items == found.items)
    var names: [String] = []
    for item in found.items where names.last != item.transcript { names.append(item.transcript) }
    return names
  }

  @Test(
    "A value is compared without regard to capitals; who has none passes no comparison",
    arguments: [
      ("sector=vo", ["b"]), ("sector=PO", ["a"]), ("sector in (po, vo)", ["a", "b"]), ("sector=so", []),
      ("sector != po", ["b"]), ("sector=\"\"", []), ("case=c", ["c"]), ("transcript=loose", ["loose"]),
    ])
  func values(condition: String, expected: [String]) throws {
    #expect(try passing(condition) == expected)
  }

  @Test(
    "Not turns around what passes, and those without a value pass then",
    arguments: [
      ("not sector=vo", ["a", "c", "loose"]), ("not sector in (po, vo)", ["c", "loose"]),
      ("not (sector=po or sector=vo)", ["c", "loose"]), ("not not sector=po", ["a"]),
      ("not case=a and not case=b", ["c", "loose"]),
    ])
  func negation(condition: String, expected: [String]) throws {
    #expect(try passing(condition) == expected)
  }

  @Test(
    "Numbers are compared as numbers, dates as dates",
    arguments: [
      ("size < 10", ["a", "b"]), ("size > 10", []), ("size >= 9", ["a"]), ("size = 9.0", ["a"]), ("size <= 7", ["b"]),
      ("date < 2025-02-10", ["a"]), ("date >= 2025-02-03", ["a", "b"]), ("\"open since\" > 2019-12-31", ["b"]),
    ])
  func numbers(condition: String, expected: [String]) throws {
    #expect(try passing(condition) == expected)
  }

  @Test(
    "Of several values one is enough, and '-' is a value",
    arguments: [
      ("team=x", ["a"]), ("team=y", ["a", "c"]), ("team=x and team=y", ["a"]), ("team=\"-\"", ["b"]),
      ("not team=x", ["b", "c", "loose"]), ("team in (x, z)", ["a"]),
    ])
  func several(condition: String, expected: [String]) throws {
    #expect(try passing(condition) == expected)
  }

  @Test("Speakers and roles pass turn by turn")
  func speakers() throws {
    func words(_ condition: String) throws -> [String] {
      try study.workbench.find("where " + condition, .init()).items.map(\.text)
    }
    #expect(try words("speaker=Ann") == ["Alpha.", "None.", "Beta.", "No."])
    #expect(try words("speaker=ann and case=b") == ["Beta.", "No."])
    #expect(try words("role=teacher") == ["Alpha.", "None."])
    #expect(try words("role=interviewer or speaker=bob") == ["Ready?", "More?", "Yes.", "So."])
    #expect(try words("not role=teacher and case=a") == ["Ready?", "More?"])
  }

  @Test("A case without transcripts counts in the base, where the condition allows")
  func base() throws {
    try study.loadCodebook(["A"])
    func n(_ condition: String?) throws -> [String] {
      try study.workbench.frequencies(.init(), FilterRequest(condition: condition)).column("n")
    }
    #expect(try n(nil) == ["4"])
    #expect(try n("sector=so") == ["1"])
    #expect(try n("sector=po or sector=so") == ["2"])
    #expect(try n("not sector=po") == ["3"])
    #expect(try n("role=teacher") == ["1"])
  }

  @Test("Whose codings are looked at changes no base")
  func coders() throws {
    try study.loadCodebook(["A"])
    study.workbench.coder = "Kim"
    _ = try study.workbench.tag("a:1", ["A"])
    study.workbench.coder = "Lou"
    _ = try study.workbench.tag("b:1", ["A"])
    func row(_ filter: FilterRequest) throws -> [String] {
      let table = try study.workbench.frequencies(.init(), filter)
      return table.column("count") + table.column("n")
    }
    #expect(try row(.init()) == ["2", "4"])
    #expect(try row(.init(coders: ["kim"])) == ["1", "4"])
    #expect(try row(.init(coders: ["Kim", "LOU"])) == ["2", "4"])
    #expect(try row(.init(condition: "coder=Kim or coder=Lou")) == row(.init(condition: "coder in (Kim, Lou)")))
    #expect(try row(.init(condition: "coder=Kim")) == ["1", "4"])
  }

  @Test("A name that is no attribute or coder is told, with those there are")
  func unknown() throws {
    let problem = Problem(
      "No attribute named 'sektor'.",
      hint: "Did you mean 'sector'? There are: Open Since, case, coder, date, role, sector, size, speaker, team, "
        + "transcript.")
    #expect(throws: problem) { try study.workbench.find("where sektor=po", .init()) }
    #expect(throws: Problem("No coder named 'Kim'.", hint: "Nobody has coded yet.")) {
      try study.workbench.find("any", .init(coders: ["Kim"]))
    }
  }

  @Test("A caret stands under the condition as it was typed")
  func caret() {
    let problem = #expect(throws: Problem.self) {
      try study.workbench.find("any", .init(condition: "sector="))
    }
    #expect(problem?.typed == "sector=")
    #expect(problem?.caret == 7)
  }

  private func firsts(_ table: Table) -> [String] {
    table.rows.map { if case .text(let name) = $0[0] { name } else { "" } }
  }

  @Test("The lists of transcripts, cases and speakers show what passes a condition")
  func lists() throws {
    let workbench = study.workbench
    #expect(firsts(try workbench.transcriptsTable(where: "sector in (po, vo)")) == ["a", "b"])
    #expect(firsts(try workbench.casesTable(where: "sector=so or case=c")) == ["c", "d"])
    let teachers = try workbench.speakersTable(where: "role=teacher")
    #expect(teachers.rows.map { Array($0.prefix(2)) } == [[.text("a"), .text("Ann")]])
    #expect(firsts(try workbench.speakersTable(where: "sector=vo")) == ["b", "b"])
  }

  @Test("Where nothing passes, an analysis says so and which value there never is, instead of a table of zeros")
  func nothing() throws {
    let workbench = study.workbench
    let problem = Problem(
      "Nothing passes the filter: sector is never 'zz' but VO, po, so.",
      hint: "What is known of each case: cases; of each transcript: transcripts", kind: .nothingFound)
    let filter = FilterRequest(condition: "sector=zz")
    _ = try workbench.addCode(key: "K", name: "Kind", under: nil, definition: nil)
    #expect(throws: problem) { try workbench.frequencies(FrequencyRequest(), filter) }
    #expect(throws: problem) { try workbench.saturation(SaturationRequest(), filter) }
    #expect(throws: problem) { try workbench.transcriptsTable(where: "sector=zz") }
  }
}
