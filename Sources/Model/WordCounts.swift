/// How often words were said, or pairs of words: one row each, as parallel arrays.
public struct WordCounts: Equatable, Sendable {
  /// What a row counts.
  public enum Unit: Sendable {
    case words
    /// Two words that stand next to each other in one segment.
    case pairs
  }

  public var unit: Unit
  /// As they are shown; the words of a pair with a blank between them.
  public var words: [String] = []
  public var counts: [Int] = []
  public var segments: [Int32] = []
  public var transcripts: [Int32] = []
  /// Transcripts without a case are not counted here.
  public var cases: [Int32] = []
  /// Everything of the unit that was said, what has no row too.
  public var total = 0
  /// How much of the total has no row because of a list of words that are left out.
  public var leftOut = 0
  /// Where not all pairs could be kept: only pairs of words that were each said so often have a row, every one of them.
  public var leastOfEachWord = 1
  /// The segments, transcripts and cases in which something was said.
  public var segmentCount = 0
  public var transcriptCount = 0
  public var caseCount = 0
  /// What was said in each group, where words are counted in groups; groups may share words.
  public var groupTotals: [Int] = []
  /// The counts of row `r` in groups are those from `cellStarts[r]` up to `cellStarts[r + 1]`; a group that is not there has none.
  public var cellStarts: [Int] = [0]
  public var cellGroups: [Int32] = []
  public var cellCounts: [Int] = []

  public init(_ unit: Unit) { self.unit = unit }

  /// How often a row's word was said in each group.
  public func counts(inGroupsOf row: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: groupTotals.count)
    guard row + 1 < cellStarts.count else { return counts }
    for cell in cellStarts[row]..<cellStarts[row + 1] { counts[Int(cellGroups[cell])] = cellCounts[cell] }
    return counts
  }
}
