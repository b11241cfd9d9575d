import Coding
import Model
import Testing

struct DisagreementDecisionTests {
  private func put(_ code: String, _ start: Int, _ end: Int, _ coder: String) -> CodeAssignment {
    CodeAssignment(transcript: "t", span: TextSpan(start, end), code: code, coder: coder)
  }

  private var pair: Disagreement {
    Disagreement(kind: .otherCode, transcript: "t", first: [put("A", 0, 9, "ann")], second: [put("B", 3, 12, "bob")])
  }

  private func after(_ decision: DisagreementDecision, _ item: Disagreement) -> [CodeAssignment] {
    let changes = decision.changes(item, first: "ann", second: "bob")
    return (item.first + item.second).filter { !changes.removed.contains($0) } + changes.added
  }

  @Test("After a decision both coders have the same there")
  func decisions() {
    #expect(Set(after(.keep, pair)) == [put("A", 0, 9, "ann"), put("A", 0, 9, "bob")])
    #expect(Set(after(.drop, pair)) == [put("B", 3, 12, "ann"), put("B", 3, 12, "bob")])
    #expect(Set(after(.both, pair)).count == 4)
    #expect(Set(after(.new("C"), pair)) == [put("C", 0, 12, "ann"), put("C", 0, 12, "bob")])
    for decision in [DisagreementDecision.keep, .drop, .both, .new("C")] {
      let codings = after(decision, pair)
      let sides = ["ann", "bob"].map { coder in codings.filter { $0.coder == coder } }
      #expect(Disagreement.all(in: "t", sides[0], sides[1]) == [])
    }
  }

  @Test("What only one put is taken over or goes")
  func missed() {
    let item = Disagreement(kind: .missed, transcript: "t", first: [], second: [put("B", 3, 12, "bob")])
    #expect(Set(after(.keep, item)) == [put("B", 3, 12, "ann"), put("B", 3, 12, "bob")])
    #expect(after(.drop, item) == [])
  }
}
