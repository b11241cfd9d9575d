public import Model

/// Counts the words of texts, over UTF-8 bytes and without a string a word; a word is what search takes for one.
public struct WordTally: Sendable {
  private(set) var numbers = WordNumbers()
  private var rows = WordRows()
  private var isStopWord: [Bool] = []
  private var totals: WordTotals
  private let stopWords: StopWords

  public init(leavingOut stopWords: StopWords = .none, groups: Int = 0) {
    self.stopWords = stopWords
    totals = WordTotals(groups: groups)
  }

  /// Counts the words of a segment, of valid UTF-8, from a byte offset that is not inside a character.
  public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0, at place: WordPlace) {
    var scanner = WordScanner(bytes, from: offset)
    var said = 0
    while scanner.advance() {
      let number = numbers.number(of: scanner.folded)
      if number == isStopWord.count { isStopWord.append(stopWords.contains(scanner.folded)) }
      rows.add(number, at: place)
      said += 1
    }
    totals.add(said, at: place)
  }

  func isStopWord(_ number: Int) -> Bool { isStopWord[number] }

  func count(_ number: Int) -> Int { rows.count(number) }

  /// The counts, a row a word that is not left out; `shown` has the words that are shown otherwise than folded.
  public func counts(shown: [[UInt8]: String] = [:]) -> WordCounts {
    var counts = WordCounts(.words)
    let kept = (0..<numbers.count).filter { !isStopWord[$0] }
    counts.words = kept.map { self.shown($0, shown) }
    totals.fill(&counts)
    rows.keeping(kept).fill(&counts)
    counts.leftOut = counts.total - counts.counts.reduce(0, +)
    return counts
  }

  func shown(_ number: Int, _ shown: [[UInt8]: String]) -> String {
    (shown.isEmpty ? nil : shown[Array(numbers[number])]) ?? numbers.text(of: number)
  }
}

/// What was said in all, and where.
struct WordTotals: Sendable {
  private var total = 0
  private var segments = 0
  private var transcripts = 0
  private var cases = 0
  private var groups: [Int]
  private var lastTranscript: Int32 = -1
  private var lastCase: Int32 = -1

  init(groups: Int) { self.groups = Array(repeating: 0, count: groups) }

  mutating func add(_ said: Int, at place: WordPlace) {
    guard said > 0 else { return }
    total += said
    segments += 1
    if lastTranscript != place.transcript { transcripts += 1 }
    if place.caseIndex >= 0, lastCase != place.caseIndex { cases += 1 }
    lastTranscript = place.transcript
    if place.caseIndex >= 0 { lastCase = place.caseIndex }
    for group in place.groups { groups[Int(group)] += said }
  }

  func fill(_ counts: inout WordCounts) {
    counts.total = total
    counts.segmentCount = segments
    counts.transcriptCount = transcripts
    counts.caseCount = cases
    counts.groupTotals = groups
  }
}
