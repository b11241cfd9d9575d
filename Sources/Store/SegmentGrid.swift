import GRDB
import Model

/// The segments and turns that pass a scope, and those around them.
struct SegmentGrid {
  private(set) var segments = UnitColumns()
  private(set) var turns = UnitColumns()
  private(set) var wordStarts: [[Int32]] = []
  /// All segments of the transcripts that were read.
  private(set) var all = UnitColumns()
  /// For each segment that passes its speaker, 0 for nobody; and for each index the transcript's number in the file.
  private var speakers: [Int64] = []
  private let ids: [Int64]

  /// `only`, when given, are the indices of the only transcripts that are read.
  init(_ db: Database, scope: Scope, indices: [Int64: Int32], words: Bool, only: Set<Int32>?) throws {
    ids = scope.members.map(\.id)
    if words { wordStarts = Array(repeating: [], count: ids.count) }
    let isWhole = scope.isWhole && only == nil
    let text = words ? "s.text, length(CAST(substr(s.text, 1, s.label_characters) AS BLOB))" : "NULL, 0"
    let select = try RawStatement(
      db,
      """
      SELECT s.transcript_id, s.start_byte, s.end_byte, s.number, coalesce(u.speaker_id, 0), u.turn_id, u.start_byte,
        u.end_byte, u.number, \(text)
      FROM segments s JOIN turns u USING (turn_id) \(isWhole ? "" : "WHERE s.transcript_id = ?")
      ORDER BY s.transcript_id, s.number
      """)
    if isWhole {
      try read(select, scope, indices, words: words)
      return
    }
    for (index, id) in ids.enumerated() where only?.contains(Int32(index)) ?? true {
      select.bind(1, id)
      try read(select, scope, indices, words: words)
      select.reset()
    }
  }

  private mutating func read(
    _ select: borrowing RawStatement, _ scope: Scope, _ indices: [Int64: Int32], words: Bool
  ) throws {
    var lastTurn: Int64 = -1
    while try select.step() {
      let transcript = select.int64(0)
      let speaker = select.int64(4)
      guard let index = indices[transcript] else { continue }
      let (start, end, position) = (select.int32(1), select.int32(2), select.int32(3) - 1)
      all.append(transcript: index, start: start, end: end, position: position)
      guard scope.passes(transcript, speaker) else { continue }
      segments.append(transcript: index, start: start, end: end, position: position)
      speakers.append(speaker)
      if select.int64(5) != lastTurn {
        lastTurn = select.int64(5)
        turns.append(transcript: index, start: select.int32(6), end: select.int32(7), position: select.int32(8) - 1)
      }
      if words {
        let begin = select.int(10)
        select.withBytes(9) { bytes in
          wordStarts[Int(index)].append(contentsOf: SpokenWords.starts(in: bytes, from: begin).map { $0 + start })
        }
      }
    }
  }

  /// Where each coding begins for counting: on the blanks behind a segment's last word it begins with the next segment.
  ///
  /// Who marks from a line end on means what follows it.
  func starts(of codings: CodingColumns, in db: Database) throws -> [Int32] {
    let select = try RawStatement(db, "SELECT text FROM segments WHERE transcript_id = ? AND number = ?")
    var starts = codings.start
    var at = 0
    for row in 0..<codings.count {
      let place = (codings.transcript[row], codings.start[row])
      while at < all.count, (all.transcript[at], all.end[at] - 1) < place { at += 1 }
      guard at < all.count, all.transcript[at] == place.0, all.start[at] < place.1,
        all.end[at] - place.1 <= Self.longestTail, codings.end[row] > all.end[at]
      else { continue }
      select.bind(1, ids[Int(place.0)])
      select.bind(2, Int(all.position[at]) + 1)
      let tail = Int(place.1 - all.start[at])
      if try select.step(), select.withBytes(0, { $0.dropFirst(tail).allSatisfy { $0 <= 0x20 } }) {
        starts[row] = all.end[at]
      }
      select.reset()
    }
    return starts
  }

  /// In bytes: no transcript has more blanks behind a segment's last word.
  private static let longestTail: Int32 = 64

  /// Keeps the codings that touch a segment which passes, for their coder where the filter asks that; and their `starts`.
  func keepTouching(_ codings: inout CodingColumns, _ starts: inout [Int32], _ scope: Scope) {
    var kept = CodingColumns()
    var keptStarts: [Int32] = []
    var first = 0
    for row in 0..<codings.count {
      let place = (codings.transcript[row], codings.start[row])
      while first < segments.count, (segments.transcript[first], segments.end[first] - 1) < place { first += 1 }
      var at = first
      while at < segments.count, segments.transcript[at] == place.0, segments.start[at] < codings.end[row] {
        let coder = scope.coderIDs[Int(codings.coder[row])]
        if segments.end[at] > starts[row], scope.passes(ids[Int(place.0)], speakers[at], coder: coder) {
          kept.append(
            transcript: place.0, start: place.1, end: codings.end[row], code: codings.code[row],
            coder: codings.coder[row])
          keptStarts.append(starts[row])
          break
        }
        at += 1
      }
    }
    codings = kept
    starts = keptStarts
  }
}
