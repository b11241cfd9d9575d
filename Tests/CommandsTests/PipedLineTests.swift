import Foundation
import Model
import TestSupport
import Testing

@testable import Commands

struct PipedLineTests {
  @Test(
    "A line goes on into a program behind a | between blanks",
    arguments: [
      ("frequencies | head -5", "frequencies", "head -5"),
      ("find K1 matching tekort | wc -l", "find K1 matching tekort", "wc -l"),
      ("find 's avonds | less", "find 's avonds", "less"),
      ("find 'uit' --limit 3 | sort | uniq -c", "find 'uit' --limit 3", "sort | uniq -c"),
      ("draad find zo'n | cat", "draad find zo'n", "cat"), ("info |", "info", ""), ("| cat", "", "cat"),
      ("find K1 --limit | cat", "find K1 --limit", "cat"), ("query save x K1 | cat", "query save x K1", "cat"),
    ])
  func piped(line: String, command: String, program: String) throws {
    let piped = try #require(PipedLine(line))
    #expect((piped.command, piped.program) == (command, program))
    #expect(Array(line)[piped.column] == "|")
  }

  @Test(
    "In quotation marks, in a value and in a remark it is a letter",
    arguments: [
      "cases set Noord vak=a|b|c", "cases set Noord \"vak=a | b\"", "find matching \"a | b\" where x=1",
      "frequencies --where 'a=\"b | c\"'", "find K1 --where 'a = b | c' --limit 3", "memo a:1 \"x | y\"", "# a | b",
      "frequencies|head", "find K1 --where 'a | b", "", "autocode K1 \"a | b\"", "memo a:1 x \\| y",
    ])
  func whole(line: String) { #expect(PipedLine(line) == nil) }

  private final class Spoken {
    var out = ""
    var error = ""
  }

  /// A session on a small study; what is shown goes into the first, messages into the second.
  private func session(_ folder: TemporaryFolder, _ spoken: Spoken) throws -> Session {
    let console = Console(
      width: 40, height: 3, colour: true, out: { spoken.out += $0 }, error: { spoken.error += $0 })
    console.pager = Pager("false")
    let session = Session(
      console: console, environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], coder: "Kim",
      clock: { "2026-01-02T03:04:05Z" })
    session.run(line: "new '\(folder["study"])'")
    try folder.write("codes:\n  - key: A\n    name: Appels\n  - key: B\n    name: Beren\n", to: "codes.yaml")
    session.run(line: "codebook load '\(folder["codes.yaml"])'")
    (spoken.out, spoken.error) = ("", "")
    return session
  }

  @Test("A program gets the plain result, messages stay where they are; off until it is turned on")
  func given() throws {
    let folder = try TemporaryFolder()
    let spoken = Spoken()
    let session = try session(folder, spoken)
    defer { session.close() }
    #expect(session.run(line: "codebook | cat > '\(folder["out"])'") == 64)
    #expect(
      spoken.error == """
        \u{1B}[1;31mError:\u{1B}[0m Results go on into another program only where that is turned on.
          codebook | cat > '\(folder["out"])'
                   ^
        \u{1B}[1;36mHint:\u{1B}[0m Turn it on with: set pipes on (a | that is a letter stands in quotation marks).

        """)
    #expect(session.run(line: "set pipes on") == 0)
    spoken.error = ""
    #expect(session.run(line: "codebook --format csv | tail -n 2 > '\(folder["out"])'") == 0)
    #expect(try folder.text(of: "out") == "A,Appels,0,0,\nB,Beren,0,0,\n")
    #expect(spoken.error.hasPrefix("Codings: rows of all coders"))
    #expect(session.run(line: "codebook | cat > '\(folder["out"])'") == 0)
    #expect(try folder.text(of: "out").hasPrefix("Codebook\n\nCode  Name    Own  Codings\n"))
    #expect(spoken.out == "'pipes' is on.\n")
  }

  @Test("What a program ends with is told; one that reads nothing, or does not exist, harms nothing")
  func ends() throws {
    let folder = try TemporaryFolder()
    let spoken = Spoken()
    let session = try session(folder, spoken)
    defer { session.close() }
    session.run(line: "set pipes on")
    func answer(_ line: String) -> String {
      spoken.error = ""
      return "\(session.run(line: line)) \(spoken.error)"
    }
    #expect(answer("info | cat > /dev/null; exit 3") == "2 'cat > /dev/null; exit 3' ended with 3.\n")
    #expect(answer("info | grep nothing-like-this") == "1 'grep nothing-like-this' ended with 1.\n")
    #expect(answer("info | kill -INT $$") == "2 'kill -INT $$' was stopped.\n")
    #expect(answer("info | no-such-program 2>/dev/null") == "2 'no-such-program 2>/dev/null' ended with 127.\n")
    #expect(answer("tag nothing:1 A | cat > /dev/null").hasPrefix("2 \u{1B}[1;31mError:"))
    for _ in 0..<20 {
      session.run(line: "code add x\(Int.random(in: 0..<1_000_000_000)) \(String(repeating: "x", count: 9_000))")
    }
    #expect(answer("codebook | true") == "0 ")
    #expect(answer("| cat").hasPrefix("64 "))
    #expect(answer("info |").hasPrefix("64 "))
  }

  @Test("A script turns it on for itself")
  func script() throws {
    let folder = try TemporaryFolder()
    let spoken = Spoken()
    let session = try session(folder, spoken)
    defer { session.close() }
    try folder.write("set pipes on\ncodebook --format csv | tail -n 1 > '\(folder["out"])'\n", to: "on.txt")
    try folder.write("codebook | cat > '\(folder["none"])'\n", to: "off.txt")
    #expect(session.run(line: "run '\(folder["on.txt"])'") == 0)
    #expect(try folder.text(of: "out") == "B,Beren,0,0,\n")
    #expect(!session.settings.pipes)
    session.run(line: "set pipes on")
    #expect(session.run(line: "run '\(folder["off.txt"])'") == 64)
    #expect(session.settings.pipes)
    #expect(try !folder.names().contains("none"))
  }
}
