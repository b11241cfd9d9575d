import Model

/// Where words are said, and in which groups they count.
public struct WordPlace: Sendable {
  /// Numbers that change from one to the next and do not come back; a case is -1 where there is none.
  public var segment: Int32
  public var transcript: Int32
  public var caseIndex: Int32
  /// Each once.
  public var groups: [Int32]

  public init(segment: Int32 = 0, transcript: Int32 = 0, caseIndex: Int32 = -1, groups: [Int32] = []) {
    self.segment = segment
    self.transcript = transcript
    self.caseIndex = caseIndex
    self.groups = groups
  }
}

/// For each row how often it was said, in how many segments, transcripts and cases, and how often in each group.
struct WordRows: Sendable {
  private struct Row {
    var count = 0
    var segments: Int32 = 0
    var transcripts: Int32 = 0
    var cases: Int32 = 0
    var lastSegment: Int32 = -1
    var lastTranscript: Int32 = -1
    var lastCase: Int32 = -1
  }

  private var rows: [Row] = []
  private var cells = KeyNumbers()
  private var cellCounts: [Int] = []

  /// How many numbers are kept.
  var size: Int { rows.count + cells.count }

  func count(_ row: Int) -> Int { rows[row].count }

  /// Counts a row; a row that is new must be the next one.
  mutating func add(_ row: Int, at place: WordPlace) {
    if row == rows.count { rows.append(Row()) }
    rows[row].count += 1
    if rows[row].lastSegment != place.segment {
      rows[row].lastSegment = place.segment
      rows[row].segments += 1
      if rows[row].lastTranscript != place.transcript {
        rows[row].lastTranscript = place.transcript
        rows[row].transcripts += 1
      }
      if place.caseIndex >= 0, rows[row].lastCase != place.caseIndex {
        rows[row].lastCase = place.caseIndex
        rows[row].cases += 1
      }
    }
    for group in place.groups {
      let cell = cells.number(of: KeyNumbers.key(row, Int(group)))
      if cell == cellCounts.count { cellCounts.append(0) }
      cellCounts[cell] += 1
    }
  }

  /// Only these rows, ascending, numbered anew.
  func keeping(_ kept: [Int]) -> WordRows {
    var numbers = [Int](repeating: -1, count: rows.count)
    for (number, row) in kept.enumerated() { numbers[row] = number }
    var result = WordRows()
    result.rows = kept.map { rows[$0] }
    for (key, count) in zip(cells.keys, cellCounts) {
      let row = numbers[Int(key >> 32)]
      guard row >= 0 else { continue }
      _ = result.cells.number(of: KeyNumbers.key(row, Int(key & 0xFFFF_FFFF)))
      result.cellCounts.append(count)
    }
    return result
  }

  /// Writes the rows out, in their order.
  func fill(_ counts: inout WordCounts) {
    counts.counts = rows.map(\.count)
    counts.segments = rows.map(\.segments)
    counts.transcripts = rows.map(\.transcripts)
    counts.cases = rows.map(\.cases)
    var starts = [Int](repeating: 0, count: rows.count + 1)
    for key in cells.keys { starts[Int(key >> 32) + 1] += 1 }
    for row in rows.indices { starts[row + 1] += starts[row] }
    counts.cellStarts = starts
    counts.cellGroups = Array(repeating: 0, count: cells.count)
    counts.cellCounts = Array(repeating: 0, count: cells.count)
    for (key, count) in zip(cells.keys, cellCounts) {
      let row = Int(key >> 32)
      counts.cellGroups[starts[row]] = Int32(truncatingIfNeeded: key & 0xFFFF_FFFF)
      counts.cellCounts[starts[row]] = count
      starts[row] += 1
    }
  }
}
