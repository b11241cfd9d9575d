import Model
import Testing
import Workbench

@testable import Reading

@Suite("Reader: coding")
struct ReaderTests {
  private func labels(_ reader: Reader, _ segment: Int) -> [String] {
    reader.codeLabels(on: segment).map { $0.key + ($0.isPart ? "~" : "") + ($0.other.map { " " + $0 } ?? "") }
  }

  @Test("Letters find a code, Enter puts it where one is")
  func put() {
    var reader = SmallReading.reader()
    #expect(reader.type("kle") == [])
    let wishes = reader.type([.enter])
    #expect(wishes == [.put(2, ReadingPlace(segment: 0, span: reader.spokenSpan(of: 0), isPart: false))])
    #expect(labels(reader, 0) == ["B3"])
    #expect(reader.focus == 0)
    #expect(reader.notice?.text == "Put B3 on s01-team:1.")
    #expect(reader.pane == .text)
  }

  @Test("A whole key puts its code, and Enter after it is only habit")
  func wholeKey() {
    var reader = SmallReading.reader()
    #expect(reader.type("b3") == [.put(2, ReadingPlace(segment: 0, span: reader.spokenSpan(of: 0), isPart: false))])
    #expect(reader.type([.enter]) == [])
    #expect(reader.focus == 0 && reader.pane == .text && labels(reader, 0) == ["B3"])
    #expect(reader.type("-") == [.take(2, [reader.spokenSpan(of: 0)], reader.place)])
    reader.type("=b1")
    #expect(reader.pane == .page(InfoPage(subject: .code(1))))
  }

  @Test("Tab puts a code and moves on; with --move-on Enter does, and Tab stays")
  func movesOn() {
    var reader = SmallReading.reader()
    reader.type("kle")
    reader.type([.tab])
    #expect(reader.focus == 1 && labels(reader, 0) == ["B3"])
    var moving = SmallReading.reader(SmallReading.copy(), .init(movesOn: true))
    moving.type("b3")
    moving.type([.enter])
    moving.type("1.")
    #expect(moving.focus == 4)
    #expect((0..<5).map { labels(moving, $0) } == [["B3"], ["B3"], [], ["B3"], []])
    moving.type("gebrek")
    moving.type([.tab])
    #expect(moving.focus == 4 && labels(moving, 4) == ["K1"])
  }

  @Test("The list is walked with arrows, made shorter by letters, closed by Esc")
  func picker() {
    var reader = SmallReading.reader()
    reader.type("k")
    reader.type([.down, .enter])
    #expect(labels(reader, 0) == ["K2"])
    reader.type("xy")
    reader.type([.backspace, .backspace])
    #expect(reader.pane != .text)
    reader.type([.backspace])
    #expect(reader.pane == .text)
    reader.type("zzz")
    reader.type([.enter])
    #expect(reader.notice == Reader.Notice(text: "No code has 'zzz' in its key or name.", isProblem: true))
    reader.type("k")
    reader.type([.escape])
    #expect(reader.pane == .text && labels(reader, 0) == ["K2"])
    reader.type("+")
    reader.type([.paste("werk\ndruk"), .control("u"), .paste("rust")])
    #expect(reader.type([.enter]).count == 1)
    #expect(labels(reader, 0) == ["K2", "O1"])
  }

  @Test("1 to 9 put the codes used last, the full stop the very last")
  func recent() {
    var reader = SmallReading.reader()
    reader.type("1")
    #expect(reader.notice?.text == "No code stands under 1 yet: type letters of a key or name.")
    reader.type(".")
    #expect(reader.notice?.text == "No code was put yet: type letters of a key or name.")
    reader.type("b3")
    reader.type([.enter])
    reader.type("k1")
    reader.type([.enter])
    reader.type(" 1 2 .")
    #expect((0..<4).map { labels(reader, $0) } == [["B3", "K1"], ["B3"], ["K1"], ["K1"]])
  }

  @Test("A code that is there is not put twice")
  func twice() {
    var reader = SmallReading.reader()
    reader.type("b3")
    reader.type([.enter])
    reader.type("1")
    #expect(reader.deeds.count == 1)
  }

  @Test("The only code of one's own is taken off at once, of several one is asked")
  func take() {
    let copy = SmallReading.copy()
    let span = TextSpan(copy.segments[0].wordsStart, copy.segments[0].span.end - 2)
    let others = PlacedCoding(span: span, code: 5, coder: 1)
    var reader = SmallReading.reader(SmallReading.copy(codings: [others]))
    reader.type("-")
    #expect(reader.notice?.text == "There is no code of yours here.")
    reader.type("b3")
    reader.type([.enter])
    #expect(reader.type("-") == [.take(2, [span], ReadingPlace(segment: 0, span: span, isPart: false))])
    #expect(labels(reader, 0) == ["O1 Bram"])
    reader.type("1")
    reader.type("k2")
    reader.type([.enter])
    #expect(reader.type("-") == [])
    reader.type("w")
    reader.type([.enter])
    #expect(labels(reader, 0) == ["B3", "O1 Bram"])
  }

  @Test("Ctrl-Z undoes one thing after the other, Ctrl-Y does them again")
  func undo() {
    var reader = SmallReading.reader()
    reader.type([.control("z")])
    #expect(reader.notice?.text.hasPrefix("Nothing was coded since you began to read") == true)
    reader.type("b3")
    reader.type([.enter])
    reader.type("-")
    #expect(labels(reader, 0) == [])
    reader.type([.control("z")])
    #expect(labels(reader, 0) == ["B3"])
    #expect(reader.coverage.codedCount == 1)
    reader.type([.control("z")])
    #expect(labels(reader, 0) == [])
    #expect(reader.coverage.codedCount == 0)
    reader.type([.control("y")])
    #expect(labels(reader, 0) == ["B3"])
    reader.type("k1")
    reader.type([.enter])
    #expect(reader.type([.control("y")]) == [])
    #expect(reader.notice?.text == "There is nothing to redo.")
  }

  @Test("A part of a segment is chosen and coded, and marked as a part")
  func part() {
    var reader = SmallReading.reader()
    reader.type([.down, .right, .shiftRight, .shiftRight])
    let wishes = reader.type("b1")
    let start = reader.spokenSpan(of: 1).start
    #expect(wishes == [.put(1, ReadingPlace(segment: 1, span: TextSpan(start, start + 15), isPart: true))])
    #expect(reader.text(of: TextSpan(start, start + 15)) == "Goed. We werken")
    #expect(labels(reader, 1) == ["B1~"])
    reader.type([.escape])
    #expect(reader.part == nil)
    #expect(reader.type("-").count == 1)
  }

  @Test("After a sentence Tab goes to the next sentence, and from the last to the next segment")
  func sentences() {
    var reader = SmallReading.reader()
    reader.type([.down, .right, .down])
    for letter in ["b", "k", "o"] {
      reader.type(letter)
      reader.type([.tab])
    }
    let parts = reader.line.codings.map { reader.text(of: $0.span) }
    #expect(
      parts == [
        "Goed.", "We werken elke ochtend met groepjes van vier, en dat geeft rust.",
        "Maar we komen wel handen tekort, want vervangers zijn er niet.",
      ])
    #expect(reader.focus == 3 && reader.part == nil)
  }

  @Test("A memo is wished for where one is; an empty one is none")
  func memo() {
    var reader = SmallReading.reader()
    reader.type(";Let op é👧")
    reader.type([.backspace])
    #expect(reader.type([.enter]) == [.memo("Let op é", reader.place)])
    #expect(reader.notice?.text == "Wrote a memo about s01-team:1.")
    #expect(reader.codeLabels(on: 0).map(\.memo) == ["Anna: Let op é"])
    reader.type(",")
    #expect(reader.draw().text.contains(" Anna\n   Let op é\n"))
    reader.type([.escape, .control("z")])
    #expect(reader.codeLabels(on: 0) == [])
    reader.type([.control("y")])
    #expect(reader.codeLabels(on: 0).count == 1)
    reader.type(";  ")
    #expect(reader.type([.enter]) == [])
    reader.type(";een twee")
    reader.type([.control("w")])
    #expect(reader.pane == .prompt(Prompt(purpose: .memo, typed: "een ")))
  }

  @Test("A memo that was begun is not lost by a key; it goes on where one is then, until it is written or emptied")
  func begunMemo() {
    var reader = SmallReading.reader()
    reader.type(";Let op")
    reader.type([.escape])
    #expect(reader.pane == .text)
    #expect(
      reader.notice?.text == "The memo is not written yet; ; goes on with it, and Ctrl-U there empties it.")
    reader.type([.down])
    reader.type("; dit")
    #expect(reader.type([.enter]) == [.memo("Let op dit", reader.place)])
    reader.type(";")
    #expect(reader.pane == .prompt(Prompt(purpose: .memo)))
    reader.type("weg")
    reader.type([.control("c")])
    reader.type(";")
    reader.type([.control("u"), .backspace])
    #expect(reader.notice == nil)
    reader.type(";")
    #expect(reader.pane == .prompt(Prompt(purpose: .memo)))
  }

  @Test("A memo that could not be written is there for another try")
  func refusedMemo() {
    var reader = SmallReading.reader()
    for key in ";Let op".map(Key.letter) + [.enter] { _ = reader.press(key) }
    reader.hear(.failed(Problem("Nobody is named who codes.")))
    reader.type(";")
    #expect(reader.pane == .prompt(Prompt(purpose: .memo, typed: "Let op")))
  }

  @Test("With --blind only one's own codings are there")
  func blind() {
    let copy = SmallReading.copy()
    let codings = [0, 1].map { PlacedCoding(span: TextSpan(6, 20), code: $0 + 1, coder: $0) }
    let reader = SmallReading.reader(SmallReading.copy(codings: codings), .init(isBlind: true))
    #expect(labels(reader, 0) == ["B1~"])
    #expect(copy.coders == ["Anna", "Bram"])
  }

  @Test("Where nobody codes, what the study answers is told")
  func nobody() {
    var reader = SmallReading.reader(SmallReading.copy(coder: nil))
    reader.hear(.failed(Problem("Nobody is named who codes.", hint: "Say who: coder NAME.")))
    #expect(reader.notice == Reader.Notice(text: "Nobody is named who codes. Say who: coder NAME.", isProblem: true))
    #expect(reader.header().text.hasSuffix("nobody codes "))
  }

  @Test("A code that could not be put does not move one on")
  func failed() {
    var reader = SmallReading.reader()
    reader.type("kle")
    _ = reader.press(.tab)
    reader.hear(.failed(Problem("The study is busy.")))
    #expect(reader.focus == 0)
    reader.hear(.undone("x"))
    #expect(reader.focus == 0)
  }

  @Test("Without a codebook letters say so")
  func noCodebook() {
    var copy = SmallReading.copy()
    copy.codebook = Codebook()
    var reader = SmallReading.reader(copy)
    reader.type("b")
    #expect(reader.notice?.text == "The study has no codebook yet. Load one with: codebook load FILE")
  }

  @Test("What is read anew keeps the place and what was used, by key")
  func reread() {
    var reader = SmallReading.reader()
    reader.type("k2")
    reader.type([.tab])
    var copy = SmallReading.copy(codings: [PlacedCoding(span: TextSpan(6, 20), code: 0, coder: 0)])
    copy.codebook.codes.removeAll { $0.key == "B1" }
    reader.hear(.reread(copy))
    #expect(reader.focus == 1)
    #expect(reader.recent.code(under: 1).map { reader.copy.codebook.codes[$0].key } == "K2")
    #expect(labels(reader, 0) == ["B~"])
    #expect(reader.type([.control("z")]) == [])
  }
}
