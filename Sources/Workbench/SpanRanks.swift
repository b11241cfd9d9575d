import Store

/// Finds how well a passage fits the words: as well as the best of the segments it touches.
struct SpanRanks {
  private var byTranscript: [Int32: ArraySlice<RankedSegment>] = [:]

  /// Ranks must be in the order of the study.
  init(_ ranked: [RankedSegment]) {
    var start = 0
    while start < ranked.count {
      var end = start
      while end < ranked.count, ranked[end].transcript == ranked[start].transcript { end += 1 }
      byTranscript[ranked[start].transcript] = ranked[start..<end]
      start = end
    }
  }

  /// The smaller the better; infinite where no segment of it has the words.
  func best(for passage: Passage) -> Double {
    guard let segments = byTranscript[passage.transcript] else { return .infinity }
    var low = segments.startIndex
    var high = segments.endIndex
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].span.end <= passage.span.start { low = middle + 1 } else { high = middle }
    }
    var best = Double.infinity
    while low < segments.endIndex, segments[low].span.start < passage.span.end {
      best = min(best, segments[low].rank)
      low += 1
    }
    return best
  }
}
