import Foundation
import TestSupport

/// Does to the file of a study what disks, copying programs and other people do.
struct DamagedStudy {
  let path: String
  private static let page = 4096

  init(_ path: String) { self.path = path }

  var bytes: [UInt8] {
    get throws { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }
  }

  func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

  private func change(_ body: (inout [UInt8]) -> Void) throws {
    var bytes = try bytes
    body(&bytes)
    try write(bytes)
  }

  /// Overwrites the beginning of every page in which a text stands.
  func overwritePage(with text: String) throws {
    let part = Array(text.utf8)
    try change { bytes in
      for start in stride(from: Self.page, to: bytes.count, by: Self.page) {
        let page = bytes[start..<min(start + Self.page, bytes.count)]
        let found = page.indices.contains { at in bytes[at...].starts(with: part) && at + part.count <= page.endIndex }
        if found { for at in start..<start + 100 { bytes[at] = 0xFF } }
      }
    }
  }

  func cutOff(_ random: inout SeededGenerator) throws {
    try change { $0.removeLast(Int.random(in: 1..<$0.count - 100, using: &random)) }
  }

  /// Some pages behind the first become zeros.
  func zeroPages(_ random: inout SeededGenerator) throws {
    try change { bytes in
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let start = Int.random(in: 1..<bytes.count / Self.page, using: &random) * Self.page
        for at in start..<start + Self.page { bytes[at] = 0 }
      }
    }
  }

  func flipBits(_ random: inout SeededGenerator) throws {
    try change { bytes in
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        bytes[Int.random(in: 100..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    }
  }

  /// As when a block of the file comes back at another place.
  func swapPages(_ random: inout SeededGenerator) throws {
    try change { bytes in
      let pages = bytes.count / Self.page
      let one = Int.random(in: 1..<pages, using: &random) * Self.page
      let other = Int.random(in: 1..<pages, using: &random) * Self.page
      for at in 0..<Self.page { bytes.swapAt(one + at, other + at) }
    }
  }

  func overwriteStretch(_ random: inout SeededGenerator) throws {
    try change { bytes in
      let start = Int.random(in: 0..<bytes.count, using: &random)
      for at in start..<min(bytes.count, start + 9000) { bytes[at] = UInt8.random(in: 0...255, using: &random) }
    }
  }
}
