import Foundation
import Testing

@testable import Store

@Suite struct CopyMarkTests {
  @Test("A mark is read from the file it was written into, and a file without one has none")
  func reading() throws {
    let folder = try TemporaryFolder()
    try Data("words".utf8).write(to: URL(fileURLWithPath: folder.file("plain")))
    let mark = CopyMark(study: "GUID", copy: "COPY", path: folder.file("k é.draad"))
    for (name, comment) in [("marked.gz", mark.text), ("other.gz", "draad 3"), ("bare.gz", nil)] as [(String, String?)]
    {
      let file = try NewFile(folder.file(name), called: "copy", whenThere: "")
      try Gzip.pack(folder.file("plain"), into: file, comment: comment)
      try file.finish()
      #expect(try Gzip.holds(folder.file(name), bytesOf: folder.file("plain")))
    }
    #expect(CopyMark(of: folder.file("marked.gz")) == mark)
    #expect(CopyMark(of: folder.file("other.gz")) == nil)
    #expect(CopyMark(of: folder.file("bare.gz")) == nil)
    #expect(CopyMark(of: folder.file("plain")) == nil)
    #expect(CopyMark(of: folder.file("none")) == nil)
  }

  @Test("A copy belongs to the file it was made of, also where that was moved, and to no other that is there")
  func belonging() throws {
    let folder = try TemporaryFolder()
    try Data().write(to: URL(fileURLWithPath: folder.file("a.draad")))
    let mine = CopyMark(study: "S", copy: "C", path: folder.file("a.draad"))
    #expect(mine.belongs(to: mine))
    #expect(!mine.belongs(to: CopyMark(study: "S", copy: "C", path: folder.file("b.draad"))))
    #expect(!mine.belongs(to: CopyMark(study: "S", copy: "D", path: folder.file("a.draad"))))
    #expect(!mine.belongs(to: CopyMark(study: "T", copy: "C", path: folder.file("a.draad"))))
    #expect(CopyMark(study: "S", copy: "C", path: folder.file("gone.draad")).belongs(to: mine))
  }
}
