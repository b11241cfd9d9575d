import Foundation
import Model
import TestSupport
import Testing

@testable import Store

@Suite struct GzipTests {
  private func unpacked(_ path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try Gzip.unpack(path) { bytes.append(contentsOf: $0) }
    return bytes
  }

  @Test("What is packed comes back as it was", arguments: [0, 1, 131_071, 131_072, 131_073, 700_000])
  func roundTrip(size: Int) throws {
    var random = SeededGenerator(seed: 3)
    let folder = try TemporaryFolder()
    let bytes = (0..<size).map { _ in UInt8.random(in: 0...(size % 2 == 0 ? 3 : 255), using: &random) }
    try Data(bytes).write(to: URL(fileURLWithPath: folder.file("plain")))
    let file = try NewFile(folder.file("plain.gz"), called: "copy", whenThere: "")
    try Gzip.pack(folder.file("plain"), into: file)
    try file.finish()
    #expect(try unpacked(folder.file("plain.gz")) == bytes)
    #expect(try Gzip.holds(folder.file("plain.gz"), bytesOf: folder.file("plain")))
    try Data(bytes + [0]).write(to: URL(fileURLWithPath: folder.file("longer")))
    #expect(try !Gzip.holds(folder.file("plain.gz"), bytesOf: folder.file("longer")))
  }

  @Test("A packed file that was cut off or changed is a problem", arguments: 0..<40)
  func damaged(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let folder = try TemporaryFolder()
    try Data((0..<3000).map { UInt8($0 % 251) }).write(to: URL(fileURLWithPath: folder.file("plain")))
    let file = try NewFile(folder.file("a.gz"), called: "copy", whenThere: "")
    try Gzip.pack(folder.file("plain"), into: file)
    try file.finish()
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.file("a.gz"))))
    if seed % 2 == 0 {
      bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
    } else {
      // Behind the head, in which some bytes mean nothing.
      bytes[Int.random(in: 10..<bytes.count, using: &random)] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
    }
    try Data(bytes).write(to: URL(fileURLWithPath: folder.file("a.gz")))
    #expect(throws: Problem("The copy 'a.gz' is damaged.", file: folder.file("a.gz"), hint: "Take another: backups")) {
      _ = try unpacked(folder.file("a.gz"))
    }
  }
}
