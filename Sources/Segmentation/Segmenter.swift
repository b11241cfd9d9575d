public import Model

/// Cuts a transcript into the units that are counted.
public protocol Segmenter: Sendable {
  /// Gives segments in order that together are the text of the turns, byte for byte, and never cross a turn.
  func segments(of transcript: Transcript) -> [Segment]
}

extension SegmentUnit {
  /// The segmenter that goes by this name.
  public var segmenter: any Segmenter {
    switch self {
    case .turn: TurnSegmenter()
    case .paragraph: ParagraphSegmenter()
    case .sentence: SentenceSegmenter()
    }
  }
}

/// Cuts a transcript into turns, paragraphs or sentences.
///
/// Costs grow linearly in the bytes of the text.
public func segments(of transcript: Transcript, by unit: SegmentUnit) -> [Segment] {
  unit.segmenter.segments(of: transcript)
}
