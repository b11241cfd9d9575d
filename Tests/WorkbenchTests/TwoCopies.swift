import Model
import TestSupport

@testable import Store
@testable import Workbench

/// A study with three codes and one talk, and a branch of it.
final class TwoCopies {
  let folder: TemporaryFolder
  let mine: Workbench
  let theirs: Workbench
  private static let talk = "---\nspeakers:\n  Ann:\n  Bob:\n---\n\nAnn: One.\n\nBob: Two.\n\nAnn: Three.\n"
  var path: String { mine.path }
  var otherPath: String { theirs.path }

  init(isBranch: Bool = true) throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    let clock = { "2026-01-02T03:04:05Z" }
    mine = try Workbench.new(folder["mine"], clock: clock)
    _ = try mine.importFiles([folder.write(Self.talk, to: "t.txt")])
    let codes = ["K", "L", "M"].map { "  - key: \($0)\n    name: Code \($0)\n    definition: About \($0)\n" }.joined()
    _ = try mine.loadCodebook(folder.write("codes:\n" + codes, to: "codes.yaml"))
    mine.coder = "ann"
    _ = try mine.tag("t:1", ["K"])
    if isBranch { _ = try mine.branch(to: folder["theirs"]) } else { _ = try mine.backup(to: folder["theirs.draad"]) }
    theirs = try Workbench.open(folder["theirs.draad"], clock: clock)
    theirs.coder = "bob"
  }

  /// One more branch of a study, to be closed by who asks for it.
  func branch(of study: Workbench, _ name: String, coder: String) throws -> Workbench {
    _ = try study.branch(to: folder[name])
    let branch = try Workbench.open(folder[name + ".draad"], clock: { "2026-01-02T03:04:05Z" })
    branch.coder = coder
    return branch
  }

  deinit {
    mine.close()
    theirs.close()
  }

  func counts(_ study: Workbench) throws -> [String: Int] { try study.store.codingCounts() }
}
