import Model
import TestSupport
import Testing

@testable import Workbench

struct SamplingTests {
  private static let names = (1...12).map { "t\($0 < 10 ? "0" : "")\($0)" }

  /// Twelve talks of two sectors, which came in in the order that is given.
  private func study(_ order: [String]) throws -> TestStudy {
    let study = try TestStudy()
    for name in order {
      let number = Int(name.dropFirst()) ?? 0
      let lines = (0...number).map { "\($0 % 2 == 0 ? "Ann" : "Bob"): Line \($0) of \(number).\n\n" }.joined()
      try study.importing([name + ".txt": "---\nspeakers:\n  Ann:\n  Bob:\n---\n\n" + lines])
    }
    let cases = order.map { "\($0),case \($0)\n" }.joined()
    _ = try study.workbench.assignCases(study.write("transcript,case\n" + cases, to: "assigned.csv"))
    let sectors = Self.names.enumerated().map { "case \($1),\($0 < 4 ? "po" : $0 < 11 ? "vo" : "")\n" }.joined()
    _ = try study.workbench.loadCases(study.write("case,sector\n" + sectors, to: "cases.csv"))
    return study
  }

  @Test("The same seed draws the same transcripts whatever came in first, each sector by its share")
  func transcripts() throws {
    let request = SampleRequest(size: "50%", by: ["sector"], seed: 7)
    let one = try study(Self.names)
    let other = try study(Self.names.reversed())
    let table = try one.workbench.sample(request)
    var again = try other.workbench.sample(request)
    again.recipe = table.recipe
    #expect(again == table)
    #expect(
      table.notes.map(\.text).prefix(2) == [
        "6 of 12 transcripts (--size 50%)", "sector: none 1 of 1, po 2 of 4, vo 3 of 7",
      ])
    #expect(table.column("by_sector").filter { $0 == "po" }.count == 2)
    #expect(table.column("by_sector").filter { $0 == "vo" }.count == 3)
    #expect(table.column("transcript") == table.column("transcript").sorted())
    #expect(try one.workbench.sample(SampleRequest(size: "50%", by: ["sector"], seed: 8)).rows != table.rows)
  }

  @Test("Segments are drawn with their words, only those that pass")
  func segments() throws {
    let study = try study(Self.names)
    let table = try study.workbench.sample(
      SampleRequest(unit: "segments", size: "9", by: ["case"], seed: 3), where: "speaker=Bob and sector=po")
    #expect(table.columns.map(\.key) == ["transcript", "segment", "by_case", "speaker", "text"])
    #expect(table.notes[0].text == "6 of 6 segments (--size 9)")
    #expect(
      table.rows.map { $0.map(\.shown) }
        == [
          ["t01", "2", "case t01", "Bob", "Line 1 of 1."], ["t02", "2", "case t02", "Bob", "Line 1 of 2."],
          ["t03", "2", "case t03", "Bob", "Line 1 of 3."], ["t03", "4", "case t03", "Bob", "Line 3 of 3."],
          ["t04", "2", "case t04", "Bob", "Line 1 of 4."], ["t04", "4", "case t04", "Bob", "Line 3 of 4."],
        ])
  }

  @Test("Segments are in the strata of their speakers")
  func speakers() throws {
    let study = try study(Self.names)
    let table = try study.workbench.sample(SampleRequest(unit: "segments", size: "10", by: ["speaker"], seed: 3))
    #expect(table.notes[1].text == "speaker: Ann 5 of 48, Bob 5 of 42")
    #expect(table.column("by_speaker") == table.column("speaker"))
  }

  @Test("What cannot be drawn is refused with a hint")
  func refused() throws {
    let study = try study(["t01"])
    let wrong: [(SampleRequest, String?, String)] = [
      (SampleRequest(unit: "turns"), nil, "'turns' cannot be drawn."),
      (SampleRequest(by: ["speaker"]), nil, "'speaker' is known of speakers, and a transcript has several."),
      (SampleRequest(by: ["coder"]), nil, "A sample is not drawn by coder."),
      (SampleRequest(by: ["colour"]), nil, "No attribute named 'colour'."),
      (SampleRequest(), "transcript=t02", "There is nothing to draw from: no transcript passes."),
    ]
    for (request, condition, what) in wrong {
      let problem = try #require(throws: Problem.self) { try study.workbench.sample(request, where: condition) }
      #expect(problem.what == what)
      #expect(problem.hint != nil)
    }
  }
}
