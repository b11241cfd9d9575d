import Testing
import Workbench

@testable import Commands

struct HelpPageTests {
  @Test("Names with blanks are quoted where they stand, a place that is not known stays as it is")
  func filled() {
    var names = StudyNames()
    (names.transcript, names.attribute, names.value, names.caseName) = ("gesprek 1", "soort school", "klein", "De Berk")
    let line = ExampleLine(names: names, folder: "/tmp/a b/")
    let filled = [
      "tag {place} {code}", "find {code} where {condition} or case={case:query}", "frequencies --where {where}",
      "cases set {case} {setting}", "import {file:talk.txt}", "show {transcript} {nothing}", "a { b",
    ].map(line.filled)
    #expect(
      filled == [
        "tag \"gesprek 1:2\" U1", "find U1 where \"soort school\"=klein or case=\"De Berk\"",
        "frequencies --where '\"soort school\"=klein'", "cases set \"De Berk\" \"soort school=klein\"",
        "import \"/tmp/a b/talk.txt\"", "show \"gesprek 1\" {nothing}", "a { b",
      ])
  }

  @Test("Examples of a command stand under its help, those that are too long above what they mean")
  func command() throws {
    var names = StudyNames()
    names.code = "een-heel-lange-sleutel-van-een-code"
    let page = HelpPage(line: ExampleLine(names: names), width: 60)
    let text = page.command(CodeCommand.History.self, path: ["code", "history"])
    #expect(
      text.hasSuffix(
        """

        EXAMPLES:
          code history een-heel-lange-sleutel-van-een-code
                                                What it meant before

        """), "\(text)")
  }

  @Test("All topics are listed under all commands")
  func overview() {
    let text = HelpPage.overview()
    #expect(text.contains("\n\nTOPICS:\n  importing               From files to transcripts\n"))
    #expect(text.hasSuffix("\n\n  See 'help TOPIC' for examples, as in: help coding\n"))
  }
}
