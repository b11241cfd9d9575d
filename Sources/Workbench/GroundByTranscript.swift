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
  private let grid: [String: [TextSpan]]

  /// `grid` has the segments of the whole study.
  init(_ ground: CountingGround, grid: CountingGround) {
    self.ground = ground
    var spans: [String: [TextSpan]] = [:]
    for row in 0..<grid.segments.count {
      spans[grid.transcripts[Int(grid.segments.transcript[row])], default: []].append(
        TextSpan(Int(grid.segments.start[row]), Int(grid.segments.end[row])))
    }
    self.grid = spans
  }

  func makeIterator() -> AnyIterator<Part> {
    var transcript: Int32 = 0
    var coding = 0
    var segment = 0
    return AnyIterator {
      guard transcript < ground.transcripts.count else { return nil }
      let first = coding
      while coding < ground.codings.count, ground.codings.transcript[coding] == transcript { coding += 1 }
      var passing: [TextSpan] = []
      while segment < ground.segments.count, ground.segments.transcript[segment] == transcript {
        passing.append(TextSpan(Int(ground.segments.start[segment]), Int(ground.segments.end[segment])))
        segment += 1
      }
      let all = (first..<coding).map { TextSpan(Int(ground.codings.start[$0]), Int(ground.codings.end[$0])) }
      defer { transcript += 1 }
      return Part(
        transcript: transcript, all: all, codes: ground.codings.code[first..<coding], passing: passing,
        segments: grid[ground.transcripts[Int(transcript)]] ?? [])
    }
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
