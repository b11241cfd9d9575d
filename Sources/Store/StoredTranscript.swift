public import Model

/// A transcript as it stands in the study.
public struct StoredTranscript: Equatable, Sendable {
  public var transcript: Transcript
  public var segments: [Segment]
  public var unit: SegmentUnit
}

extension StoredTranscript {
  /// Whether turns and segments cover the text in their order, and words, segments and pages lie where they belong.
  ///
  /// What a file says of them is not to be believed: words are cut out of the text by it.
  var fits: Bool {
    let count = transcript.text.utf8.count
    var end = 0
    for turn in transcript.turns {
      guard turn.span.start == end, turn.span.end >= end, turn.span.end <= count,
        turn.wordsStart >= turn.span.start, turn.wordsStart <= turn.span.end
      else { return false }
      end = turn.span.end
    }
    guard end == count else { return false }
    end = 0
    for segment in segments {
      guard segment.span.start == end, segment.fits(in: count, turns: transcript.turns.count),
        transcript.turns[segment.turn].span.contains(segment.span)
      else { return false }
      end = segment.span.end
    }
    return end == count && transcript.pages.allSatisfy { $0 >= 0 && $0 <= count }
  }
}

extension Segment {
  /// Whether it lies in a text of so many bytes that has so many turns.
  func fits(in bytes: Int, turns: Int) -> Bool {
    span.start >= 0 && span.start <= span.end && span.end <= bytes && wordsStart >= span.start && wordsStart <= span.end
      && turn >= 0 && turn < turns
  }
}

extension StudyStore {
  /// For a transcript whose parts do not lie in its text.
  func damaged(_ transcript: String) -> Problem {
    Problem(
      "The transcript '\(transcript)' of '\(name)' is damaged: its turns, segments or codings do not lie in its text.",
      hint: "See what is wrong with: draad -s \(name) check")
  }
}
