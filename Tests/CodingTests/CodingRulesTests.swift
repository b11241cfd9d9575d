import Coding
import Model
import Testing

@Suite struct CodingRulesTests {
  private let place = CodingPlace(
    transcript: "s01", spans: [TextSpan(0, 10), TextSpan(10, 25), TextSpan(25, 40)], address: "s01:1-3")

  private func coding(_ start: Int, _ end: Int, _ code: String, _ coder: String = "Anna", in transcript: String = "s01")
    -> CodeAssignment
  {
    CodeAssignment(transcript: transcript, span: TextSpan(start, end), code: code, coder: coder)
  }

  @Test("Tagging adds each code on each segment, except where it was already")
  func tag() {
    let existing = [
      coding(10, 25, "K1"), coding(0, 10, "K1", "Bo"), coding(0, 10, "K1", in: "s02"), coding(0, 10, "C"),
    ]
    let tagging = CodingRules.tag(
      place, codes: ["K1", "B3", "K1"], coder: "Anna", existing: existing, line: "tag s01:1-3 K1 B3")
    #expect(
      tagging.added == [
        coding(0, 10, "K1"), coding(0, 10, "B3"), coding(10, 25, "B3"), coding(25, 40, "K1"), coding(25, 40, "B3"),
      ])
    #expect(tagging.present == 1)
    #expect(
      tagging.act
        == Act(
          coder: "Anna", line: "tag s01:1-3 K1 B3",
          summary: "Tagged s01:1-3 with K1 and B3 as Anna: 5 codings added, 1 was there already."))
  }

  @Test("A segment inside a longer coding has the code already")
  func insideLonger() {
    let tagging = CodingRules.tag(
      place, codes: ["K1"], coder: "Anna", existing: [coding(5, 60, "K1"), coding(0, 6, "K1")], line: "")
    #expect(tagging.added == [coding(0, 10, "K1")])
    #expect(tagging.act.summary == "Tagged s01:1-3 with K1 as Anna: 1 coding added, 2 were there already.")
  }

  @Test("Tagging twice adds nothing the second time")
  func twice() {
    let first = CodingRules.tag(place, codes: ["K1", "B3", "C"], coder: "Bo", existing: [], line: "")
    #expect(first.act.summary == "Tagged s01:1-3 with K1, B3 and C as Bo: 9 codings added.")
    let second = CodingRules.tag(place, codes: ["K1", "B3", "C"], coder: "Bo", existing: first.added, line: "")
    #expect(second.added.isEmpty)
    #expect(second.act.summary == "Tagged s01:1-3 with K1, B3 and C as Bo: no coding added, 9 were there already.")
  }

  @Test("Untagging removes what touches the segments, and says what reached beyond them")
  func untag() throws {
    let existing = [
      coding(0, 10, "K1"), coding(12, 14, "K1"), coding(30, 80, "K1"), coding(40, 50, "K1"), coding(5, 20, "K1"),
      coding(0, 10, "B3"), coding(0, 10, "K1", "Bo"), coding(0, 10, "K1", in: "s02"),
    ]
    let untagging = try CodingRules.untag(
      place, codes: ["K1"], coder: "Anna", existing: existing, line: "untag s01:1-3 K1")
    #expect(
      untagging.removed == [coding(0, 10, "K1"), coding(12, 14, "K1"), coding(30, 80, "K1"), coding(5, 20, "K1")])
    #expect(untagging.larger == 1)
    #expect(
      untagging.act
        == Act(
          coder: "Anna", line: "untag s01:1-3 K1",
          summary: "Untagged s01:1-3 from K1 as Anna: 4 codings removed, 1 of which reached beyond these segments."))
  }

  @Test("Untagging undoes tagging")
  func undoes() throws {
    let before = [coding(50, 60, "K1"), coding(0, 10, "C"), coding(10, 25, "B3", "Bo")]
    let tagging = CodingRules.tag(place, codes: ["K1", "B3"], coder: "Anna", existing: before, line: "")
    let untagging = try CodingRules.untag(
      place, codes: ["K1", "B3"], coder: "Anna", existing: before + tagging.added, line: "")
    #expect(untagging.removed == tagging.added)
    #expect(untagging.larger == 0)
    #expect(untagging.act.summary == "Untagged s01:1-3 from K1 and B3 as Anna: 6 codings removed.")
  }

  @Test("Where there is nothing to remove, that is the answer")
  func nothing() {
    let expected = Problem(
      "Anna has no coding with 'K1' or 'B3' on 's01:1-3'.", hint: "'show s01' lists the codes on each segment.",
      kind: .nothingFound)
    #expect(throws: expected) {
      try CodingRules.untag(
        place, codes: ["K1", "B3"], coder: "Anna", existing: [coding(0, 10, "K1", "Bo")], line: "")
    }
  }
}
