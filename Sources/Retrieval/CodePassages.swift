public import Model

/// Answers the codes part of a query on one transcript: which passages it takes.
///
/// A code takes the spans it was put on, each once. `a and b` takes the spans of either that share a byte with one of the
/// other, or (`takesShared`) what those spans share; `a and not b` the spans of `a` that share none with one of `b`. A
/// position operator takes spans of its left side.
public struct CodePassages {
  /// The spans of the codings of a code, its children too unless it is named alone.
  private let spans: (CodeName, _ alone: Bool) -> [TextSpan]
  /// The spans of all codings.
  private let all: [TextSpan]
  /// The segments that pass the filter, for `uncoded`.
  private let passing: [TextSpan]
  /// All segments of the transcript, for distances.
  private let segments: [TextSpan]
  /// `and` takes only what both sides share: each longest stretch of bytes that lies in passages of both.
  private let takesShared: Bool

  public init(
    all: [TextSpan], passing: [TextSpan], segments: [TextSpan], takesShared: Bool = false,
    spans: @escaping (CodeName, _ alone: Bool) -> [TextSpan]
  ) {
    self.all = all
    self.passing = passing
    self.segments = segments
    self.takesShared = takesShared
    self.spans = spans
  }

  /// The passages, sorted, each once.
  public func passages(_ expression: CodeExpression) -> [TextSpan] {
    switch expression {
    case .code(let name): return Self.distinct(spans(name, false))
    case .exactCode(let name): return Self.distinct(spans(name, true))
    case .any: return Self.distinct(all)
    case .uncoded:
      let coded = SpanSet(Self.distinct(all), segments)
      return passing.filter { !coded.overlaps($0) }
    case .or(let left, let right): return Self.distinct(passages(left) + passages(right))
    case .and(let left, let right):
      let (one, other) = (passages(left), passages(right))
      if takesShared { return Self.shared(one, other) }
      let (ones, others) = (SpanSet(one, segments), SpanSet(other, segments))
      return Self.distinct(one.filter(others.overlaps) + other.filter(ones.overlaps))
    case .andNot(let left, let right):
      let others = SpanSet(passages(right), segments)
      return passages(left).filter { !others.overlaps($0) }
    case .positional(let left, let position, let right):
      let others = SpanSet(passages(right), segments)
      return passages(left).filter { others.stands($0, position) }
    }
  }

  /// The stretches that lie in spans of both, each as long as can be; spans that touch are one stretch.
  private static func shared(_ one: [TextSpan], _ other: [TextSpan]) -> [TextSpan] {
    let (one, other) = (joined(one), joined(other))
    var shared: [TextSpan] = []
    var (i, j) = (0, 0)
    while i < one.count, j < other.count {
      let (start, end) = (max(one[i].start, other[j].start), min(one[i].end, other[j].end))
      if start < end { shared.append(TextSpan(start, end)) }
      if one[i].end < other[j].end { i += 1 } else { j += 1 }
    }
    return shared
  }

  /// Sorted spans with those that overlap or touch made one.
  private static func joined(_ sorted: [TextSpan]) -> [TextSpan] {
    sorted.reduce(into: []) { joined, span in
      if let last = joined.last, span.start <= last.end {
        joined[joined.count - 1].end = max(last.end, span.end)
      } else {
        joined.append(span)
      }
    }
  }

  private static func distinct(_ spans: [TextSpan]) -> [TextSpan] {
    var sorted = spans.sorted()
    var kept = 0
    for index in sorted.indices where index == 0 || sorted[index] != sorted[kept - 1] {
      sorted[kept] = sorted[index]
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    return sorted
  }
}

/// Sorted spans that can be asked, by bisection, how a span lies to any of them.
private struct SpanSet {
  private let starts: [Int]
  /// The greatest end of the first n spans, and the smallest end of those from n on.
  private var greatestEnd: [Int] = [.min]
  private var smallestEnd: [Int]
  private let ends: [Int]
  private let segments: [TextSpan]

  init(_ sorted: [TextSpan], _ segments: [TextSpan]) {
    starts = sorted.map(\.start)
    ends = sorted.map(\.end).sorted()
    self.segments = segments
    for span in sorted { greatestEnd.append(max(greatestEnd[greatestEnd.count - 1], span.end)) }
    smallestEnd = Array(repeating: .max, count: sorted.count + 1)
    for index in sorted.indices.reversed() { smallestEnd[index] = min(smallestEnd[index + 1], sorted[index].end) }
  }

  func overlaps(_ span: TextSpan) -> Bool { greatestEnd[count(starts, below: span.end)] > span.start }

  func stands(_ span: TextSpan, _ position: CodeExpression.Position) -> Bool {
    switch position {
    case .overlapping: overlaps(span)
    case .within: greatestEnd[count(starts, below: span.start + 1)] >= span.end
    case .around: smallestEnd[count(starts, below: span.start)] <= span.end
    case .before(let distance): isBefore(span, distance)
    case .after(let distance): isAfter(span, distance)
    case .near(let distance): overlaps(span) || isBefore(span, distance) || isAfter(span, distance)
    }
  }

  /// Whether one begins where the span has ended, with at most so many segments further on.
  private func isBefore(_ span: TextSpan, _ distance: Int) -> Bool {
    let next = count(starts, below: span.end)
    return next < starts.count && segment(at: starts[next]) - segment(at: span.end - 1) <= distance
  }

  private func isAfter(_ span: TextSpan, _ distance: Int) -> Bool {
    let ended = count(ends, below: span.start + 1)
    return ended > 0 && segment(at: span.start) - segment(at: ends[ended - 1] - 1) <= distance
  }

  private func segment(at byte: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].end <= byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func count(_ sorted: [Int], below limit: Int) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
