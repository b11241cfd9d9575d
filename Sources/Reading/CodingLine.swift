import Model
import Workbench

/// The codings of a transcript in order, of which those on a passage are found without looking at all.
struct CodingLine: Equatable, Sendable {
  /// By span; those on one span by code and coder.
  private(set) var codings: [PlacedCoding]
  /// For each block of codings the farthest byte that one of them reaches.
  private var reach: [Int] = []
  private static let block = 64

  init(_ codings: [PlacedCoding] = []) {
    self.codings = codings.sorted { Self.precedes($0, $1) }
    measure(from: 0)
  }

  /// Those that share a byte with the span, in order.
  func touching(_ span: TextSpan) -> [PlacedCoding] {
    var found: [PlacedCoding] = []
    let end = firstIndex { $0.span.start >= span.end }
    for (number, farthest) in reach.enumerated() where farthest > span.start {
      let first = number * Self.block
      guard first < end else { break }
      for coding in codings[first..<min(end, first + Self.block)] where coding.span.end > span.start {
        found.append(coding)
      }
    }
    return found
  }

  /// Adds a coding that is not there yet; false where it is.
  @discardableResult
  mutating func add(_ coding: PlacedCoding) -> Bool {
    let place = firstIndex { !Self.precedes($0, coding) }
    guard place == codings.count || codings[place] != coding else { return false }
    codings.insert(coding, at: place)
    measure(from: place / Self.block)
    return true
  }

  /// False where it is not there.
  @discardableResult
  mutating func remove(_ coding: PlacedCoding) -> Bool {
    let place = firstIndex { !Self.precedes($0, coding) }
    guard place < codings.count, codings[place] == coding else { return false }
    codings.remove(at: place)
    measure(from: place / Self.block)
    return true
  }

  private mutating func measure(from first: Int) {
    reach.removeSubrange(min(first, reach.count)...)
    for start in stride(from: first * Self.block, to: codings.count, by: Self.block) {
      var farthest = 0
      for coding in codings[start..<min(codings.count, start + Self.block)] {
        farthest = max(farthest, coding.span.end)
      }
      reach.append(farthest)
    }
  }

  private func firstIndex(_ isPast: (PlacedCoding) -> Bool) -> Int {
    var (low, high) = (0, codings.count)
    while low < high {
      let middle = (low + high) / 2
      if isPast(codings[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func precedes(_ a: PlacedCoding, _ b: PlacedCoding) -> Bool {
    (a.span.start, a.span.end, a.code, a.coder) < (b.span.start, b.span.end, b.code, b.coder)
  }
}
