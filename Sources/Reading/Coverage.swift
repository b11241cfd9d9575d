import Model
import Workbench

/// Which segments of a transcript were seen, and which have a coding of who codes now.
struct Coverage: Equatable, Sendable {
  /// For each segment how many codings of the coder touch it.
  private var own: [Int32]
  private var seen: [Bool]
  private(set) var codedCount = 0
  private(set) var seenCount = 0

  init(_ copy: ReadingCopy) {
    own = Array(repeating: 0, count: copy.segments.count)
    seen = Array(repeating: false, count: copy.segments.count)
    // One more where a coding begins, one less behind its end: long codings cost no more than short ones.
    var change = Array(repeating: Int32(0), count: copy.segments.count + 1)
    for coding in copy.codings where coding.coder == copy.coder {
      let touched = copy.segments(touching: coding.span)
      change[touched.lowerBound] += 1
      change[touched.upperBound] -= 1
    }
    var sum: Int32 = 0
    for segment in own.indices {
      sum += change[segment]
      own[segment] = sum
      if sum > 0 { codedCount += 1 }
    }
  }

  var count: Int { own.count }

  func isCoded(_ segment: Int) -> Bool { own[segment] > 0 }

  func isSeen(_ segment: Int) -> Bool { seen[segment] }

  mutating func see(_ segment: Int) {
    guard !seen[segment] else { return }
    seen[segment] = true
    seenCount += 1
  }

  mutating func count(_ segments: Range<Int>, by step: Int32) {
    for segment in segments {
      if own[segment] == 0, step > 0 { codedCount += 1 }
      own[segment] += step
      if own[segment] == 0, step < 0 { codedCount -= 1 }
    }
  }

  /// The nearest segment behind or before one, that the coder has put no code on; nil where there is none.
  func uncoded(from segment: Int, _ step: Int) -> Int? {
    var next = segment + step
    while own.indices.contains(next) {
      if own[next] == 0 { return next }
      next += step
    }
    return nil
  }

  /// The segments that were seen, as ranges.
  var seenRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    for segment in seen.indices where seen[segment] {
      if let last = ranges.last, last.upperBound == segment {
        ranges[ranges.count - 1] = last.lowerBound..<segment + 1
      } else {
        ranges.append(segment..<segment + 1)
      }
    }
    return ranges
  }
}

extension ReadingCopy {
  /// The segments that share a byte with the span; at least one, also for a span outside the text.
  func segments(touching span: TextSpan) -> Range<Int> {
    let first = segment(at: span.start)
    return first..<max(first, segment(at: span.end - 1)) + 1
  }
}
