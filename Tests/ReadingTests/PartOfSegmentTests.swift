import Model
import Testing

@testable import Reading

@Suite("PartOfSegment")
struct PartOfSegmentTests {
  private static let text = "Goed zo. En dat, ja, geeft rust! Café?"

  private func part(fromEnd: Bool = false) throws -> PartOfSegment {
    try #require(PartOfSegment(of: Self.text, at: 100, fromEnd: fromEnd))
  }

  private func words(_ part: PartOfSegment) -> String {
    String(decoding: Array(Self.text.utf8)[(part.span.start - 100)..<(part.span.end - 100)], as: UTF8.self)
  }

  /// The words chosen after each move: `w` a word on, `W` back, `s` a sentence on, `S` back, `h` holds, capitals of shift as `+w`.
  private func walk(_ moves: String, fromEnd: Bool = false) throws -> [String] {
    var part = try part(fromEnd: fromEnd)
    var shown = [words(part)]
    var extends = false
    for move in moves {
      switch move {
      case "+":
        extends = true
        continue
      case "h": part.hold()
      case "w": part.move(1, by: .word, extending: extends)
      case "W": part.move(-1, by: .word, extending: extends)
      case "s": part.move(1, by: .sentence, extending: extends)
      default: part.move(-1, by: .sentence, extending: extends)
      }
      extends = false
      shown.append(words(part))
    }
    return shown
  }

  @Test("Word by word, on and back")
  func byWord() throws {
    #expect(try walk("wwWW") == ["Goed", "zo.", "En", "zo.", "Goed"])
    #expect(try walk("W", fromEnd: true) == ["Café?", "rust!"])
  }

  @Test("First the sentence one is in, then the next; back the same way")
  func bySentence() throws {
    #expect(
      try walk("sssSS") == [
        "Goed", "Goed zo.", "En dat, ja, geeft rust!", "Café?", "En dat, ja, geeft rust!", "Goed zo.",
      ])
    #expect(try walk("wwws") == ["Goed", "zo.", "En", "dat,", "En dat, ja, geeft rust!"])
    #expect(try walk("S", fromEnd: true) == ["Café?", "Café?"])
  }

  @Test("From a sentence a step by words takes its first word, or its last")
  func intoSentence() throws {
    #expect(try walk("ssw").last == "En")
    #expect(try walk("ssW").last == "rust!")
  }

  @Test("What is held stays when the cursor moves, in both directions")
  func held() throws {
    #expect(try walk("wwhwwW").last == "En dat,")
    #expect(try walk("wwhW").last == "zo. En")
    #expect(try walk("ssh+s").last == "En dat, ja, geeft rust! Café?")
    #expect(try walk("ww+w+w").last == "En dat, ja,")
    #expect(try walk("www+s").last == "dat, ja, geeft rust!")
    #expect(try walk("wwhwhw").last == "ja,")
  }

  @Test("At the ends it stays where it is")
  func ends() throws {
    var part = try part()
    let moved = part.move(-1, by: .word, extending: false)
    #expect(!moved)
    #expect(words(part) == "Goed")
    #expect(try walk("w", fromEnd: true).last == "Café?")
  }

  @Test("Where there are no words there is no part")
  func noWords() {
    #expect(PartOfSegment(of: " \n ", at: 0, fromEnd: false) == nil)
    #expect(PartOfSegment(of: "", at: 0, fromEnd: true) == nil)
  }

  @Test("Words are what stands between blanks, in bytes")
  func between() {
    #expect(PartOfSegment.words(in: " é  b\n👧 ") == [TextSpan(1, 3), TextSpan(5, 6), TextSpan(7, 11)])
  }
}
