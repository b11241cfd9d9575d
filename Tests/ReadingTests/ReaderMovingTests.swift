import Model
import Testing
import Workbench

@testable import Reading

@Suite("Reader: moving")
struct ReaderMovingTests {
  /// The segments in focus after each key.
  private func walk(_ reader: Reader, _ keys: [Key]) -> [Int] {
    var reader = reader
    return keys.map { key in
      reader.type([key])
      return reader.focus
    }
  }

  @Test("Segment by segment, to the ends and not beyond")
  func steps() {
    let reader = SmallReading.reader()
    #expect(walk(reader, [.down, .enter, .letter(" "), .up, .backspace, .up]) == [1, 1, 2, 1, 0, 0])
    #expect(walk(reader, [.end, .down, .home, .up]) == [4, 4, 0, 0])
    #expect(walk(reader, [.control("n"), .control("p")]) == [1, 0])
  }

  @Test("A segment higher than the screen is read a screen at a time")
  func highSegment() {
    let words = (1...300).map { "woord\($0)" }.joined(separator: " ")
    var reader = SmallReading.reader(
      SmallReading.copy([("Noor", "Ja?"), ("Kim", words), ("Noor", "Ja.")]), width: 40, height: 12)
    var scrolls: [Int] = []
    reader.type([.down])
    while reader.focus == 1, scrolls.count < 100 {
      scrolls.append(reader.scroll)
      reader.type([.down])
    }
    #expect(reader.focus == 2)
    #expect(scrolls.first == 0 && scrolls == scrolls.sorted() && scrolls.count > 3)
    reader.type([.up])
    #expect(reader.focus == 1 && reader.scroll == scrolls.last)
    // What is chosen is on the screen.
    reader.type([.home, .down, .left])
    #expect(reader.draw().text.contains("woord300"))
    reader.type([.escape, .right])
    #expect(reader.draw().text.contains("woord1 "))
  }

  @Test("Turn by turn, where a turn has several segments")
  func turns() {
    let reader = SmallReading.reader(SmallReading.copy(bySentence: true))
    #expect(reader.copy.segments.map(\.turn) == [0, 1, 1, 1, 2, 3, 3, 4])
    let forth: [Key] = Array(repeating: .letter(")"), count: 5)
    #expect(walk(reader, forth) == [1, 4, 5, 7, 7])
    #expect(
      walk(reader, [.end, .up, .letter("("), .letter("("), .letter("("), .letter("("), .letter("(")]) == [
        7, 6, 5, 4, 1, 0, 0,
      ])
  }

  @Test("Tab goes to the next answer without a code of one's own, past questions, around none")
  func uncoded() {
    let copy = SmallReading.copy()
    let codings = [1].map { number in
      PlacedCoding(span: TextSpan(copy.segments[number].wordsStart, copy.segments[number].span.end), code: 1, coder: 0)
    }
    let reader = SmallReading.reader(SmallReading.copy(codings: codings))
    #expect(walk(reader, [.tab, .tab, .tab, .backTab, .backTab, .down]) == [3, 4, 4, 3, 3, 4])
  }

  @Test("> and < go from hit to hit, and round")
  func hits() {
    var reader = SmallReading.reader()
    reader.type(">")
    #expect(reader.notice?.text == "Nothing is searched yet: type / and words.")
    reader.type("/er")
    reader.type([.enter])
    #expect(reader.hits?.segments == [1, 2, 3, 4])
    #expect(reader.focus == 1)
    #expect(walk(reader, [.letter(">"), .letter(">"), .letter(">"), .letter(">"), .letter("<")]) == [2, 3, 4, 1, 4])
    reader.type(">>>>")
    #expect(reader.notice?.text == "'er': 1 of 4 segments. From the start again.")
    reader.type("/nergens")
    reader.type([.enter])
    #expect(reader.notice == Reader.Notice(text: "Nothing found for 'nergens'."))
    reader.type([.escape])
    #expect(reader.hits == nil)
  }

  @Test("] and [ go to where coders differ")
  func disagreements() {
    let copy = SmallReading.copy()
    func coding(_ segment: Int, _ code: Int, _ coder: Int) -> PlacedCoding {
      PlacedCoding(
        span: TextSpan(copy.segments[segment].wordsStart, copy.segments[segment].span.end), code: code, coder: coder)
    }
    var reader = SmallReading.reader()
    reader.type("]")
    #expect(reader.notice?.text == "Fewer than two coders have coded this transcript.")
    reader = SmallReading.reader(SmallReading.copy(codings: [coding(1, 1, 1), coding(2, 1, 0), coding(2, 1, 1)]))
    #expect(walk(reader, [.letter("]"), .letter("]"), .end, .letter("[")]) == [1, 1, 4, 1])
    // What is put right is no longer there.
    reader.type("]b1")
    reader.type([.enter, .home])
    reader.type("]")
    #expect(reader.notice?.text == "The coders agree on every segment from here on.")
    reader = SmallReading.reader(SmallReading.copy(), .init(isBlind: true))
    reader.type("]")
    #expect(reader.notice?.text == "What other coders did is not shown: you read blind.")
  }

  @Test("A number goes to that segment")
  func number() {
    var reader = SmallReading.reader()
    reader.type(":4")
    reader.type([.enter])
    #expect(reader.focus == 3)
    for typed in ["0", "99", "x", "99999999999999999999"] {
      reader.type(":" + typed)
      reader.type([.enter])
      #expect(reader.focus == 3)
      #expect(reader.notice?.text == "'\(typed)' is no segment: they are 1 to 5.")
    }
  }

  @Test("A screen on passes what was seen whole, and at least a segment")
  func pages() {
    let many = (1...40).map { (speaker: "S\($0 % 2)", words: "Zin \($0).") }
    let reader = SmallReading.reader(SmallReading.copy(many), width: 80, height: 24)
    #expect(walk(reader, [.pageDown, .pageDown, .pageUp, .pageUp]) == [10, 20, 10, 0])
    let tiny = SmallReading.reader(SmallReading.copy(many), width: 20, height: 6)
    #expect(walk(tiny, [.pageDown, .pageDown, .pageUp]) == [1, 2, 1])
  }

  @Test("Ctrl-Q, Ctrl-C and Ctrl-D leave; in a list they only close it")
  func leaves() {
    for key in ["q", "c", "d"] as [Character] {
      var reader = SmallReading.reader()
      #expect(reader.type([.control(key)]) == [.leave])
    }
    var reader = SmallReading.reader()
    reader.type("b")
    #expect(reader.type([.control("c")]) == [])
    #expect(reader.pane == .text)
  }

  @Test("The screen can have any size at any time", arguments: [(1, 1), (20, 6), (19, 40), (300, 100), (0, 0)])
  func sizes(width: Int, height: Int) {
    var reader = SmallReading.reader()
    reader.type([.down, .right])
    reader.resize(width: width, height: height)
    for key in [Key.down, .letter("b"), .down, .escape, .pageDown, .help, .down, .escape, .end] {
      reader.type([key])
      let frame = reader.draw()
      #expect(frame.lines.count <= max(1, height))
      #expect(frame.lines.allSatisfy { $0.width <= max(1, width) })
    }
  }
}
