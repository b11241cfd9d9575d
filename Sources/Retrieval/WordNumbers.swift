/// Gives each distinct word a number, the first 0, by the bytes of its folded form: no string a word.
struct WordNumbers: Sendable {
  /// Another one each time the program runs, so that no text can be made whose words all meet in one place.
  private static let seed = UInt64.random(in: .min ... .max) | 1

  /// The words laid end to end.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  /// The number of a word plus one, 0 where there is none; as many places as a power of two.
  private var places = [Int32](repeating: 0, count: 1024)

  var count: Int { ends.count }

  subscript(number: Int) -> ArraySlice<UInt8> { bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]] }

  func text(of number: Int) -> String { String(decoding: self[number], as: UTF8.self) }

  /// The number of a word, a new one where it was not there.
  mutating func number(of word: [UInt8]) -> Int { word.withUnsafeBufferPointer { number(of: $0) } }

  /// The number of a word that is there already.
  func known(_ word: [UInt8]) -> Int? {
    word.withUnsafeBufferPointer { word in
      let found = Int(places[place(of: word, Self.hash(word))]) - 1
      return found < 0 ? nil : found
    }
  }

  private mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(word)
    let place = place(of: word, hash)
    if places[place] > 0 { return Int(places[place]) - 1 }
    bytes.append(contentsOf: word)
    ends.append(bytes.count)
    hashes.append(hash)
    places[place] = Int32(ends.count)
    if ends.count * 2 > places.count { grow() }
    return ends.count - 1
  }

  /// Where the word stands, or the empty place where it belongs.
  private func place(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
    let mask = places.count - 1
    var place = Int(hash) & mask
    while true {
      let number = Int(places[place]) - 1
      if number < 0 || hashes[number] == hash && isEqual(number, word) { return place }
      place = (place + 1) & mask
    }
  }

  private func isEqual(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == word.count else { return false }
    for index in 0..<word.count where bytes[start + index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    places = [Int32](repeating: 0, count: places.count * 2)
    let mask = places.count - 1
    for number in 0..<hashes.count {
      var place = Int(hashes[number]) & mask
      while places[place] > 0 { place = (place + 1) & mask }
      places[place] = Int32(number + 1)
    }
  }

  /// Eight bytes at a time, each folded in with a multiplication of which both halves are kept.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = seed ^ UInt64(truncatingIfNeeded: word.count)
    var index = 0
    while index < word.count {
      var piece: UInt64 = 0
      let end = min(index + 8, word.count)
      while index < end {
        piece = piece << 8 | UInt64(word[index])
        index += 1
      }
      hash = KeyNumbers.mixed(hash ^ piece)
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
