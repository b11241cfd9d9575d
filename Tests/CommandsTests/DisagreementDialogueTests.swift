import TestSupport
import Testing
import Workbench

@testable import Commands

struct DisagreementDialogueTests {
  @Test("One passage after the other is shown, asked about and decided with a reason")
  func walk() throws {
    let folder = try TemporaryFolder()
    let study = try Workbench.new(folder["study"], clock: { "2026-01-02T03:04:05Z" })
    defer { study.close() }
    let talk = "---\nspeakers:\n  Ann:\n  Bob:\n---\n\nAnn: One.\n\nBob: Two.\n\nAnn: Three.\n"
    _ = try study.importFiles([folder.write(talk, to: "t.txt")])
    let codes = "codes:\n  - key: K\n    name: Work\n    definition: About work.\n  - key: L\n    name: Life\n"
    _ = try study.loadCodebook(folder.write(codes, to: "codes.yaml"))
    for (coder, places) in [("ann", [("t:1", "K"), ("t:2", "K")]), ("bob", [("t:1", "L"), ("t:3", "K")])] {
      study.coder = coder
      for (place, code) in places { _ = try study.tag(place, [code]) }
    }
    var answers = ["what", "k", "Because.", "n", "K", "", "Not so."]
    var shown: [String] = []
    try DisagreementDialogue(
      study, .init(), show: { shown.append($0) },
      ask: { _ in
        answers.isEmpty ? nil : answers.removeFirst()
      }
    ).walk()
    let told = shown.joined(separator: "\n")
    #expect(
      told.hasPrefix("1 of 3: missed, t:2\n  Two.\n  ann: K Work - About work.\n  bob: nothing\nNo code named 'what'."))
    #expect(told.hasSuffix("That was the last."))
    #expect(try study.disagreementViews(.init()).map(\.address) == ["t:3"])
  }
}
