import Model
import Testing

@testable import Commands

struct ConsoleTests {
  private final class Heard {
    var out = ""
    var error = ""
  }

  private func console(_ heard: Heard, drawsProgress: Bool = false) -> Console {
    Console(drawsProgress: drawsProgress, out: { heard.out += $0 }, error: { heard.error += $0 })
  }

  @Test("Results and messages go apart, each with one line end")
  func apart() {
    let heard = Heard()
    let console = console(heard)
    console.result("one")
    console.result("two\n")
    console.message("three")
    console.problem(Problem("No.", hint: "Yes."))
    #expect(heard.out == "one\ntwo\n")
    #expect(heard.error == "three\nError: No.\nHint: Yes.\n")
  }

  @Test("Messages break between words where a terminal is narrow, but for lines that begin with a blank")
  func narrow() {
    let heard = Heard()
    let console = console(heard)
    console.messageWidth = 20
    console.message("There is no study in this folder.\n  find werkdruk where sector=vo")
    console.problem(Problem("No code named 'wrk'.", typed: "wrk where sector=vo or sector=po", caret: 0))
    #expect(
      heard.error == """
        There is no study in
        this folder.
          find werkdruk where sector=vo
        Error: No code named
        'wrk'.
          wrk where sector=vo or sector=po
          ^

        """)
  }

  @Test("Nothing that is said commands the terminal; what was rendered is as it is")
  func escapes() {
    let heard = Heard()
    let console = console(heard)
    console.result("Imported 'doc\u{1B}]0;x\u{7}'.\nNext.")
    console.result("\u{1B}[1mbold\u{1B}[0m", isRendered: true)
    console.note(Problem("In 'a\u{202E}b'.", file: "c\u{9B}d"))
    console.problem(Problem("No 'a\u{1B}[31m'.", typed: "a\u{1B}b", caret: 0, hint: "Say 'b\u{7}'."))
    #expect(heard.out == "Imported 'doc ]0;x '.\nNext.\n\u{1B}[1mbold\u{1B}[0m\n")
    #expect(
      heard.error == "Note: c d: In 'ab'.\nError: No 'a [31m'.\n  a b\n  ^\nHint: Say 'b '.\n")
  }

  @Test("Progress is drawn on a terminal only, and wiped before anything else is said")
  func progress() {
    let heard = Heard()
    console(heard).progress(1, 2, "a.txt")
    #expect(heard.error == "")
    let terminal = console(heard, drawsProgress: true)
    terminal.progress(5, 10, "a.txt")
    let half = String(repeating: "█", count: 15) + String(repeating: "░", count: 15)
    #expect(heard.error == "\r\u{1B}[K\(half) 50% a.txt")
    terminal.result("done")
    #expect(heard.error == "\r\u{1B}[K\(half) 50% a.txt\r\u{1B}[K")
    heard.error = ""
    terminal.progress(10, 10, "")
    terminal.progress(0, 0, "empty")
    #expect(heard.error == "")
  }
}
