import TestSupport
import Testing

@testable import Commands

/// 0 done, 1 nothing found, 2 failed, 64 wrong usage.
struct ExitCodeTests {
  private let folder: TemporaryFolder
  private let session: Session

  init() throws {
    folder = try TemporaryFolder()
    let console = Console(out: { _ in }, error: { _ in })
    session = Session(
      console: console, environment: ["XDG_STATE_HOME": folder["state"], "DRAAD_STUDY": folder["none.draad"]],
      coder: "Kim", clock: { "2026-01-02T03:04:05Z" })
    try folder.write("Ann: Yes.", to: "talk.txt")
    try folder.write("", to: "empty.txt")
    try folder.write("codes:\n  - key: A\n    name: Apples\n", to: "codes.yaml")
    for line in ["new \(folder["study"])", "import \(folder["talk.txt"])", "codebook load \(folder["codes.yaml"])"] {
      #expect(session.run(line: line) == 0)
    }
  }

  @Test(
    "Each line has its exit code",
    arguments: [
      ("", 0), ("# comment", 0), ("info", 0), ("tag talk:1 A", 0), ("find where case=x", 1), ("search no", 1),
      ("untag talk:1 A", 1), ("redo", 1), ("tag talk:9 A", 2), ("show none", 2), ("find B", 2),
      ("tag talk:0 A", 64), ("info --formt x", 64), ("fnd", 64), ("code", 64),
      ("find", 64), ("show \"talk", 64), ("frequencies --count pages", 64), ("help find", 0), ("find --help", 0),
    ] as [(String, Int32)])
  func lines(line: String, code: Int32) {
    #expect(session.run(line: line) == code)
  }

  @Test("A query that cannot be read is refused", arguments: ["find A and", "find (A", "search (", "find A where"])
  func queries(line: String) {
    #expect(session.run(line: line) == 2)
  }

  @Test("A file that could not be read makes an import fail, though the others come in")
  func imports() {
    #expect(session.run(["import", folder["empty.txt"], folder["talk.txt"]]) == 2)
  }

  @Test("A script goes on where nothing is found, and stops at the first error with its code")
  func scripts() throws {
    try folder.write("search no\n\n# comment\ntag talk:1 A\n", to: "good")
    try folder.write("search no\ntag talk:0 A\nremove talk\n", to: "bad")
    #expect(session.run(["run", folder["good"]]) == 0)
    #expect(session.run(["run", folder["bad"]]) == 64)
    #expect(session.run(["show", "talk"]) == 0)
    #expect(session.run(["run", folder["none"]]) == 2)
  }
}
