import Foundation
import Model
import Testing

@testable import Store

@Suite struct StudyFileTests {
  @Test("The copy of an older study has a name that is free")
  func backupName() throws {
    let folder = try TemporaryFolder()
    #expect(StudyFile.backupName(of: folder.file("a.draad"), version: 1) == folder.file("a.v1.draad"))
    for name in ["a.v1.draad", "a.v1-2.draad"] {
      try StudyFile.make(folder.file(name), called: "copy", whenThere: "")
    }
    #expect(StudyFile.backupName(of: folder.file("a.draad"), version: 1) == folder.file("a.v1-3.draad"))
  }

  @Test("What was made in vain goes with what stands beside it")
  func remove() throws {
    let folder = try TemporaryFolder()
    for name in ["a.draad", "a.draad-wal", "a.draad-shm", "b.draad"] {
      try StudyFile.make(folder.file(name), called: "copy", whenThere: "")
    }
    StudyFile.remove(folder.file("a.draad"))
    #expect(folder.names == ["b.draad"])
  }

  @Test("A file is synced with its folder, and one that is not there is a problem")
  func sync() throws {
    let folder = try TemporaryFolder()
    try StudyFile.make(folder.file("a.draad"), called: "copy", whenThere: "")
    try StudyFile.sync(folder.file("a.draad"))
    #expect(throws: Problem("The disk gave an error while 'b.draad' was written.")) {
      try StudyFile.sync(folder.file("b.draad"))
    }
  }

  @Test("A version below none is damage")
  func version() {
    #expect(throws: Problem("The study 'a.draad' is damaged.", file: "x/a.draad")) {
      try StudyFile.requireKnown(-1, "x/a.draad")
    }
  }
}
