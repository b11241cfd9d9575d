/// Decides an expanded expression on the words of one text.
struct OccurrenceSearch {
  /// An expanded expression with a number for every slot.
  indirect enum Question: Sendable {
    case pattern([Int])
    case near([[[Int]]], within: Int)
    case and([Question])
    case or([Question])
    case not(Question)
  }

  /// For each slot the numbers of the words of the text that fit it, ascending.
  let numbers: [[Int]]

  /// The words that make the expression true, as ranges of word numbers; nil when it is not true.
  func ranges(of question: Question) -> [Range<Int>]? {
    switch question {
    case .pattern(let pattern):
      let found = occurrences(of: pattern)
      return found.isEmpty ? nil : found
    case .near(let sides, let distance):
      let found = nearby(sides.map { side in side.flatMap(occurrences(of:)) }, within: distance)
      return found.isEmpty ? nil : found
    case .and(let all):
      var found: [Range<Int>] = []
      for one in all {
        guard let ranges = ranges(of: one) else { return nil }
        found += ranges
      }
      return found
    case .or(let all):
      let found = all.compactMap(ranges(of:))
      return found.isEmpty ? nil : found.flatMap { $0 }
    case .not(let inner): return ranges(of: inner) == nil ? [] : nil
    }
  }

  private func occurrences(of pattern: [Int]) -> [Range<Int>] {
    guard let first = pattern.first else { return [] }
    let starts = numbers[first]
    guard pattern.count > 1 else { return starts.map { $0..<$0 + 1 } }
    let rest = pattern.dropFirst().map { Set(numbers[$0]) }
    return starts.filter { start in rest.enumerated().allSatisfy { $1.contains(start + 1 + $0) } }
      .map { $0..<$0 + pattern.count }
  }

  /// The occurrences that take part in a group as FTS5's NEAR means it: one of each side, and from the end of each to
  /// the start of the last at most `distance` words.
  ///
  /// Overlap counts as near.
  private func nearby(_ sides: [[Range<Int>]], within distance: Int) -> [Range<Int>] {
    let all = sides.enumerated()
      .flatMap { side, ranges in ranges.map { (side: side, range: $0) } }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    let longest = all.map(\.range.count).max() ?? 0
    var chosen: Set<Range<Int>> = []
    var first = 0
    var index = 0
    while index < all.count {
      // Groups whose last occurrence begins at this word.
      let last = all[index].range.lowerBound
      var next = index
      while next < all.count, all[next].range.lowerBound == last { next += 1 }
      while all[first].range.lowerBound + longest + distance < last { first += 1 }
      let group = all[first..<next].filter { $0.range.upperBound + distance >= last }
      if Set(group.map(\.side)).count == sides.count {
        let lastSides = Set(all[index..<next].map(\.side))
        for one in group where one.range.lowerBound == last || lastSides.count > 1 || !lastSides.contains(one.side) {
          chosen.insert(one.range)
        }
      }
      index = next
    }
    return Array(chosen)
  }
}
