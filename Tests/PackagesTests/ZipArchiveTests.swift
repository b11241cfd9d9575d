import Testing

@testable import Packages

struct ZipArchiveTests {
  private let zeros = [UInt8](repeating: 0, count: 300_000)

  @Test("An entry is unpacked by its name")
  func entry() {
    let archive = ArchiveFixture.archive([("a/één.txt", Array("words".utf8)), ("empty", []), ("zeros", zeros)])
    #expect(ZipArchive.entry("a/één.txt", in: archive) == .bytes(Array("words".utf8)))
    #expect(ZipArchive.entry("empty", in: archive) == .bytes([]))
    #expect(ZipArchive.entry("zeros", in: archive) == .bytes(zeros))
    #expect(ZipArchive.entry("b", in: archive) == .noEntry)
  }

  @Test("What is larger than the limit is not unpacked, whatever size the archive gives")
  func bomb() {
    var archive = ArchiveFixture.archive([("zeros", zeros)])
    #expect(ZipArchive.entry("zeros", in: archive, limit: 200_000) == .tooLarge)
    let size: [UInt8] = [0xE0, 0x93, 0x04, 0x00]
    for at in 0..<archive.count - 4 where Array(archive[at..<at + 4]) == size { archive[at + 1..<at + 4] = [0, 0, 0] }
    let answer = ZipArchive.entry("zeros", in: archive, limit: 200_000)
    #expect(answer == .tooLarge || answer == .broken)
  }

  @Test("A locked archive, and what is none")
  func locked() {
    let archive = ArchiveFixture.archive([("a", Array("words".utf8))], password: "geheim")
    #expect(ZipArchive.entry("a", in: archive) == .locked)
    #expect(ZipArchive.entry("a", in: []) == .noArchive)
    #expect(ZipArchive.entry("a", in: Array("words".utf8)) == .noArchive)
  }

  @Test("An entry that is packed tighter than a document is not unpacked")
  func tight() {
    let archive = ArchiveFixture.archive([("zeros", [UInt8](repeating: 0, count: 40 << 20))])
    #expect(ZipArchive.entry("zeros", in: archive) == .tooLarge)
  }

  @Test("XML is read as it is unpacked")
  func walk() {
    let archive = ArchiveFixture.archive([
      ("good", Array("<a>één</a>".utf8)), ("bad", Array("<a>".utf8)), ("long", zeros),
    ])
    var seen = ""
    func walk(_ name: String, limit: Int = 1 << 20) -> OpenArchive.Walked? {
      ZipArchive.open(archive) { archive in
        archive.walk(name, limit: limit) {
          if case .text(let words) = $0 { seen += String(decoding: words, as: UTF8.self) }
        }
      }
    }
    #expect(walk("good") == .whole)
    #expect(seen == "één")
    #expect(walk("bad") == .malformed)
    #expect(walk("long", limit: 100) == .refused(.tooLarge))
    #expect(walk("none") == .refused(.noEntry))
  }

  @Test("An archive of very many entries is refused")
  func many() {
    let archive = ArchiveFixture.archive((0...ZipArchive.mostEntries).map { ("\($0)", []) })
    #expect(ZipArchive.entry("1", in: archive) == .tooLarge)
  }
}
