import Foundation
import TestSupport
import Testing

@testable import Commands

/// The session in the README is typed again, and what comes back must be what stands there.
///
/// `DRAAD_RECORD=1 swift test --filter ReadmeSessionTests` writes what comes back into the README instead.
struct ReadmeSessionTests {
  private static let path = RepositoryFiles.path("README.md")
  private static let fence = "```console\n"
  private static let places = [" Corpus/", " Codebooks/", " np.draad"]

  @Test("The session in the README is true")
  func replays() throws {
    let readme = try String(contentsOfFile: Self.path, encoding: .utf8)
    let start = try #require(readme.range(of: Self.fence)).upperBound
    let end = try #require(readme.range(of: "```", range: start..<readme.endIndex)).lowerBound
    let session = SessionFile(Self.typed(String(readme[start..<end])))
    let outputs = try SessionReplay.outputs(of: session)
    let replayed = Self.shown(session.text(recording: outputs))
    if ProcessInfo.processInfo.environment["DRAAD_RECORD"] == "1" {
      return try (readme[..<start] + replayed + readme[end...]).write(
        toFile: Self.path, atomically: true, encoding: .utf8)
    }
    #expect(String(readme[start..<end]) == replayed)
  }

  private static func typed(_ console: String) -> String {
    console.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix("$ draad ") else { return String(line) }
      return places.reduce("> " + line.dropFirst(8)) { $0.replacingOccurrences(of: $1, with: " ./" + $1.dropFirst()) }
    }.joined(separator: "\n")
  }

  private static func shown(_ session: String) -> String {
    session.replacingOccurrences(of: "./", with: "").split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("> ") ? "$ draad " + $0.dropFirst(2) : $0.hasPrefix("\\") ? String($0.dropFirst()) : String($0)
    }.joined(separator: "\n")
  }
}
