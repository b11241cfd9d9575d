import Reading
import Testing
import Workbench

@testable import Commands

struct PagerTests {
  @Test(
    "Only a line that starts less and nothing besides takes options of less",
    arguments: [
      ("less", true), ("less -R -P'q leaves, space goes on'", true), ("/usr/local/bin/less -i", true), ("more", false),
      ("less | cat", false), ("cat", false), ("lesspipe", false), ("", false), ("less; echo x", false),
    ])
  func isLess(line: String, answer: Bool) { #expect(Pager.isLess(line) == answer) }

  @Test(
    "The version of less is the number that it tells",
    arguments: [
      ("less 668 (GNU regular expressions)\nCopyright", 668), ("less 590", 590), ("less 581.2 (POSIX)", 581),
      ("more from util-linux 2.38.1", nil), ("", nil), ("less", nil),
    ] as [(String, Int?)])
  func version(said: String, version: Int?) { #expect(Pager.lessVersion(in: said) == version) }

  @Test("Another pager is started as it is named, whatever it shows")
  func others() {
    #expect(Pager(["PAGER": "cat -n"]).line(keeping: FrozenHead(lines: 4, columns: 9)) == "cat -n")
    #expect(Pager(["PAGER": " "]).line(keeping: nil) == "less -RFX -P'q leaves, space goes on'")
    #expect(Pager([:]).line(keeping: nil) == "less -RFX -P'q leaves, space goes on'")
  }

  @Test("Tables are shown by the program that was named, else by what is built in")
  func tables() {
    #expect(!Pager(["PAGER": "more"], palette: .indexed).keepsHeads)
    #expect(Pager([:], palette: ScreenText.Palette.none).keepsHeads)
  }
}
