import GRDB
public import Model

/// Which segments a search takes.
public enum SegmentChoice: Equatable, Sendable {
  case all
  case none
  /// An expression of FTS5 in which each word is a quoted string.
  case matching(String)
  case notMatching(String)
}

/// Segments that were found, and how many there are in each transcript, those left out by a limit too.
public struct FoundSegments: Equatable, Sendable {
  public var passages: [Passage] = []
  /// By index into the members of the scope.
  public var byTranscript: [Int32: Int] = [:]

  public init() {}

  public var total: Int { byTranscript.values.reduce(0, +) }
}

/// How well a segment fits the words that were searched; the smaller the better.
public struct RankedSegment: Equatable, Sendable {
  /// An index into the members of the scope.
  public var transcript: Int32
  public var span: TextSpan
  /// FTS5's `bm25()`: minus Okapi BM25 with k1 = 1.2 and b = 0.75.
  public var rank: Double
}

extension StudyStore {
  /// The segments of a scope that a choice takes, as passages in the order of the study, and how many there are in all.
  public func segments(_ choice: SegmentChoice, in scope: Scope, limit: Int?) throws -> FoundSegments {
    var found = FoundSegments()
    guard choice != .none else { return found }
    return try read { db in
      let indices = Self.indices(of: scope)
      let select = try statement(db, choice, limit: scope.isWhole ? limit : nil)
      while try select.step() {
        let transcript = select.int64(0)
        guard let index = indices[transcript], scope.passes(transcript, select.int64(3)) else { continue }
        found.byTranscript[index, default: 0] += 1
        if let limit, found.passages.count >= limit { continue }
        found.passages.append(Passage(transcript: index, span: TextSpan(select.int(1), select.int(2)), isSegment: true))
      }
      if let limit, scope.isWhole, found.passages.count == limit {
        found.byTranscript = try count(db, choice, indices)
      }
      return found
    }
  }

  /// The segments that the index finds for an expression, with how well they fit; in the order of the study.
  public func ranks(matching expression: String, in scope: Scope) throws -> [RankedSegment] {
    try read { db in
      let indices = Self.indices(of: scope)
      let select = try RawStatement(
        db,
        """
        SELECT s.transcript_id, s.start_byte, s.end_byte, bm25(segment_index) FROM segment_index
        JOIN segments s ON s.segment_id = segment_index.rowid WHERE segment_index MATCH ? ORDER BY segment_index.rowid
        """)
      select.bind(1, expression)
      var ranked: [RankedSegment] = []
      while try select.step() {
        guard let index = indices[select.int64(0)] else { continue }
        ranked.append(
          RankedSegment(transcript: index, span: TextSpan(select.int(1), select.int(2)), rank: select.double(3)))
      }
      return ranked
    }
  }

  private static func indices(of scope: Scope) -> [Int64: Int32] {
    var indices: [Int64: Int32] = [:]
    for (number, member) in scope.members.enumerated() { indices[member.id] = Int32(number) }
    return indices
  }

  private func statement(_ db: Database, _ choice: SegmentChoice, limit: Int?) throws -> RawStatement {
    let columns = "s.transcript_id, s.start_byte, s.end_byte, coalesce(u.speaker_id, 0)"
    let end = limit.map { " LIMIT \($0)" } ?? ""
    let sql =
      switch choice {
      case .matching:
        """
        SELECT \(columns) FROM segment_index i JOIN segments s ON s.segment_id = i.rowid JOIN turns u USING (turn_id)
        WHERE i.segment_index MATCH ? ORDER BY i.rowid\(end)
        """
      case .notMatching:
        """
        SELECT \(columns) FROM segments s JOIN turns u USING (turn_id)
        WHERE s.segment_id NOT IN (SELECT rowid FROM segment_index WHERE segment_index MATCH ?) ORDER BY s.segment_id\(end)
        """
      case .all, .none:
        "SELECT \(columns) FROM segments s JOIN turns u USING (turn_id) ORDER BY s.segment_id\(end)"
      }
    let select = try RawStatement(db, sql)
    switch choice {
    case .matching(let expression), .notMatching(let expression): select.bind(1, expression)
    case .all, .none: break
    }
    return select
  }

  /// How many segments of each transcript a choice takes, without looking at them.
  private func count(_ db: Database, _ choice: SegmentChoice, _ indices: [Int64: Int32]) throws -> [Int32: Int] {
    var counts: [Int32: Int] = [:]
    let takesOut = if case .matching = choice { false } else { true }
    if takesOut {
      let select = try RawStatement(db, "SELECT transcript_id, count(*) FROM segments GROUP BY transcript_id")
      while try select.step() { if let index = indices[select.int64(0)] { counts[index] = select.int(1) } }
    }
    let (expression, sign): (String, Int)
    switch choice {
    case .all: return counts
    case .none: return [:]
    case .matching(let text): (expression, sign) = (text, 1)
    case .notMatching(let text): (expression, sign) = (text, -1)
    }
    let select = try RawStatement(db, "SELECT rowid FROM segment_index WHERE segment_index MATCH ?")
    select.bind(1, expression)
    while try select.step() {
      guard let index = indices[select.int64(0) / Int64(Schema.segmentsOfOneTranscript)] else { continue }
      counts[index, default: 0] += sign
    }
    return counts.filter { $0.value > 0 }
  }
}
