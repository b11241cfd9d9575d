/// Gives each distinct key a number, the first 0: pairs of words, and words in groups.
struct KeyNumbers: Sendable {
  private(set) var keys: [UInt64] = []
  /// The number of a key plus one, 0 where there is none; as many places as a power of two.
  private var places = [Int32](repeating: 0, count: 1024)

  var count: Int { keys.count }

  static func key(_ one: Int, _ other: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: one) << 32 | UInt64(truncatingIfNeeded: other)
  }

  /// The number of a key, a new one where it was not there.
  mutating func number(of key: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: Self.mixed(key)) & mask
    while places[place] > 0 {
      let number = Int(places[place]) - 1
      if keys[number] == key { return number }
      place = (place + 1) & mask
    }
    keys.append(key)
    places[place] = Int32(keys.count)
    if keys.count * 2 > places.count { grow() }
    return keys.count - 1
  }

  private mutating func grow() {
    places = [Int32](repeating: 0, count: places.count * 2)
    let mask = places.count - 1
    for (number, key) in keys.enumerated() {
      var place = Int(truncatingIfNeeded: Self.mixed(key)) & mask
      while places[place] > 0 { place = (place + 1) & mask }
      places[place] = Int32(number + 1)
    }
  }

  /// Both halves of a product with an odd number of many bits.
  static func mixed(_ key: UInt64) -> UInt64 {
    let product = (key ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
