import Model

/// Gives each distinct name of a column one number, without making a string a row.
struct NameTable {
  private(set) var names: [String] = []
  private var numbers: [String: Int32] = [:]
  /// The bytes of the spellings seen, one after the other, and where each ends.
  private var pool: [UInt8] = []
  private var ends: [Int] = [0]
  private var numberOfSpelling: [Int32] = []
  /// Open addressing: a spelling at the first free place from its hash on, -1 where free; at most half full.
  private var places: [Int32] = Array(repeating: -1, count: 64)

  /// The number of the name that stands in these bytes; `text` makes the name when the bytes are new.
  mutating func number(of bytes: Span<UInt8>, text: (Span<UInt8>) -> String) -> Int32 {
    var place = Self.hash(of: bytes) & (places.count - 1)
    while places[place] >= 0 {
      let spelling = Int(places[place])
      if matches(bytes, spelling) { return numberOfSpelling[spelling] }
      place = (place + 1) & (places.count - 1)
    }
    places[place] = Int32(numberOfSpelling.count)
    for index in bytes.indices { pool.append(bytes[index]) }
    ends.append(pool.count)
    let number = number(ofName: text(bytes))
    numberOfSpelling.append(number)
    if numberOfSpelling.count * 2 > places.count { grow() }
    return number
  }

  private mutating func number(ofName name: String) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(names.count)
    numbers[name] = number
    names.append(name)
    return number
  }

  private static func hash(of bytes: Span<UInt8>) -> Int {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }

  private func matches(_ bytes: Span<UInt8>, _ spelling: Int) -> Bool {
    let start = ends[spelling]
    guard ends[spelling + 1] - start == bytes.count else { return false }
    for index in bytes.indices where pool[start + index] != bytes[index] { return false }
    return true
  }

  private mutating func grow() {
    var grown = [Int32](repeating: -1, count: places.count * 2)
    for spelling in numberOfSpelling.indices {
      let known = pool.span.extracting(ends[spelling]..<ends[spelling + 1])
      var place = Self.hash(of: known) & (grown.count - 1)
      while grown[place] >= 0 { place = (place + 1) & (grown.count - 1) }
      grown[place] = Int32(spelling)
    }
    places = grown
  }
}
