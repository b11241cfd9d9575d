import Model
import TestSupport
import Testing
import Workbench

@testable import Reading

@Suite("Disagreements")
struct DisagreementsTests {
  private func coding(_ segment: Int, _ code: Int, _ coder: Int, in copy: ReadingCopy) -> PlacedCoding {
    PlacedCoding(
      span: TextSpan(copy.segments[segment].wordsStart, copy.segments[segment].span.end - 2), code: code, coder: coder)
  }

  @Test("Coders differ where one has a code that another has not")
  func differ() {
    let copy = SmallReading.copy()
    let codings = [
      coding(0, 1, 0, in: copy), coding(0, 1, 1, in: copy),
      coding(1, 1, 0, in: copy), coding(1, 2, 1, in: copy),
      coding(3, 1, 1, in: copy),
    ]
    #expect(Disagreements.segments(of: copy, CodingLine(codings)) == [1, 3])
  }

  @Test("One coder does not disagree with nobody")
  func alone() {
    let copy = SmallReading.copy()
    #expect(Disagreements.segments(of: copy, CodingLine([coding(0, 1, 0, in: copy)])) == nil)
    #expect(Disagreements.segments(of: copy, CodingLine()) == nil)
  }

  @Test("Random codings give what looking at each segment gives")
  func slow() {
    var generator = SeededGenerator(seed: 9)
    let copy = SmallReading.copy(bySentence: true)
    let size = copy.transcript.text.utf8.count
    for _ in 0..<100 {
      let codings = (0..<Int.random(in: 2..<12, using: &generator)).map { number in
        let start = Int.random(in: 0..<size - 1, using: &generator)
        return PlacedCoding(
          span: TextSpan(start, min(size, start + Int.random(in: 1..<60, using: &generator))),
          code: Int.random(in: 0..<2, using: &generator), coder: number % 3)
      }
      let coders = Set(codings.map(\.coder))
      let expected = copy.segments.indices.filter { segment in
        let sets = coders.map { coder in
          Set(codings.filter { $0.coder == coder && $0.span.overlaps(copy.segments[segment].span) }.map(\.code))
        }
        return Set(sets).count > 1
      }
      #expect(Disagreements.segments(of: copy, CodingLine(codings)) == Array(expected))
    }
  }
}
