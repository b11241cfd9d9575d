import Model
import TestSupport
import Testing
import Workbench

@testable import Reading

@Suite("Coverage")
struct CoverageTests {
  private func coding(_ segment: Int, in copy: ReadingCopy, coder: Int = 0, to last: Int? = nil) -> PlacedCoding {
    PlacedCoding(
      span: TextSpan(copy.segments[segment].wordsStart, copy.segments[last ?? segment].span.end - 2), code: 1,
      coder: coder)
  }

  @Test("Segments with a coding of the coder are coded, of somebody else not")
  func coded() {
    var copy = SmallReading.copy()
    copy.codings = [
      coding(0, in: copy), coding(0, in: copy), coding(2, in: copy, to: 3), coding(4, in: copy, coder: 1),
    ]
    let coverage = Coverage(copy)
    #expect(copy.segments.indices.filter { coverage.isCoded($0) } == [0, 2, 3])
    #expect(coverage.codedCount == 3)
    #expect(coverage.uncoded(from: 0, 1) == 1)
    #expect(coverage.uncoded(from: 1, 1) == 4)
    #expect(coverage.uncoded(from: 4, 1) == nil)
    #expect(coverage.uncoded(from: 4, -1) == 1)
    #expect(coverage.uncoded(from: 1, -1) == nil)
  }

  @Test("Codings that come and go are counted")
  func counts() {
    var coverage = Coverage(SmallReading.copy())
    coverage.count(1..<4, by: 1)
    coverage.count(2..<3, by: 1)
    #expect(coverage.codedCount == 3)
    coverage.count(2..<3, by: -1)
    #expect(coverage.codedCount == 3)
    coverage.count(1..<4, by: -1)
    #expect(coverage == Coverage(SmallReading.copy()))
  }

  @Test("What was seen is counted once, and given as ranges")
  func seen() {
    var coverage = Coverage(SmallReading.copy())
    for segment in [3, 0, 1, 3] { coverage.see(segment) }
    #expect(coverage.seenCount == 3)
    #expect(coverage.seenRanges == [0..<2, 3..<4])
    #expect(coverage.isSeen(3) && !coverage.isSeen(2))
  }

  @Test("Random codings are counted as a slow count does")
  func slow() {
    var generator = SeededGenerator(seed: 5)
    var copy = SmallReading.copy(bySentence: true)
    let size = copy.transcript.text.utf8.count
    for _ in 0..<100 {
      copy.codings = (0..<Int.random(in: 0..<6, using: &generator)).map { _ in
        let start = Int.random(in: 0..<size - 1, using: &generator)
        return PlacedCoding(
          span: TextSpan(start, Int.random(in: start + 1...size, using: &generator)), code: 0,
          coder: Int.random(in: 0..<2, using: &generator))
      }
      let coverage = Coverage(copy)
      for (number, segment) in copy.segments.enumerated() {
        let isCoded = copy.codings.contains { $0.coder == 0 && $0.span.overlaps(segment.span) }
        #expect(coverage.isCoded(number) == isCoded)
      }
    }
  }
}
