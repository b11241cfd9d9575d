import Testing
import Workbench

@testable import Reading

@Suite struct TableViewTests {
  private static let text = """
    Codes by transcript

    Code  Name         s01  s02  s03  s04
    ─────────────────────────────────────
    K1    Workload       1    2    3    4
    K2    Ouders         5    6    7    8
    K3    Werkdruk       9   10   11   12
    K4    Huisvesting   13   14   15   16
    K5    Geld          17   18   19   20
    K6    Tijd          21   22   23   24
    K7    Rust          25   26   27   28

    Unit: cases, and a note that is longer than the window is wide
    Filter: none

    """

  private static func view(width: Int = 30, height: Int = 9) -> TableView {
    TableView(
      text, keeping: FrozenHead(lines: 4, columns: 6, stops: [6, 19, 24, 29, 34]), width: width, height: height)
  }

  private static func shown(_ keys: [Key], width: Int = 30, height: Int = 9) -> String {
    var view = view(width: width, height: height)
    for key in keys {
      let stays = view.press(key)
      #expect(stays)
    }
    return view.draw().text
  }

  @Test("It begins with the first rows, and the last line tells where one is")
  func beginning() {
    #expect(
      Self.shown([]) == """
        Codes by transcript

        Code  Name         s01  s02  s
        ──────────────────────────────
        K1    Workload       1    2
        K2    Ouders         5    6
        K3    Werkdruk       9   10
        K4    Huisvesting   13   14
         lines 1 to 4 of 10, → more

        """)
  }

  @Test("Rows move under their heads, columns beside the names of their rows")
  func moving() {
    #expect(
      Self.shown([.down, .letter("j"), .right]) == """
        Codes by transcript

        Code  s01  s02  s03  s04
        ────────────────────────
        K3      9   10   11   12
        K4     13   14   15   16
        K5     17   18   19   20
        K6     21   22   23   24
         lines 3 to 6 of 10, ← more

        """)
    #expect(Self.shown([.right, .left]) == Self.shown([]))
    #expect(Self.shown([.right, .right, .right, .letter("l")]) == Self.shown([.right]))
    #expect(Self.shown([.down, .down, .up, .backspace, .up]) == Self.shown([]))
  }

  @Test("The end has the notes, which stay where they are when columns move")
  func end() {
    let end = """
      Codes by transcript

      Code  s01  s02  s03  s04
      ────────────────────────
      K7     25   26   27   28

      Unit: cases, and a note that i
      Filter: none
       lines 7 to 10 of 10, ← more

      """
    #expect(Self.shown([.letter("G"), .right]) == end)
    #expect(Self.shown([.letter(" "), .pageDown, .letter("f"), .right]) == end)
    #expect(Self.shown([.letter("G"), .letter("b"), .pageUp]) == Self.shown([]))
    #expect(Self.shown([.end, .home]) == Self.shown([.letter("g")]))
  }

  @Test("Words are found further down and further up, capitals or not, and shown where they stand")
  func finding() {
    let typed: [Key] = [.letter("/"), .letter("R"), .letter("u"), .letter("s"), .backspace, .enter]
    let found = Self.shown(typed)
    #expect(found.contains("K3    Werkdruk"))
    #expect(!found.contains("K2"))
    var view = Self.view()
    for key in typed { _ = view.press(key) }
    #expect(view.draw().lines[4].runs.contains { $0.text == "ru" && $0.style.isReversed })
    #expect(Self.shown(typed + [.letter("n")]).contains("K7    Rust"))
    #expect(Self.shown(typed + [.letter("n"), .letter("n")]).contains(" 'ru' does not stand further"))
    #expect(Self.shown(typed + [.letter("n"), .letter("N")]) == found)
    #expect(Self.shown([.right] + typed) == found)
    let number: [Key] = [.letter("/"), .letter("2"), .letter("8"), .enter]
    #expect(Self.shown(number).contains("27   28\n"))
    #expect(Self.shown([.letter("/"), .letter("x"), .escape]) == Self.shown([]))
    let typing = Self.shown([.letter("/"), .paste("geld\nand more")])
    #expect(typing.hasSuffix("Find: geld\n"))
  }

  @Test(
    "It is left by q, Escape, Ctrl-C and Ctrl-Q", arguments: [Key.letter("q"), .escape, .control("c"), .control("q")])
  func leaving(key: Key) {
    var view = Self.view()
    let stays = view.press(key)
    #expect(!stays)
  }

  @Test("A window that is too small for the heads shows lines as they come; one that grows has them again")
  func resizing() {
    var view = Self.view()
    _ = view.press(.right)
    view.resize(width: 14, height: 5)
    #expect(
      view.draw().text == """
        Codes by trans

              s01  s02
        ──────────────
         lines 1 to 4

        """)
    view.resize(width: 80, height: 30)
    #expect(view.draw().text.hasPrefix(String(Self.text.dropLast())))
    view.resize(width: 1, height: 1)
    #expect(view.draw().lines.count == 1)
  }

  @Test("Wide letters are not cut in two, and colours stay where they were")
  func wide() {
    let line = StyledLine(escaped: "ab\u{1B}[1m東京\u{1B}[0m\u{1B}[48;5;68m\u{1B}[38;5;231mcd\u{1B}[0me")
    #expect(line.text == "ab東京cde")
    #expect(line.dropping(3).text == " 京cde")
    #expect(line.cut(to: 3).text == "ab")
    #expect(line.runs.map(\.style.isBold) == [false, true, false, false])
    #expect(
      ScreenText(palette: .indexed).write(line.dropping(6)) == "\u{1B}[38;5;231;48;5;68mcd\u{1B}[0me")
    #expect(ScreenText(palette: .none).write(line.dropping(6)) == "cde")
    #expect(StyledLine(escaped: "a\u{1B}[2Jb\u{1B}").text == "aJb")
  }

  @Test("Nothing, less than its heads and any keys are no matter", arguments: 0..<40)
  func anything(seed: UInt64) {
    let keys: [Key] = [
      .down, .up, .right, .left, .pageDown, .pageUp, .home, .end, .letter("/"), .letter("a"), .enter, .letter("n"),
      .letter("N"), .backspace, .letter(" "), .letter("1"),
    ]
    var state = seed &+ 1
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for text in ["", "a", "\n\n", Self.text] {
      var view = TableView(
        text, keeping: FrozenHead(lines: next(6), columns: next(20), stops: [next(9)]), width: 1 + next(60),
        height: 1 + next(20))
      for _ in 0..<200 {
        _ = view.press(keys[next(keys.count)])
        if next(20) == 0 { view.resize(width: 1 + next(60), height: 1 + next(20)) }
        _ = view.draw()
      }
    }
  }
}
