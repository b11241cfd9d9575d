import Testing

@testable import Packages

@Suite struct PackedArchiveTests {
  @Test("Entries have a name, a size and bytes; what is not there is damaged")
  func entries() throws {
    let bytes = ArchiveFixture.archive([("a/één.txt", Array("een".utf8)), ("b", [])])
    let archive = try #require(PackedArchive(bytes, limits: .init()))
    #expect(archive.count == 2)
    #expect([archive.name(of: 0), archive.name(of: 1), archive.name(of: 2)] == ["a/één.txt", "b", nil])
    #expect([archive.size(of: 0), archive.size(of: 1), archive.size(of: 2)] == [3, 0, nil])
    #expect(archive.has("b") && !archive.has("c"))
    #expect(!archive.isLink(0) && !archive.isLocked(0))
    #expect(try archive.unpack(0).get() == Array("een".utf8))
    #expect(throws: PackedArchive.Failure.damaged) { try archive.unpack(2).get() }
  }

  @Test("A size that the archive makes smaller than it is does not help")
  func lies() throws {
    var bytes = ArchiveFixture.archive([("a", [UInt8](repeating: 0, count: 300_000))])
    let size: [UInt8] = [0xE0, 0x93, 0x04, 0x00]
    for at in 0..<bytes.count - 4 where Array(bytes[at..<at + 4]) == size { bytes[at + 1..<at + 4] = [0, 0, 0] }
    var limits = PackedArchive.Limits()
    limits.entry = 1000
    guard let archive = PackedArchive(bytes, limits: limits) else { return }
    #expect(throws: PackedArchive.Failure.self) { try archive.unpack(0).get() }
  }

  @Test("No file and no archive are none")
  func none() {
    #expect(PackedArchive(path: "/nowhere/x.zip", limits: .init()) == nil)
    #expect(PackedArchive(Array("words".utf8), limits: .init()) == nil)
  }
}
