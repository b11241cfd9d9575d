import Model
import Workbench

/// The segments of a transcript on which its coders do not have the same codes.
enum Disagreements {
  /// From 0, ascending; nil where fewer than two coders have put a code on the transcript.
  ///
  /// A coder has a code on a segment when a coding of theirs touches it. Who has none there, and coded elsewhere in the
  /// transcript, disagrees with who has one.
  static func segments(of copy: ReadingCopy, _ line: CodingLine) -> [Int]? {
    let coders = Set(line.codings.map(\.coder)).sorted()
    guard coders.count > 1 else { return nil }
    var found: [Int] = []
    var active: [PlacedCoding] = []
    var next = 0
    for (number, segment) in copy.segments.enumerated() {
      active.removeAll { $0.span.end <= segment.span.start }
      while next < line.codings.count, line.codings[next].span.start < segment.span.end {
        if line.codings[next].span.end > segment.span.start { active.append(line.codings[next]) }
        next += 1
      }
      if !active.isEmpty, differ(active, coders) { found.append(number) }
    }
    return found
  }

  private static func differ(_ active: [PlacedCoding], _ coders: [Int]) -> Bool {
    let sets = coders.map { coder in Set(active.lazy.filter { $0.coder == coder }.map(\.code)) }
    return sets.dropFirst().contains { $0 != sets[0] }
  }
}
