import TestSupport
import Testing

@testable import Store

@Suite struct OriginalTests {
  @Test("SHA-256 is that of the standard")
  func sha256() {
    #expect(Digest.sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      Original(fileName: "abc", bytes: Array("abc".utf8)).sha256
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("The hash of a quote is FNV-1a")
  func quote() {
    #expect(Digest.quote([]) == Int64(bitPattern: 0xcbf2_9ce4_8422_2325))
    #expect(Digest.quote(Array("a".utf8)) == Int64(bitPattern: 0xaf63_dc4c_8601_ec8c))
  }

  @Test("Bytes come out as they went in", arguments: [0, 1, 1000, 300_000])
  func deflate(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    for bytes in [noise, [UInt8](repeating: 65, count: count)] {
      #expect(Deflate.inflated(Deflate.deflated(bytes), size: count) == bytes)
    }
  }

  @Test("A size that cannot be is not believed")
  func size() {
    let deflated = Deflate.deflated(Array("some words".utf8))
    #expect(Deflate.inflated(deflated, size: 10) == Array("some words".utf8))
    for size in [9, 11, 0, -1, Int.min, Int.max] { #expect(Deflate.inflated(deflated, size: size) == nil) }
  }
}
