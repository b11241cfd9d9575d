import Coding
import Model
import TestSupport
import Testing

struct DisagreementTests {
  private func put(_ code: String, _ start: Int, _ end: Int, _ coder: String = "ann") -> CodeAssignment {
    CodeAssignment(transcript: "t", span: TextSpan(start, end), code: code, coder: coder)
  }

  @Test("What both put on the same words is no difference")
  func agreement() {
    #expect(Disagreement.all(in: "t", [put("A", 0, 9)], [put("A", 0, 9, "bob")]) == [])
  }

  @Test("What only one put was missed by the other")
  func missed() {
    let found = Disagreement.all(in: "t", [put("A", 0, 9)], [put("B", 9, 12, "bob")])
    #expect(
      found == [
        Disagreement(kind: .missed, transcript: "t", first: [put("A", 0, 9)], second: []),
        Disagreement(kind: .missed, transcript: "t", first: [], second: [put("B", 9, 12, "bob")]),
      ])
  }

  @Test("Another code on shared words is paired with the one that shares most")
  func otherCode() {
    let second = [put("B", 0, 2, "bob"), put("C", 2, 9, "bob")]
    let found = Disagreement.all(in: "t", [put("A", 0, 9)], second)
    #expect(
      found == [
        Disagreement(kind: .missed, transcript: "t", first: [], second: [second[0]]),
        Disagreement(kind: .otherCode, transcript: "t", first: [put("A", 0, 9)], second: [second[1]]),
      ])
  }

  @Test("The same code on overlapping words has other bounds")
  func otherBounds() {
    let found = Disagreement.all(in: "t", [put("A", 0, 9)], [put("A", 0, 4, "bob"), put("A", 6, 9, "bob")])
    #expect(found.map(\.kind) == [.otherBounds])
    #expect(found.map(\.span) == [TextSpan(0, 9)])
    #expect(found.map(\.second.count) == [2])
  }

  @Test("Each coding that the other does not have stands in exactly one difference, whichever coder comes first")
  func complete() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let sides = ["ann", "bob"].map { coder in
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          let start = Int.random(in: 0...12, using: &random)
          return put(
            ["A", "B", "C"].randomElement(using: &random) ?? "A", start,
            start + 1 + Int.random(in: 0...5, using: &random), coder)
        }.distinct()
      }
      let found = Disagreement.all(in: "t", sides[0], sides[1])
      let told = found.flatMap { $0.first + $0.second }
      #expect(Set(told).count == told.count)
      for (index, side) in sides.enumerated() {
        for coding in side where !sides[1 - index].contains(where: { $0.code == coding.code && $0.span == coding.span })
        {
          #expect(told.contains(coding))
        }
      }
      let turned = Disagreement.all(in: "t", sides[1], sides[0])
      #expect(turned.flatMap { $0.first + $0.second }.count == told.count)
      #expect(Set(found.map(\.mark)).count == found.count)
    }
  }
}
