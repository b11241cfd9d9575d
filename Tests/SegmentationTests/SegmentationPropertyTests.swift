import Model
import Segmentation
import TestSupport
import Testing

struct SegmentationPropertyTests {
  private static let scraps = [
    "Ja", "nee", " ", " ", " ", "\n", "\n\n", ".", ". ", "...", "… ", "? ", "! ", "o.a. ", "enz. ", "J.P. ", "1.888",
    "2. ",
    "\u{A0}", "\u{202F}", "é", "É", "“", "” ", "’s", "(", ") ", "– ", "😀", "e\u{301}", "«", "»", "漢字", "\t", "\u{200B}",
    "een regel die lang genoeg is om op een afgebroken regel te lijken en\n", "#00:01:02-3# ",
  ]

  private func transcript(_ generator: inout SeededGenerator) -> Transcript {
    let turns = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
      let parts = (0..<2).map { most in
        (0..<Int.random(in: 0...(1 + most * 12), using: &generator)).map { _ in
          Self.scraps[Int.random(in: 0..<Self.scraps.count, using: &generator)]
        }.joined()
      }
      return (label: parts[0], words: parts[1])
    }
    return spoken(turns)
  }

  @Test("Segments of any text are in order, cover each turn and begin with its words", arguments: SegmentUnit.allCases)
  func coverage(unit: SegmentUnit) {
    var generator = SeededGenerator(seed: 2022)
    for _ in 0..<3000 {
      let talk = transcript(&generator)
      let segments = segments(of: talk, by: unit)
      #expect(pieces(of: talk, segments).joined().utf8.elementsEqual(talk.text.utf8))
      var end = 0
      for segment in segments {
        let turn = talk.turns[segment.turn]
        #expect(segment.span.start == end && segment.span.length > 0 && turn.span.contains(segment.span))
        let isFirst = segment.span.start == turn.span.start
        #expect(segment.wordsStart == (isFirst ? turn.wordsStart : segment.span.start))
        #expect(isFirst || segment.span.start >= turn.wordsStart)
        end = segment.span.end
      }
    }
  }

  @Test("Sentences are cut where paragraphs are, and elsewhere only after white space")
  func nesting() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<3000 {
      let talk = transcript(&generator)
      let sentences = segments(of: talk, by: .sentence)
      let starts = Set(sentences.map(\.span.start))
      #expect(segments(of: talk, by: .paragraph).allSatisfy { starts.contains($0.span.start) })
      for (piece, next) in zip(pieces(of: talk, sentences), sentences.dropFirst())
      where next.span.start != talk.turns[next.turn].span.start {
        #expect(piece.unicodeScalars.last.map { $0.properties.isWhitespace || $0 == "\u{200B}" } == true)
      }
    }
  }

  @Test("Without wrapped text, paragraphs are the lines that are not blank")
  func linesAsParagraphs() {
    var generator = SeededGenerator(seed: 5)
    let scraps = ["Ja.", "Nee", " ", "\n", "\n", "é", "\u{A0}"]
    for _ in 0..<2000 {
      let text = (0..<20).map { _ in scraps[Int.random(in: 0..<scraps.count, using: &generator)] }.joined()
      var expected: [String] = []
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let line = (number > 0 ? "\n" : "") + line
        let isBlank = line.allSatisfy(\.isWhitespace)
        // The line feed before a line is the end of the segment before.
        if isBlank || expected.isEmpty || (expected.count == 1 && expected[0].allSatisfy(\.isWhitespace)) {
          expected = expected.isEmpty ? [line] : expected.dropLast() + [(expected.last ?? "") + line]
        } else {
          expected = expected.dropLast() + [(expected.last ?? "") + "\n", String(line.dropFirst())]
        }
      }
      #expect(cut(text, by: .paragraph) == expected.filter { !$0.isEmpty })
    }
  }
}
