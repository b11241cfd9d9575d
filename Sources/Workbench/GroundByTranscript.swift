import Model
import Retrieval

/// The codings and segments of a ground, transcript by transcript.
struct GroundByTranscript: Sequence {
  struct Part {
    let transcript: Int32
    /// The spans of all codings read, and the code of each.
    let all: [TextSpan]
    let codes: ArraySlice<Int32>
    /// The segments that pass the filter.
    let passing: [TextSpan]
    /// All segments of the transcript.
    let segments: [TextSpan]

    func spans(of family: [Int]) -> [TextSpan] {
      zip(all, codes).compactMap { family.contains(Int($1)) ? $0 : nil }
    }
  }

  private let ground: CountingGround

  init(_ ground: CountingGround) { self.ground = ground }

  func makeIterator() -> AnyIterator<Part> {
    var transcript: Int32 = 0
    var coding = 0
    var (segment, around) = (0, 0)
    return AnyIterator {
      guard transcript < ground.transcripts.count else { return nil }
      let first = coding
      while coding < ground.codings.count, ground.codings.transcript[coding] == transcript { coding += 1 }
      let all = (first..<coding).map { TextSpan(Int(ground.codings.start[$0]), Int(ground.codings.end[$0])) }
      defer { transcript += 1 }
      return Part(
        transcript: transcript, all: all, codes: ground.codings.code[first..<coding],
        passing: ground.segments.spans(of: transcript, from: &segment),
        segments: ground.surroundings.spans(of: transcript, from: &around))
    }
  }
}

extension UnitColumns {
  /// Those of a transcript, which begin at a row; it is then that of the next transcript.
  fileprivate func spans(of transcript: Int32, from row: inout Int) -> [TextSpan] {
    var spans: [TextSpan] = []
    while row < count, self.transcript[row] == transcript {
      spans.append(TextSpan(Int(start[row]), Int(end[row])))
      row += 1
    }
    return spans
  }
}

extension CodeExpression {
  /// Whether codings of codes that are not named matter.
  var needsAllCodings: Bool {
    switch self {
    case .any, .uncoded: true
    case .code, .exactCode: false
    case .and(let left, let right), .or(let left, let right), .andNot(let left, let right),
      .positional(let left, _, let right):
      left.needsAllCodings || right.needsAllCodings
    }
  }

  /// Whether segments without a code may be among the passages.
  var takesUncoded: Bool {
    switch self {
    case .uncoded: true
    case .any, .code, .exactCode: false
    case .and(let left, let right), .or(let left, let right), .andNot(let left, let right),
      .positional(let left, _, let right):
      left.takesUncoded || right.takesUncoded
    }
  }

  /// Whether the segments matter, besides the codings.
  var needsSegments: Bool {
    switch self {
    case .uncoded: true
    case .any, .code, .exactCode: false
    case .positional: true
    case .and(let left, let right), .or(let left, let right), .andNot(let left, let right):
      left.needsSegments || right.needsSegments
    }
  }
}
