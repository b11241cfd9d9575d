import Model
import Testing

@testable import Commands

struct CommandNamesTests {
  @Test(
    "What is in the tree passes, and so does what stands after it",
    arguments: [
      "", "info", "help", "help find", "help searching", "--help", "cases", "cases list", "cases --format csv",
      "codebook show fnid",
      "codebook staff", "find fnid", "code add X Y", "code --help", "help code",
    ])
  func known(line: String) throws {
    try CommandNames.check(line.split(separator: " ").map(String.init))
  }

  @Test(
    "A command that is not there is answered with those that look like it",
    arguments: [
      ("fnd staff", "fnd", "Did you mean 'find'? "),
      ("transcrpt", "transcrpt", "Did you mean 'transcript' or 'transcripts'? "),
      ("cases lst", "cases lst", "Did you mean 'cases list'? "),
      ("code mrege A B", "code mrege", "Did you mean 'code merge'? "),
      ("codings laod x", "codings laod", "Did you mean 'codings load'? "),
      ("xyzzy", "xyzzy", ""),
    ])
  func unknown(line: String, named: String, meant: String) {
    let problem = Problem(
      "There is no command '\(named)'.", hint: meant + "'help' lists all commands.", kind: .usage)
    #expect(throws: problem) { try CommandNames.check(line.split(separator: " ").map(String.init)) }
  }

  @Test(
    "Help on what is not there is answered with commands and topics that look like it",
    arguments: [
      ("help fnid", "fnid", "Did you mean 'find'? "), ("help serching", "serching", "Did you mean 'searching'? "),
      ("help code mrege", "code mrege", "Did you mean 'code merge'? "), ("help xyzzy", "xyzzy", ""),
    ])
  func unknownHelp(line: String, named: String, meant: String) {
    let problem = Problem(
      "There is no help on '\(named)'.", hint: meant + "'help' lists commands and topics.", kind: .usage)
    #expect(throws: problem) { try CommandNames.check(line.split(separator: " ").map(String.init)) }
  }

  @Test("A command that goes on is told how")
  func unfinished() {
    let problem = Problem(
      "'code' goes on with one of: add, delete, history, merge, move, rename, retire, split.",
      hint: "See more with: help code", kind: .usage)
    #expect(throws: problem) { try CommandNames.check(["code"]) }
  }
}
