import Model

/// Answers quickly whether one of many spans contains or touches a given one.
struct SpanCover {
  /// By start; none contains another, so that the ends ascend too.
  private let spans: [TextSpan]

  init(_ spans: [TextSpan]) {
    var kept: [TextSpan] = []
    for span in spans.sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) }) {
      if let last = kept.last, last.contains(span) { continue }
      kept.append(span)
    }
    self.spans = kept
  }

  /// With spans that overlap or meet made one.
  init(merging spans: [TextSpan]) {
    var merged: [TextSpan] = []
    for span in spans.sorted() {
      if let last = merged.indices.last, span.start <= merged[last].end {
        merged[last].end = max(merged[last].end, span.end)
      } else {
        merged.append(span)
      }
    }
    self.spans = merged
  }

  func contains(_ span: TextSpan) -> Bool {
    let next = firstIndex { $0.start > span.start }
    return next > 0 && spans[next - 1].contains(span)
  }

  func touches(_ span: TextSpan) -> Bool {
    let first = firstIndex { $0.end > span.start }
    return first < spans.count && spans[first].overlaps(span)
  }

  /// The first span of which something is true that is true of all after it.
  private func firstIndex(where isReached: (TextSpan) -> Bool) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if isReached(spans[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
