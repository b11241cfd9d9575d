public import Model

/// A turn is a segment.
public struct TurnSegmenter: Segmenter {
  public init() {}

  public func segments(of transcript: Transcript) -> [Segment] {
    cut(transcript) { _, _, _ in }
  }
}

/// Builds the segments of a transcript from the byte offsets, ascending, at which each of its turns is cut.
func cut(
  _ transcript: Transcript, at findCuts: (_ text: Span<UInt8>, _ turn: Turn, _ cuts: inout [Int]) -> Void
) -> [Segment] {
  let text = transcript.text.utf8.span
  var segments: [Segment] = []
  segments.reserveCapacity(transcript.turns.count)
  var cuts: [Int] = []
  for (number, turn) in transcript.turns.enumerated() where turn.span.length > 0 {
    cuts.removeAll(keepingCapacity: true)
    findCuts(text, turn, &cuts)
    var segment = Segment(span: turn.span, wordsStart: turn.wordsStart, turn: number)
    for cut in cuts {
      segment.span.end = cut
      segments.append(segment)
      segment = Segment(span: TextSpan(cut, turn.span.end), wordsStart: cut, turn: number)
    }
    segments.append(segment)
  }
  return segments
}
