import Testing
import Workbench

@testable import Commands

struct MergeDialogueTests {
  private func console(answering answers: [String?]) -> (Console, () -> [String]) {
    final class Heard { var questions: [String] = [] }
    let heard = Heard()
    var answers = answers
    let console = Console(out: { _ in }, error: { _ in })
    console.ask = { question in
      heard.questions.append(question)
      return answers.isEmpty ? nil : answers.removeFirst()
    }
    return (console, { heard.questions })
  }

  private let question = MergeQuestion(sentence: "The title is 'a' here and 'b' there.", number: 1, count: 2)

  @Test("A letter answers, anything else is asked again")
  func answers() throws {
    let (console, questions) = console(answering: ["?", "", "T"])
    #expect(MergeDialogue(console)?.answer(question) == "theirs")
    #expect(
      questions() == [
        "1 of 2: The title is 'a' here and 'b' there.\n(m)ine, (t)heirs, (b)oth or (s)top? ", "m, t, b or s? ",
        "m, t, b or s? ",
      ])
  }

  @Test("The end of input stops, as does the word", arguments: [nil, "s", "stop"])
  func stops(answer: String?) { #expect(MergeDialogue(console(answering: [answer]).0)?.answer(question) == nil) }

  @Test("Where nobody sits nobody is asked")
  func nobody() { #expect(MergeDialogue(Console(out: { _ in }, error: { _ in })) == nil) }
}
