import Model
import TestSupport
import Testing

@testable import Workbench

struct QuoteRequestTests {
  private func study() throws -> TestStudy {
    let study = try TestStudy()
    try study.importing([
      "mill/a.txt": "Ann: We need time, time and more time.\n\nBob: Money helps.\n\n"
        + "Ann: There is no time to read.\n\nBob: Yes.\n",
      "hill/b.txt": "Cas: Time.\n\nDee: The children sing all day in the big hall, and now and then there is time.\n",
      "c.txt": "Eva: No time at all.\n",
    ])
    _ = try study.write("case,sector\nmill,po\nhill,vo\nfar,vo\n", to: "cases.csv")
    _ = try study.workbench.loadCases(study.folder["cases.csv"])
    return study
  }

  private func note(_ label: String, _ excerpts: Excerpts) -> String? {
    excerpts.notes.first { $0.label == label }?.text
  }

  @Test("The quotes are counted by case, and by the values of an attribute")
  func counts() throws {
    let study = try study()
    var request = QuoteRequest(limit: 1)
    request.by = "sector"
    let found = try study.workbench.search("time", .init(), request)
    #expect(found.items.map(\.address) == ["c:1"])
    #expect(
      note("Found", found)
        == "5 passages (segments) in 2 of 3 cases, and in 1 transcript without a case; 2 in po, 2 in vo, 1 in -")
    #expect(throws: Problem.self) {
      request.by = "colour"; return try study.workbench.search("time", .init(), request)
    }
  }

  @Test("Ranked, the segment that has most of the word in fewest words comes first")
  func ranked() throws {
    let study = try study()
    var request = QuoteRequest()
    request.isRanked = true
    let found = try study.workbench.search("time", .init(), request)
    #expect(found.items.map(\.address) == ["a:1", "b:1", "c:1", "a:3", "b:2"])
    #expect(found.items.first?.hits.count == 3)
    #expect(note("Order", found) == "the best first (BM25 of the words in their segments)")
    request.limit = 2
    #expect(try study.workbench.search("time", .init(), request).items.map(\.address) == ["a:1", "b:1"])
    #expect(throws: Problem.self) { try study.workbench.find("where case=mill", .init(), request) }
  }

  @Test("A sample is in the order of the study, and says how it was drawn")
  func sampled() throws {
    let study = try study()
    var request = QuoteRequest()
    (request.sample, request.seed) = (3, 4)
    let found = try study.workbench.search("time", .init(), request)
    let all = try study.workbench.search("time", .init()).items
    #expect(found.items == all.filter(found.items.contains))
    #expect(found.items.count == 3)
    #expect(note("Order", found) == "3 of 5 drawn by lot, with seed 4")
    request.sample = 9
    #expect(try study.workbench.search("time", .init(), request).items == all)
  }

  @Test("Context is what stands before and after in the transcript, whoever says it")
  func context() throws {
    let study = try study()
    var request = QuoteRequest()
    request.context = 1
    let found = try study.workbench.search("money", .init(), request).items
    #expect(
      found.map(\.before) == [
        [ContextSegment(speaker: "Ann", role: nil, text: "We need time, time and more time.")]
      ])
    #expect(found.map(\.after) == [[ContextSegment(speaker: "Ann", role: nil, text: "There is no time to read.")]])
  }

  @Test("Of 'and' either the whole passages come back or what they share")
  func shared() throws {
    let study = try study()
    try study.loadCodebook(["A", "B"])
    let sheet = "transcript,start,end,code,coder\na,5,20,A,Ann\na,13,37,B,Ann\n"
    _ = try study.workbench.loadCodings(study.write(sheet, to: "codings.csv"), skipBad: false)
    var request = QuoteRequest()
    #expect(
      try study.workbench.find("A and B", .init(), request).items.map { [$0.start, $0.end] } == [[5, 20], [13, 37]])
    request.shared = true
    let found = try study.workbench.find("A and B", .init(), request)
    #expect(found.items.map { [$0.start, $0.end] } == [[13, 20]])
    #expect(note("Order", found) == "only what both sides of 'and' share")
  }

  @Test("Where nothing is found, each part is counted and near spellings that were said are named")
  func nothing() throws {
    let study = try study()
    let parts = Problem(
      "Nothing found for 'matching money and children': 'money' is in 1 segment, 'children' is in 1 segment.",
      kind: .nothingFound)
    #expect(throws: parts) { try study.workbench.search("money children", .init()) }
    let near = Problem(
      "Nothing found for 'matching chidlren': the word 'chidlren' is not said in any transcript.",
      hint: "Spelt nearly so and said: 'children'.", kind: .nothingFound)
    #expect(throws: near) { try study.workbench.search("chidlren", .init()) }
  }
}
