import TestSupport
import Testing

@testable import Reading

@Suite("TextFlow")
struct TextFlowTests {
  private func lines(_ text: String, _ width: Int) -> [String] {
    TextFlow.lines(of: text, width: width).map { String(text.utf8Part($0)) }
  }

  @Test("Words stand on lines that fit")
  func wraps() {
    #expect(
      lines("Goed zo, en dat geeft rust.", 10) == ["Goed zo, ", "en dat ", "geeft ", "rust."].map { $0.trimmingEnd })
    #expect(lines("één twéé", 4) == ["één", "twéé"])
    #expect(lines("", 10) == [""])
    #expect(lines("a", 10) == ["a"])
  }

  @Test("A word that is wider than the line is cut; wide letters count twice")
  func longWords() {
    #expect(lines("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"])
    #expect(lines("東京都 x", 4) == ["東京", "都 x"])
    #expect(lines("東", 1) == ["東"])
  }

  @Test("Line ends in the text end lines, blanks at a break are left out")
  func lineEnds() {
    #expect(lines("een\ntwee\n\ndrie", 20) == ["een", "twee", "", "drie"])
    #expect(lines("een \r\ntwee", 20) == ["een", "twee"])
    #expect(lines("een    twee", 5) == ["een", "twee"])
  }

  @Test("On random text no line is wider than asked, and no letter is lost")
  func properties() {
    var generator = SeededGenerator(seed: 21)
    let pieces = ["a", "bc", " ", "  ", "é", "東", "👧", "\n", "langwoord", "\t"]
    for _ in 0..<500 {
      let text = (0..<20).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
      let width = Int.random(in: 2...12, using: &generator)
      let ranges = TextFlow.lines(of: text, width: width)
      let shown = ranges.map { String(text.utf8Part($0)) }
      #expect(shown.allSatisfy { TerminalText.width(of: $0) <= width }, "\(text.debugDescription) \(width)")
      #expect(shown.joined().filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    }
  }
}

extension String {
  fileprivate var trimmingEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
