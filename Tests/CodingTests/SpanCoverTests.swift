import Model
import TestSupport
import Testing

@testable import Coding

@Suite struct SpanCoverTests {
  @Test("Containing and touching say the same as looking at each span")
  func slowVersion() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<200 {
      let spans = (0..<Int.random(in: 0...8, using: &generator)).map { _ in span(&generator) }
      let cover = SpanCover(spans)
      let merged = SpanCover(merging: spans)
      let covered = Set(spans.flatMap { Array($0.start..<$0.end) })
      for _ in 0..<20 {
        let wanted = span(&generator)
        #expect(cover.contains(wanted) == spans.contains { $0.contains(wanted) })
        #expect(cover.touches(wanted) == spans.contains { $0.overlaps(wanted) })
        #expect(merged.contains(wanted) == covered.isSuperset(of: wanted.start..<wanted.end))
      }
    }
  }

  private func span(_ generator: inout SeededGenerator) -> TextSpan {
    let start = Int.random(in: 0...30, using: &generator)
    return TextSpan(start, start + Int.random(in: 1...12, using: &generator))
  }
}
