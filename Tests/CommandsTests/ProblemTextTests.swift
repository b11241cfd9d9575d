import Model
import Testing

@testable import Commands

struct ProblemTextTests {
  @Test("A problem is told in lines: what and where, what was typed with a caret, and a hint")
  func lines() {
    #expect(ProblemText.lines(Problem("No way."), colour: false) == ["Error: No way."])
    #expect(
      ProblemText.lines(
        Problem("No way.", file: "a.csv", line: 3, typed: "find é and", caret: 7, hint: "Try another."), colour: false)
        == ["Error: a.csv:3: No way.", "  find é and", "         ^", "Hint: Try another."])
    #expect(ProblemText.lines(Problem("No way.", line: 3), colour: false) == ["Error: line 3: No way."])
    #expect(ProblemText.lines(Problem("No way.", file: "a.csv"), colour: false) == ["Error: a.csv: No way."])
    #expect(ProblemText.lines(Problem("No way.", typed: "find"), colour: false) == ["Error: No way."])
  }

  @Test("Only the first words are coloured")
  func colour() {
    #expect(
      ProblemText.lines(Problem("No way.", hint: "Try."), colour: true)
        == ["\u{1B}[1;31mError:\u{1B}[0m No way.", "\u{1B}[1;36mHint:\u{1B}[0m Try."])
  }

  @Test("The caret stands under its character where wide ones come before it")
  func wide() {
    let lines = ProblemText.lines(Problem("No way.", typed: "find 日本 and", caret: 8), colour: false)
    #expect(lines[2] == "            ^")
  }
}
