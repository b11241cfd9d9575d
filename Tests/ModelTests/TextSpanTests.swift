import Model
import TestSupport
import Testing

@Suite struct TextSpanTests {
  @Test("Spans that only meet do not overlap")
  func meeting() {
    #expect(!TextSpan(3, 7).overlaps(TextSpan(7, 9)))
    #expect(TextSpan(3, 7).intersection(TextSpan(7, 9)) == nil)
    #expect(TextSpan(3, 8).intersection(TextSpan(7, 9)) == TextSpan(7, 8))
  }

  @Test("An empty span shares no byte with any other")
  func empty() {
    #expect(!TextSpan(5, 5).overlaps(TextSpan(3, 7)))
    #expect(!TextSpan(3, 7).overlaps(TextSpan(5, 5)))
    #expect(TextSpan(3, 7).contains(TextSpan(5, 5)))
  }

  @Test("Overlap, containment and intersection say the same as sets of bytes")
  func sets() {
    for (a, b) in pairs(upTo: 6) {
      let (x, y) = (Set(a.start..<a.end), Set(b.start..<b.end))
      let common = x.intersection(y)
      #expect(a.overlaps(b) == !common.isEmpty, "\(a) \(b)")
      #expect(a.intersection(b).map { Set($0.start..<$0.end) } ?? [] == common, "\(a) \(b)")
      if !y.isEmpty { #expect(a.contains(b) == y.isSubset(of: x), "\(a) \(b)") }
    }
  }

  @Test("Spans are sorted by start, then by end")
  func order() {
    let spans = [TextSpan(4, 5), TextSpan(0, 9), TextSpan(0, 2), TextSpan(2, 2)]
    #expect(spans.sorted() == [TextSpan(0, 2), TextSpan(0, 9), TextSpan(2, 2), TextSpan(4, 5)])
    #expect(TextSpan(4, 9).length == 5)
  }

  private func pairs(upTo end: Int) -> [(TextSpan, TextSpan)] {
    let spans = (0...end).flatMap { start in (start...end).map { TextSpan(start, $0) } }
    return spans.flatMap { a in spans.map { (a, $0) } }
  }
}
