import Foundation
import Testing

@testable import Store

@Suite struct UnfinishedFileTests {
  @Test("What nobody is at is taken away, and what is being made stays")
  func removing() throws {
    let folder = try TemporaryFolder()
    let file = try NewFile(folder.file("copy"), called: "copy", whenThere: "")
    #expect(!UnfinishedFile.remove(file.draft))
    #expect(folder.names == [".copy.partial"])
    try Data("half".utf8).write(to: URL(fileURLWithPath: folder.file(".other.partial")))
    #expect(StudyStore.removeUnfinished(folder.file(".other.partial")))
    #expect(!UnfinishedFile.remove(folder.file("none")))
    #expect(folder.names == [".copy.partial"])
    file.discard()
  }

  @Test("Opening a study takes away what a copy of it was that did not come to its end")
  func opening() throws {
    let study = try StudyFixture()
    let copies = CopyFolder(beside: study.path)
    try copies.make()
    for name in [".study-2026-11-21.draad.gz.plain.partial", ".other-2026-11-21.draad.gz.partial", ".study-x"] {
      try Data("half".utf8).write(to: URL(fileURLWithPath: copies.path + "/" + name))
    }
    try study.store.keepDailyCopies(.beside) { "2026-11-22T10:00:00Z" }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: copies.path).sorted()
        == [".other-2026-11-21.draad.gz.partial", ".study-x"])
  }
}
