public import Model

/// Counts pairs of words that stand next to each other in a segment, once their words have been counted.
///
/// It keeps a bounded number of rows and stays exact: no pair is said more often than either of its words, so when there is
/// no room left only pairs of words that were each said twice, four times, ... are kept, and every one of those is.
public struct PairTally: Sendable {
  private let words: WordTally
  private let room: Int
  private var pairs = KeyNumbers()
  private var rows = WordRows()
  private var totals: WordTotals
  private var leastOfEachWord = 1
  private var withStopWord = 0

  /// `room` is how many numbers are kept at most: one a pair, and one for each group it is said in.
  public init(of words: WordTally, groups: Int = 0, room: Int = 1 << 19) {
    self.words = words
    self.room = max(2, room)
    totals = WordTotals(groups: groups)
  }

  /// Counts the pairs of a segment whose words were counted before.
  public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0, at place: WordPlace) {
    var scanner = WordScanner(bytes, from: offset)
    var last = -1
    var said = 0
    while scanner.advance() {
      let word = words.numbers.known(scanner.folded) ?? -1
      if last >= 0, word >= 0 {
        said += 1
        count(last, word, at: place)
      }
      last = word
    }
    totals.add(said, at: place)
  }

  private mutating func count(_ one: Int, _ other: Int, at place: WordPlace) {
    if words.isStopWord(one) || words.isStopWord(other) {
      withStopWord += 1
      return
    }
    guard min(words.count(one), words.count(other)) >= leastOfEachWord else { return }
    rows.add(pairs.number(of: KeyNumbers.key(one, other)), at: place)
    while rows.size > room { makeRoom() }
  }

  private mutating func makeRoom() {
    leastOfEachWord *= 2
    let kept = pairs.keys.indices.filter { number in
      let (one, other) = Self.words(of: pairs.keys[number])
      return min(words.count(one), words.count(other)) >= leastOfEachWord
    }
    rows = rows.keeping(kept)
    let keys = kept.map { pairs.keys[$0] }
    pairs = KeyNumbers()
    for key in keys { _ = pairs.number(of: key) }
  }

  private static func words(of key: UInt64) -> (Int, Int) { (Int(key >> 32), Int(key & 0xFFFF_FFFF)) }

  /// The counts, a row a pair; `shown` has the words that are shown otherwise than folded.
  public func counts(shown: [[UInt8]: String] = [:]) -> WordCounts {
    var counts = WordCounts(.pairs)
    counts.words = pairs.keys.map { key in
      let (one, other) = Self.words(of: key)
      return words.shown(one, shown) + " " + words.shown(other, shown)
    }
    totals.fill(&counts)
    rows.fill(&counts)
    counts.leftOut = withStopWord
    counts.leastOfEachWord = leastOfEachWord
    return counts
  }
}
