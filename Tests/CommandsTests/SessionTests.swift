import Foundation
import TestSupport
import Testing

@testable import Commands

/// Every file in `Sessions` is typed again, and what comes back must be what stands there.
///
/// `DRAAD_RECORD=1 swift test --filter SessionTests` writes what comes back into the files instead; read the difference
/// before you keep it.
struct SessionTests {
  static let folder = RepositoryFiles.path("Tests/CommandsTests/Sessions")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".session") }.sorted()
  private static let isRecording = ProcessInfo.processInfo.environment["DRAAD_RECORD"] == "1"

  @Test("A session gives what was recorded", arguments: names)
  func replays(name: String) throws {
    let path = Self.folder + "/" + name
    let session = SessionFile(String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self))
    let outputs = try SessionReplay.outputs(of: session)
    if Self.isRecording {
      return try session.text(recording: outputs).write(toFile: path, atomically: true, encoding: .utf8)
    }
    for (step, output) in zip(session.steps, outputs) {
      let place: Comment = "\(name):\(step.line): \(step.typed)"
      if let issue = step.knownIssue {
        withKnownIssue(Comment(rawValue: issue)) { #expect(output == step.output, place) }
      } else {
        #expect(output == step.output, place)
      }
    }
  }

  @Test("There are sessions")
  func areThere() { #expect(Self.names.count >= 10) }
}

/// Types a session in a folder of its own, with a clock that stands still.
enum SessionReplay {
  static func outputs(of session: SessionFile) throws -> [String] {
    let folder = try TemporaryFolder()
    for name in ["Corpus", "Codebooks"] { try folder.link(name) }
    for input in session.inputs { try folder.write(input.bytes, to: input.name) }
    let shell = Shell(
      environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"], "DRAAD_WAIT": "1"],
      clock: { "2026-01-02T03:04:05Z" })
    defer { shell.close() }
    return session.steps.map { step in
      let line = longer(step.typed, folder)
      return SessionFile.trimmed(shorter(elsewhere(line, folder) ?? shell.respond(to: line), folder))
    }
  }

  /// What another study answers: `draad -s FILE --as NAME LINE`, as somebody types it in another window.
  private static func elsewhere(_ line: String, _ folder: TemporaryFolder) -> String? {
    let words = line.split(separator: " ", maxSplits: 5).map(String.init)
    guard words.count == 6, words[0] == "draad", words[1] == "-s", words[3] == "--as" else { return nil }
    let shell = Shell(
      study: words[2], coder: words[4], environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]],
      clock: { "2026-01-02T03:04:05Z" })
    defer { shell.close() }
    return shell.respond(to: words[5])
  }

  private static func longer(_ typed: String, _ folder: TemporaryFolder) -> String {
    [" ", "=", "\"", "'"].reduce(typed) { $0.replacingOccurrences(of: $1 + "./", with: $1 + folder[""]) }
  }

  private static func shorter(_ output: String, _ folder: TemporaryFolder) -> String {
    output.replacingOccurrences(of: folder[""], with: "./").replacingOccurrences(of: folder.path, with: ".")
  }
}
