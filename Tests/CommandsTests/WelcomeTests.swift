import TestSupport
import Testing

@testable import Commands

@Suite("What draad says when it is given nothing")
struct WelcomeTests {
  private func answer(_ typed: [String], studies: [String]) -> (answer: Welcome.Answer, asked: [String]) {
    var rest = typed[...]
    var asked: [String] = []
    let welcome = Welcome(studies: studies) { question in
      asked.append(question)
      return rest.popFirst()
    }
    return (welcome.answer(), asked)
  }

  @Test("The only study of the folder is opened without a question")
  func one() {
    let (answer, asked) = answer([], studies: ["mijn.draad"])
    #expect(answer == .open("mijn.draad"))
    #expect(asked == [])
  }

  @Test("Of several one is chosen by its number or its name")
  func several() {
    let studies = ["a.draad", "b.draad"]
    #expect(answer(["2"], studies: studies).answer == .open("b.draad"))
    #expect(answer(["a.draad"], studies: studies).answer == .open("a.draad"))
    let (left, asked) = answer(["3", ""], studies: studies)
    #expect(left == .leave)
    #expect(
      asked == [
        "There are 2 studies in this folder.\n  1  a.draad\n  2  b.draad\nWhich one? (a number; Enter leaves) ",
        "Type a number from 1 to 2, or Enter to leave: ",
      ])
  }

  @Test("Without a study a new one or the sample is offered; Enter and the end of input leave")
  func none() {
    #expect(answer(["1", " scholen "], studies: []).answer == .make("scholen"))
    #expect(answer(["1", ""], studies: []).answer == .leave)
    #expect(answer(["x", "2"], studies: []).answer == .sample)
    #expect(answer([""], studies: []).answer == .leave)
    #expect(answer([], studies: []).answer == .leave)
  }

  @Test("On a terminal the sample is made and its tour walked; on a narrow one messages break between words")
  func terminal() throws {
    let folder = try TemporaryFolder()
    let terminal = try RealTerminal(folder, width: 60)
    func type(_ line: String) throws {
      try terminal.type(line)
      try terminal.press("Enter")
    }
    try type("draad")
    try terminal.wait(for: "Which one? (1 or 2; Enter leaves)")
    try type("2")
    try terminal.wait(for: "np-onderwijs (Anna)>")
    try type("tour")
    try terminal.wait(for: "A study is one file on your own machine. See what this one\nholds.\nType:  info")
    try terminal.resize(width: 110, height: 24)
    try type("info")
    try terminal.wait(for: "Tour, step 2 of 10: Read what was said")
    try terminal.wait(
      for:
        "A transcript is cut into segments, the units that are coded and counted; here each is one turn of a speaker.")
    try type("quit")
    try terminal.wait(for: "ready>")
    try type("cd draad-sample; draad")
    try terminal.wait(for: "Draad, study np-onderwijs.draad.")
  }
}
