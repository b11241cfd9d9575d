import Model
import Segmentation

/// Units cut from the text of transcripts, whatever the study's own segments are.
struct TextUnits {
  private(set) var columns = UnitColumns()
  /// For each unit where its last word ends, in bytes.
  private var wordsEnds: [Int32] = []
  /// The first turn that does not end before the unit that was added last.
  private var turn = 0

  /// Adds those units of a transcript that lie in one of the turns; transcripts come in their order.
  ///
  /// - Parameter number: of the transcript in the ground.
  mutating func add(_ transcript: Transcript, number: Int32, by unit: SegmentUnit, in turns: UnitColumns) {
    let bytes = Array(transcript.text.utf8)
    for (position, segment) in segments(of: transcript, by: unit).enumerated() {
      let start = Int32(segment.span.start)
      while turn < turns.count, (turns.transcript[turn], turns.end[turn] - 1) < (number, start) { turn += 1 }
      guard turn < turns.count, turns.transcript[turn] == number, turns.start[turn] <= start else { continue }
      columns.append(transcript: number, start: start, end: Int32(segment.span.end), position: Int32(position))
      var end = segment.span.end
      while end > segment.span.start, bytes[end - 1] <= 0x20 { end -= 1 }
      wordsEnds.append(Int32(end))
    }
  }

  /// Where each coding begins for counting: on the blanks behind a unit's last word it begins with the next unit.
  func starts(of codings: CodingColumns) -> [Int32] {
    var starts = codings.start
    var at = 0
    for row in 0..<codings.count {
      let place = (codings.transcript[row], codings.start[row])
      while at < columns.count, (columns.transcript[at], columns.end[at] - 1) < place { at += 1 }
      guard at < columns.count, columns.transcript[at] == place.0, columns.start[at] < place.1,
        place.1 >= wordsEnds[at], codings.end[row] > columns.end[at]
      else { continue }
      starts[row] = columns.end[at]
    }
    return starts
  }
}
