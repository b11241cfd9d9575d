/// The unit that is counted.
///
/// Segments of a transcript are in order, do not overlap, cover its text and never cross a turn.
public struct Segment: Equatable, Sendable {
  public var span: TextSpan
  /// Where the words begin, in bytes from the start of the text: after a label and a time stamp.
  public var wordsStart: Int
  /// An index into the transcript's turns.
  public var turn: Int

  public init(span: TextSpan, wordsStart: Int, turn: Int) {
    self.span = span
    self.wordsStart = wordsStart
    self.turn = turn
  }
}

/// How a transcript is cut into segments.
public enum SegmentUnit: String, CaseIterable, Sendable {
  case turn, paragraph, sentence
}
