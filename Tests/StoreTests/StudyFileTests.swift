import Foundation
import Model
import Testing

@testable import Store

@Suite struct StudyFileTests {
  @Test("What was made in vain goes with what stands beside it")
  func remove() throws {
    let folder = try TemporaryFolder()
    for name in ["a.draad", "a.draad-wal", "a.draad-shm", "b.draad"] {
      try Data().write(to: URL(fileURLWithPath: folder.file(name)))
    }
    StudyFile.remove(folder.file("a.draad"))
    #expect(folder.names == ["b.draad"])
  }

  @Test(
    "Why a file cannot be made is said",
    arguments: zip(
      [ENOENT, ENOSPC, EFBIG, EIO, EACCES],
      [
        Problem("There is no folder 'x' for the copy.", hint: "Make it with: mkdir -p x"),
        Problem("The disk is full; the copy 'a.draad' was not made.", hint: "Make room."),
        Problem("The disk is full; the copy 'a.draad' was not made.", hint: "Make room."),
        Problem("The disk gave an error; the copy 'a.draad' was not made.", file: "x/a.draad"),
        Problem(
          "The copy 'a.draad' cannot be made here.", file: "x/a.draad", hint: "Look at the rights of the folder."),
      ]))
  func cannotMake(code: Int32, problem: Problem) {
    #expect(StudyFile.cannotMake("x/a.draad", called: "copy", code) == problem)
  }

  @Test("A version below none is damage")
  func version() {
    #expect(throws: Problem("The study 'a.draad' is damaged.", file: "x/a.draad")) {
      try StudyFile.requireKnown(-1, "x/a.draad")
    }
  }
}
