import Testing

@testable import Store

@Suite struct RunningDigestTests {
  @Test("It is SHA-256 of 8 bytes a number and of texts with their lengths, however many there are")
  func bytes() {
    let digest = RunningDigest()
    var bytes: [UInt8] = []
    #expect(RunningDigest().finished() == Digest.sha256([]))
    for number in 0..<20_000 {
      digest.add(Int64(number) - 3)
      bytes += withUnsafeBytes(of: Int64(number - 3).littleEndian) { Array($0) }
    }
    for text in ["", "één", String(repeating: "x", count: 100_000)] {
      digest.add(text)
      bytes += withUnsafeBytes(of: Int64(text.utf8.count).littleEndian) { Array($0) } + Array(text.utf8)
    }
    digest.endList()
    #expect(digest.finished() == Digest.sha256(bytes + Array(repeating: 0xFF, count: 8)))
  }
}
