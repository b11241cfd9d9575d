import TestSupport
import Testing

@testable import Commands

/// Which study is opened, and who codes, where the line does not say.
struct SessionEnvironmentTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["one", "two"] {
      let shell = Shell(environment: ["HOME": folder.path], clock: { "" })
      _ = shell.respond(to: "new \(folder[name])")
      _ = shell.respond(to: "coder \(name == "one" ? "Kim" : "Lou")")
      shell.close()
    }
  }

  private func answer(_ line: String, study: String? = nil, coder: String? = nil, _ more: [String: String] = [:])
    -> String
  {
    let environment = ["HOME": folder.path].merging(more) { $1 }
    let shell = Shell(
      study: study.map { folder[$0] }, coder: coder, environment: environment, clock: { "2026-01-02T03:04:05Z" })
    defer { shell.close() }
    return shell.respond(to: line)
  }

  @Test("A study that is named goes before the environment's")
  func study() {
    let two = ["DRAAD_STUDY": folder["two.draad"]]
    #expect(answer("info", study: "one.draad", two).contains("Study: \(folder["one.draad"])"))
    #expect(answer("info", two).contains("Study: \(folder["two.draad"])"))
  }

  @Test("Who codes is who was named, else the environment's, else the last one here")
  func coder() {
    #expect(answer("coder", study: "one.draad") == "Kim codes.\n")
    #expect(answer("coder", study: "two.draad") == "Lou codes.\n")
    #expect(answer("coder", study: "two.draad", ["DRAAD_CODER": "Mo"]) == "Mo codes.\n")
    #expect(answer("coder", study: "two.draad", coder: "Zoe", ["DRAAD_CODER": "Mo"]) == "Zoe codes.\n")
    #expect(answer("coder", study: "two.draad") == "Lou codes.\n")
    #expect(answer("coder", study: "two.draad", ["HOME": folder["away"]]) == "Nobody is named who codes.\n")
  }

  @Test("An empty coder in the environment is none")
  func emptyCoder() {
    let told = answer("coder", study: "two.draad", ["DRAAD_CODER": ""])
    #expect(told == "Lou codes.\n")
  }
}
