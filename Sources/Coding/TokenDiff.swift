/// Where two lists of numbers differ.
struct TokenDiff {
  typealias Hunk = (old: Range<Int>, new: Range<Int>)

  /// In order, none empty on both sides.
  private(set) var hunks: [Hunk] = []
  private let old: [Int32]
  private let new: [Int32]

  /// Between anchors at most this many steps are looked for; beyond, the whole stretch is a change.
  private static let widest = 4_000_000

  init(_ old: [Int32], _ new: [Int32]) {
    self.old = old
    self.new = new
    // What is still to be compared, the first on top.
    var open: [Hunk] = [(old.indices, new.indices)]
    while let next = open.popLast() {
      let (a, b) = trimmed(next)
      if a.isEmpty || b.isEmpty {
        if !a.isEmpty || !b.isEmpty { hunks.append((a, b)) }
        continue
      }
      let anchors = anchors(a, b)
      if anchors.isEmpty {
        shortest(a, b)
      } else {
        open += Self.gaps(between: anchors, a, b).reversed()
      }
    }
  }

  private func trimmed(_ hunk: Hunk) -> Hunk {
    var (a, b) = hunk
    while let first = a.first, let other = b.first, old[first] == new[other] {
      a.removeFirst()
      b.removeFirst()
    }
    while let last = a.last, let other = b.last, old[last] == new[other] {
      a.removeLast()
      b.removeLast()
    }
    return (a, b)
  }

  private static func gaps(between anchors: [(Int, Int)], _ a: Range<Int>, _ b: Range<Int>) -> [Hunk] {
    var gaps: [Hunk] = []
    var from = (a.lowerBound, b.lowerBound)
    for anchor in anchors {
      gaps.append((from.0..<anchor.0, from.1..<anchor.1))
      from = (anchor.0 + 1, anchor.1 + 1)
    }
    gaps.append((from.0..<a.upperBound, from.1..<b.upperBound))
    return gaps
  }

  /// The most of the tokens that stand once on each side that are in the same order on both.
  private func anchors(_ a: Range<Int>, _ b: Range<Int>) -> [(Int, Int)] {
    func single(_ range: Range<Int>, _ list: [Int32]) -> [Int32: Int] {
      var places: [Int32: Int] = [:]
      for place in range { places[list[place]] = places[list[place]] == nil ? place : -1 }
      return places
    }
    let others = single(b, new)
    let pairs = single(a, old).compactMap { token, place -> (Int, Int)? in
      guard place >= 0, let other = others[token], other >= 0 else { return nil }
      return (place, other)
    }.sorted { $0.0 < $1.0 }
    return Self.longestAscending(pairs)
  }

  /// By patience sorting: the top of each pile is the lowest end of an ascending run as long as there are piles before it.
  private static func longestAscending(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
    var tops: [Int] = []
    var before = [Int](repeating: -1, count: pairs.count)
    for index in pairs.indices {
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tops[middle]].1 < pairs[index].1 { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = tops[low - 1] }
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var run: [(Int, Int)] = []
    var last = tops.last ?? -1
    while last >= 0 {
      run.append(pairs[last])
      last = before[last]
    }
    return run.reversed()
  }

  private mutating func shortest(_ a: Range<Int>, _ b: Range<Int>) {
    guard a.count * b.count <= Self.widest else {
      hunks.append((a, b))
      return
    }
    let difference = new[b].difference(from: old[a])
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(a.lowerBound + offset)
      case .insert(let offset, _, _): inserted.insert(b.lowerBound + offset)
      }
    }
    var (i, j) = (a.lowerBound, b.lowerBound)
    while i < a.upperBound || j < b.upperBound {
      let (start, other) = (i, j)
      while removed.contains(i) { i += 1 }
      while inserted.contains(j) { j += 1 }
      if (start, other) != (i, j) {
        hunks.append((start..<i, other..<j))
      } else {
        (i, j) = (i + 1, j + 1)
      }
    }
  }
}
