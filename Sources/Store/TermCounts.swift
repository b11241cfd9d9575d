/// Words in lower case with how often they occur, each once, in the order of their bytes.
struct TermCounts {
  /// Of all words, one after the other.
  private var bytes: [UInt8] = []
  private var terms: [Term] = []

  private struct Term {
    var start: Int
    var end: Int
    var count: Int64
  }

  /// Takes the words that were counted.
  init(_ tap: Tap) {
    terms.reserveCapacity(tap.size)
    for index in 0..<tap.size {
      tap.withWord(index) { word, count in add(word, count) }
    }
    sort()
  }

  var count: Int { terms.count }

  func withWord<T>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows -> T {
    try bytes.withUnsafeBufferPointer { all in
      try body(UnsafeBufferPointer(rebasing: all[terms[index].start..<terms[index].end]))
    }
  }

  func word(_ index: Int) -> [UInt8] { Array(bytes[terms[index].start..<terms[index].end]) }

  func occurrences(_ index: Int) -> Int64 { terms[index].count }

  private mutating func add(_ word: UnsafeBufferPointer<UInt8>, _ count: Int64) {
    let start = bytes.count
    bytes.append(contentsOf: Self.lowercased(word))
    terms.append(Term(start: start, end: bytes.count, count: count))
  }

  /// A word of the tap, in which the capitals of ASCII are small already.
  static func lowercased(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard word.contains(where: { $0 >= 0x80 }) else { return Array(word) }
    return Array(String(decoding: word, as: UTF8.self).lowercased().utf8)
  }

  /// By bytes: two spellings that Swift calls equal are two words to SQLite.
  private mutating func sort() {
    bytes.withUnsafeBufferPointer { all in
      terms.sort { one, other in
        all[one.start..<one.end].lexicographicallyPrecedes(all[other.start..<other.end])
      }
    }
    var merged: [Term] = []
    merged.reserveCapacity(terms.count)
    for term in terms {
      if let last = merged.last, bytes[last.start..<last.end].elementsEqual(bytes[term.start..<term.end]) {
        merged[merged.count - 1].count += term.count
      } else {
        merged.append(term)
      }
    }
    terms = merged
  }
}
