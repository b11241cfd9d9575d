import Model
import TestSupport
import Testing

@testable import Workbench

struct AssignmentsTests {
  private func study(_ count: Int = 10) throws -> TestStudy {
    let study = try TestStudy()
    for number in 0..<count {
      try study.importing(["t\(number).txt": "---\nspeakers:\n  Ann:\n---\n\nAnn: One \(number).\n\nAnn: Two.\n"])
    }
    try study.loadCodebook(["K"])
    study.workbench.coder = "anna"
    return study
  }

  private func given(_ study: TestStudy) throws -> [String: [String]] {
    Dictionary(grouping: try study.workbench.store.assignments(), by: \.coder)
      .mapValues { $0.map(\.transcript).sorted() }
  }

  @Test("Transcripts are given by name, to whoever is named, and taken away again")
  func named() throws {
    let study = try study(3)
    let first = try study.workbench.assign(AssignRequest(["t0", "t1"], to: ["Anna, Bram"]))
    #expect(first.act.summary == "Assigned: Anna 't0', 't1'; Bram 't0', 't1'.")
    let second = try study.workbench.assign(AssignRequest(["t1", "t2"], to: ["BRAM"]))
    #expect(second.act.summary == "Assigned: Bram 't2'.")
    #expect(second.notes == ["1 assignment of these stood already."])
    let third = try study.workbench.assign(AssignRequest(["t2"], to: ["Bram"]))
    #expect(third.act.number == 0)
    #expect(try study.workbench.unassign(["t0"], from: ["bram"]).summary == "Took 't0' from Bram.")
    #expect(try given(study) == ["Anna": ["t0", "t1"], "Bram": ["t1", "t2"]])
    #expect(try study.workbench.unassign([], from: ["bram"]).summary == "Took 't1', 't2' from Bram.")
    _ = try study.workbench.undo(2)
    #expect(try given(study) == ["Anna": ["t0", "t1"], "Bram": ["t0", "t1", "t2"]])
  }

  @Test("All are divided evenly, the share goes to each, and the same seed divides the same", arguments: 1...4)
  func divided(coders: Int) throws {
    let study = try study()
    let names = (0..<coders).map { "c\($0)" }
    let request = AssignRequest(to: names, share: "20%", seed: 3)
    _ = try study.workbench.assign(request)
    let given = try given(study)
    let both = names.map { Set(given[$0] ?? []) }.reduce(Set(given["c0"] ?? [])) { $0.intersection($1) }
    if coders > 1 { #expect(both.count == 2) }
    #expect(Set(given.values.joined()).count == 10)
    #expect(given.values.map(\.count).reduce(0, +) == 8 + 2 * coders)
    let counts = names.map { given[$0]?.count ?? 0 }
    #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
    _ = try study.workbench.undo(1)
    _ = try study.workbench.assign(request)
    #expect(try self.given(study) == given)
  }

  @Test("A sample goes to each who is named, and is the one that is drawn by itself")
  func sampled() throws {
    let study = try study()
    let outcome = try study.workbench.assign(AssignRequest(to: ["Bram"], sample: "3", seed: 4))
    let drawn = try study.workbench.sample(SampleRequest(size: "3", seed: 4)).column("transcript")
    #expect(try given(study) == ["Bram": drawn])
    let listed = drawn.map { "'\($0)'" }.joined(separator: ", ")
    #expect(outcome.act.summary == "Assigned by lot (seed 4): Bram \(listed).")
  }

  @Test("The table tells how far everybody is, and read goes to the next that is not done")
  func progress() throws {
    let study = try study(3)
    let workbench = study.workbench
    #expect(throws: Problem.self) { try workbench.assignmentsTable() }
    #expect(throws: Problem.self) { try workbench.nextAssigned() }
    _ = try workbench.assign(AssignRequest(["t0", "t1"], to: ["anna", "bram"]))
    _ = try workbench.tag("t0:1-2", ["K"])
    _ = try workbench.tag("t1:2", ["K"])
    #expect(try workbench.setDone(true, ["t0"]).summary == "anna is done with 't0'.")
    let table = try workbench.assignmentsTable()
    #expect(
      table.rows.map { $0.map(\.shown) } == [
        ["anna", "t0", "2", "2", "100.0", "done"], ["anna", "t1", "1", "2", "50.0", "begun"],
        ["bram", "t0", "0", "2", "0.0", ""], ["bram", "t1", "0", "2", "0.0", ""],
      ])
    #expect(
      table.notes.map(\.text).dropFirst() == [
        "anna 1 of 2, bram 0 of 2", "3 in all: 0 with one coder, 2 with two or more, 1 with nobody (t2)",
      ])
    #expect(try workbench.transcriptsTable().column("assigned") == ["anna|bram", "anna|bram", ""])
    #expect(try workbench.nextAssigned() == "t1")
    _ = try workbench.setDone(true, ["t1"])
    let problem = try #require(throws: Problem.self) { try workbench.nextAssigned() }
    #expect(problem.what == "anna is done with all 2.")
    _ = try workbench.setDone(false, ["t0"])
    #expect(try workbench.nextAssigned() == "t0")
  }

  @Test("What cannot be assigned is refused with a hint, and nothing is changed")
  func refused() throws {
    let study = try study(2)
    let wrong: [(AssignRequest, String)] = [
      (AssignRequest(["t0"], to: []), "It is not said to whom."),
      (AssignRequest(to: ["Anna"]), "It is not said which transcripts."),
      (
        AssignRequest(["t0"], to: ["Anna"], sample: "1"),
        "Transcripts are named, drawn or divided: one of the three."
      ),
      (AssignRequest(["t9"], to: ["Anna"]), "No transcript named 't9'."),
      (AssignRequest(["t0"], to: ["Anna"], by: ["case"]), "--by and --where belong to a draw."),
      (AssignRequest(to: ["Anna"], share: "0%"), "'0%' is no size of a sample."),
    ]
    for (request, what) in wrong {
      let problem = try #require(throws: Problem.self) { try study.workbench.assign(request) }
      #expect(problem.what == what)
      #expect(problem.hint != nil)
    }
    #expect(try study.workbench.store.assignments() == [])
    let done = try #require(throws: Problem.self) { try study.workbench.setDone(true, ["t0"]) }
    #expect(done.what == "'t0' is not anna's to code.")
    #expect(throws: Problem.self) { try study.workbench.unassign(["t0"], from: ["Anna"]) }
  }
}
