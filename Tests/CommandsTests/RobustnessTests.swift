import Foundation
import TestSupport
import Testing

@testable import Commands

/// Lines that nobody types on purpose must not take the program down; each runs in a process of its own.
struct RobustnessTests {
  /// The exit code of the last line, in a study with one coded segment.
  static func code(of line: (TemporaryFolder) throws -> String) throws -> Int32 {
    let folder = try TemporaryFolder()
    let session = Session(
      console: Console(out: { _ in }, error: { _ in }), environment: ["XDG_STATE_HOME": folder["state"]], coder: "Kim",
      clock: { "2026-01-02T03:04:05Z" })
    try folder.write("Ann: Yes.", to: "talk.txt")
    try folder.write("codes:\n  - key: A\n    name: Apples\n", to: "codes.yaml")
    for line in ["new \(folder["study"])", "import \(folder["talk.txt"])", "codebook load \(folder["codes.yaml"])"] {
      session.run(line: line)
    }
    session.run(line: "tag talk:1 A")
    return try session.run(line: line(folder))
  }

  @Test("A limit below zero is wrong usage")
  func negativeLimit() async {
    await #expect(processExitsWith: .exitCode(64)) {
      exit(try RobustnessTests.code { _ in "find any --limit=-2" })
    }
  }

  @Test("A script that runs itself is refused")
  func scriptInItself() async {
    await #expect(processExitsWith: .exitCode(2)) {
      exit(
        try RobustnessTests.code { folder in
          "run " + (try folder.write("run \(folder["script"])\n", to: "script"))
        })
    }
  }
}
