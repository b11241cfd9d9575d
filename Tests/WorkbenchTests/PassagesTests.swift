import Model
import TestSupport
import Testing

@testable import Workbench

@Suite struct PassagesTests {
  @Test("Each passage is where it is, in the order asked for, as one looks at every segment", arguments: 1...20)
  func places(seed: UInt64) throws {
    let study = try TestStudy()
    try study.importing([
      "a.txt": "Anna: Één.\n\nBram: Twee\nen drie.\n\nAnna: Vier.\n", "b.txt": "Bram: Vijf.\n\nAnna: Zes.\n",
    ])
    let workbench = study.workbench
    var generator = SeededGenerator(seed: seed)
    var places: [(transcript: String, span: TextSpan)] = []
    var expected: [ShownPassage] = []
    for _ in 0..<30 {
      let name = ["a", "b", "gone"].randomElement(using: &generator) ?? "a"
      let stored = try workbench.store.transcript(named: name)
      let bytes = Array((stored?.transcript.text ?? "").utf8)
      let ends = [
        Int.random(in: 0...bytes.count, using: &generator), Int.random(in: 0...bytes.count, using: &generator),
      ]
      .sorted()
      let span = TextSpan(ends[0], ends[1])
      places.append((name, span))
      let touched = (stored?.segments ?? []).enumerated().filter { $1.span.overlaps(span) }.map { $0.offset + 1 }
      let (first, last) = (touched.first ?? 1, touched.last ?? 1)
      let words = String(decoding: bytes[span.start..<span.end], as: UTF8.self).split(whereSeparator: \.isNewline)
      expected.append(
        ShownPassage(
          address: stored == nil ? name : first == last ? "\(name):\(first)" : "\(name):\(first)-\(last)",
          words: words.joined(separator: " ")))
    }
    #expect(try workbench.passages(places) == expected)
  }
}
