import Model
import TestSupport
import Testing

@testable import Exchange

@Suite struct PackedPathsTests {
  private func paths(_ names: [String]) -> PackedPaths {
    var paths = PackedPaths()
    for (index, name) in names.enumerated() { _ = paths.add(name, UInt64(index)) }
    return paths
  }

  @Test("The whole path goes before the last part of it, and capitals count where they can")
  func order() {
    let paths = paths(["sources/T.TXT", "sources/t.txt", "sources/noord/s1.txt", "sources/zuid/s1.txt", "b c.txt"])
    #expect(paths["T.TXT"] == 0)
    #expect(paths["t.txt"] == 1)
    #expect(paths["Sources/T.TXT"] == 0)
    #expect(paths["noord/s1.txt"] == 2)
    #expect(paths["sources/zuid/s1.txt"] == 3)
    #expect(paths["NOORD/S1.TXT"] == 2)
    #expect(paths["C:\\study\\noord\\s1.txt"] == 3)
    #expect(paths["b%20c.txt"] == 4)
    #expect(paths["/sources/t.txt"] == 1)
    #expect(paths["x.txt"] == nil)
    #expect(paths[""] == nil)
  }

  @Test("An entry that stands twice is named when the last one takes its place")
  func doubled() {
    var paths = PackedPaths()
    #expect(paths.add("a/t.txt", 0) == nil)
    #expect(paths.add("b/t.txt", 1) == nil)
    #expect(paths.add("a/t.txt", 2) == "a/t.txt")
    #expect(paths.indices.sorted() == [1, 2])
  }

  @Test("Texts of one name in two folders, or with other capitals, are not mixed up")
  func package() throws {
    let names = ["noord/s1.txt", "zuid/s1.txt", "T.TXT", "t.txt"]
    let sources = names.map {
      "<TextSource guid=\"\(GUID(of: $0).text)\" name=\"\($0)\" plainTextPath=\"internal://\($0)\"/>"
    }.joined()
    let xml = "<Project name=\"p\"><Sources>\(sources)</Sources></Project>"
    let package = StoredZip.archive(
      [("project.qde", Array(xml.utf8))] + names.map { ("sources/" + $0, Array("Text \($0)".utf8)) })
    let read = try QDAProject.read(package, file: "p.qdpx")
    #expect(read.study.transcripts.map(\.transcript.text) == names.map { "Text " + $0 })
    #expect(read.report == TransferReport())
  }
}
