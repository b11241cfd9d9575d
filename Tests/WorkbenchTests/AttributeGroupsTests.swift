import Model
import Retrieval
import Store
import TestSupport
import Testing

@testable import Workbench

/// What is split off one reading is what reading value by value gives.
struct AttributeGroupsTests {
  private let study: TestStudy

  init() throws { study = try TestStudy() }

  private func loadSample() throws {
    let corpus = RepositoryFiles.path("Corpus/np-onderwijs")
    _ = try study.workbench.importFiles([corpus])
    _ = try study.workbench.loadCodebook(RepositoryFiles.path("Codebooks/np-onderwijs.yaml"))
    _ = try study.workbench.loadCases(corpus + "/cases.csv")
    _ = try study.workbench.loadTranscripts(corpus + "/transcripts.csv")
    _ = try study.workbench.loadCodings(corpus + "/codings-anna.csv", skipBad: false)
  }

  @Test(
    "Attributes of cases and of transcripts, with a filter and without",
    arguments: [("sector", nil), ("sector", "role=leerkracht"), ("interviewer", nil), ("interviewer", "sector=vo")]
      as [(String, String?)])
  func equal(attribute: String, condition: String?) throws {
    try loadSample()
    let workbench = study.workbench
    let filter = FilterRequest(condition: condition)
    let needs: GroundNeeds = [.segments, .turns, .words]
    let groups = try workbench.groups(by: [attribute], filter, needs: needs)
    #expect(groups.named.count > 1 || condition == "sector=vo")
    for (value, ground) in groups.named {
      let also = Condition.comparison(attribute: attribute, .equal, value: value)
      let slow = try workbench.store.ground(try workbench.select(filter, and: also).scope, needs: needs)
      #expect(ground == slow, "\(attribute) \(value)")
    }
  }

  @Test("An attribute of speakers is read value by value, what has none last")
  func speakers() throws {
    try study.importing(["one/t.txt": "Anna: Ja.\n\nBram: Nee.\n\nAnna: Toch.\n\nBram: Nou.\n"])
    _ = try study.workbench.setRole("leerkracht", ofSpeaker: "Anna", in: nil)
    let groups = try study.workbench.groups(by: ["role"], .init(), needs: .segments)
    #expect(groups.named.map(\.value) == ["leerkracht", "missing"])
    #expect(groups.named.map(\.ground.segments.count) == [2, 2])
    #expect(groups.partition.parts.map(\.isMissing) == [false, true])
  }

  @Test("An attribute that cases and speakers have is the cases', and that is said")
  func levels() throws {
    try study.importing([
      "one/t.txt": "Interviewer: Ja?\n\nRespondent: Nee.\n\nInterviewer: Toch?\n\nRespondent: Nou.\n"
    ])
    _ = try study.workbench.loadCases(study.write("case,role\none,ouder\n", to: "cases.csv"))
    let groups = try study.workbench.groups(by: ["role"], .init(), needs: [])
    #expect(groups.named.map(\.value) == ["ouder"])
    #expect(groups.notes == [.init("Attribute", "role of the cases; speakers have one of that name too")])
  }

  @Test("More than two attributes are too many")
  func many() throws {
    #expect(throws: Problem.self) { try study.workbench.groups(by: ["a,b,c"], .init(), needs: []) }
    #expect(throws: Problem.self) { try study.workbench.groups(by: [","], .init(), needs: []) }
  }

  @Test("Of a coder only the transcripts count in which they put any code, and their cases")
  func coders() throws {
    try loadSample()
    let workbench = study.workbench
    workbench.coder = "Bram"
    _ = try workbench.tag("s02-schoolleider:2", ["B3"])
    let groups = try workbench.groups(by: ["coder"], FilterRequest(), needs: [])
    #expect(groups.named.map(\.value) == ["Anna", "Bram"])
    #expect(groups.named[1].ground.transcripts == ["s02-schoolleider"])
    #expect(groups.named[1].ground.cases == ["school-02"])
    #expect(groups.named[0].ground.cases.count == 14)
    #expect(groups.notes.map(\.label) == ["Read"])
  }
}
