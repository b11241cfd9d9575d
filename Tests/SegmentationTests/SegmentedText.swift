import Model
import Segmentation

/// The segments of a text without speakers, as text.
func cut(_ text: String, by unit: SegmentUnit) -> [String] {
  let whole = Transcript(name: "t", format: "txt", text: text, turns: [Turn(span: TextSpan(0, text.utf8.count))])
  return pieces(of: whole, segments(of: whole, by: unit))
}

func pieces(of transcript: Transcript, _ segments: [Segment]) -> [String] {
  let bytes = Array(transcript.text.utf8)
  return segments.map { String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self) }
}

/// A transcript with a turn for each part: the label, then the words.
func spoken(_ parts: [(label: String, words: String)]) -> Transcript {
  var text = ""
  var turns: [Turn] = []
  for part in parts {
    let start = text.utf8.count
    text += part.label
    let words = text.utf8.count
    text += part.words
    turns.append(Turn(span: TextSpan(start, text.utf8.count), wordsStart: words))
  }
  return Transcript(name: "t", format: "txt", text: text, turns: turns)
}
