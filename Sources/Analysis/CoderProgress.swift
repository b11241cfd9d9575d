public import Model

/// How many segments of each transcript each coder put a code on.
///
/// A code is on a segment with which its coding shares at least one byte.
public struct CoderProgress: Sendable {
  /// By transcript: its segments.
  public private(set) var segments: [Int]
  private var coded: [Int]
  private let coderCount: Int

  /// - Parameter ground: with its segments.
  public init(_ ground: CountingGround) {
    coderCount = ground.coders.count
    segments = [Int](repeating: 0, count: ground.transcripts.count)
    coded = [Int](repeating: 0, count: ground.transcripts.count * coderCount)
    for transcript in ground.segments.transcript { segments[Int(transcript)] += 1 }
    // Up to which segment each coder's codings were counted; codings are sorted by their starts.
    var counted = [Int](repeating: 0, count: coderCount)
    var found = coded
    let width = coderCount
    forEachTouch(of: ground.codings, on: ground.segments) { coding, first, end in
      let coder = Int(ground.codings.coder[coding])
      let from = max(first, counted[coder])
      guard from < end else { return }
      found[Int(ground.codings.transcript[coding]) * width + coder] += end - from
      counted[coder] = end
    }
    coded = found
  }

  /// How many segments of a transcript a coder put a code on; both as indices of the ground.
  public func coded(transcript: Int, coder: Int) -> Int { coded[transcript * coderCount + coder] }
}
