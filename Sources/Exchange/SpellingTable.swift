import Model

/// Gives each distinct spelling one number and keeps its bytes, without making strings.
///
/// For columns with many names, such as those of units; spellings are compared byte by byte.
struct SpellingTable {
  /// The bytes of the spellings, one after the other, and where each ends.
  private var pool: [UInt8] = []
  private var ends: [Int] = [0]
  private var hashes: [UInt64] = []
  /// Open addressing: a spelling at the first free place from its hash on, -1 where free; at most half full.
  private var places: [Int32] = Array(repeating: -1, count: 1024)
  /// Another one in every run, so that no file can be made whose names all fall on one place.
  private let seed = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

  var count: Int { hashes.count }

  func name(_ number: Int) -> String { String(decoding: pool[ends[number]..<ends[number + 1]], as: UTF8.self) }

  mutating func number(of bytes: Span<UInt8>) -> Int32 {
    let hash = hash(of: bytes)
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] >= 0 {
      let number = Int(places[place])
      if hashes[number] == hash, matches(bytes, number) { return Int32(number) }
      place = (place + 1) & (places.count - 1)
    }
    let number = Int32(hashes.count)
    places[place] = number
    hashes.append(hash)
    bytes.withUnsafeBytes { pool.append(contentsOf: $0) }
    ends.append(pool.count)
    if hashes.count * 2 > places.count { grow() }
    return number
  }

  /// Eight bytes at a time, each step a multiplication to twice the width folded in half.
  @inline(__always)
  private func hash(of bytes: Span<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { raw in
      var hash = seed ^ UInt64(raw.count)
      var at = 0
      while at + 8 <= raw.count {
        hash = Self.folded(hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self), seed)
        at += 8
      }
      var rest: UInt64 = 0
      while at < raw.count {
        rest = rest << 8 | UInt64(raw[at])
        at += 1
      }
      return Self.folded(hash ^ rest, 0x9E37_79B9_7F4A_7C15)
    }
  }

  @inline(__always)
  private static func folded(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  private func matches(_ bytes: Span<UInt8>, _ number: Int) -> Bool {
    let start = ends[number]
    guard ends[number + 1] - start == bytes.count else { return false }
    for index in bytes.indices where pool[start + index] != bytes[index] { return false }
    return true
  }

  private mutating func grow() {
    var grown = [Int32](repeating: -1, count: places.count * 2)
    for (number, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & (grown.count - 1)
      while grown[place] >= 0 { place = (place + 1) & (grown.count - 1) }
      grown[place] = Int32(number)
    }
    places = grown
  }
}
