import Model
import TestSupport
import Testing
import Workbench

@testable import Reading

@Suite("CodingLine")
struct CodingLineTests {
  @Test("What touches a passage is what a slow search finds, also after changes")
  func touching() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<40 {
      var kept: Set<PlacedCoding> = []
      func random() -> PlacedCoding {
        let start = Int.random(in: 0..<200, using: &generator)
        let length = Int.random(in: 1...(Bool.random(using: &generator) ? 5 : 150), using: &generator)
        return PlacedCoding(
          span: TextSpan(start, start + length), code: Int.random(in: 0..<3, using: &generator),
          coder: Int.random(in: 0..<2, using: &generator))
      }
      for _ in 0..<Int.random(in: 0..<200, using: &generator) { kept.insert(random()) }
      var line = CodingLine(Array(kept))
      for _ in 0..<60 {
        let coding = random()
        #expect(line.add(coding) == kept.insert(coding).inserted)
        if let gone = kept.randomElement(using: &generator), Bool.random(using: &generator) {
          kept.remove(gone)
          #expect(line.remove(gone) == true)
          #expect(line.remove(gone) == false)
        }
        let start = Int.random(in: -5..<250, using: &generator)
        let span = TextSpan(start, start + Int.random(in: 1..<40, using: &generator))
        #expect(line.touching(span) == inOrder(kept.filter { $0.span.overlaps(span) }))
      }
      #expect(line == CodingLine(Array(kept)))
    }
  }

  private func inOrder(_ codings: some Sequence<PlacedCoding>) -> [PlacedCoding] {
    codings.sorted { ($0.span.start, $0.span.end, $0.code, $0.coder) < ($1.span.start, $1.span.end, $1.code, $1.coder) }
  }

  @Test("A line without codings has none")
  func empty() { #expect(CodingLine().touching(TextSpan(0, 10)) == []) }
}
