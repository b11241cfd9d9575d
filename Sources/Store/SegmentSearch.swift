import GRDB
import Model

/// Which segments a search takes.
public enum SegmentChoice: Equatable, Sendable {
  case all
  case none
  /// An expression of FTS5 in which each word is a quoted string.
  case matching(String)
  case notMatching(String)
}

extension StudyStore {
  /// The segments of a scope that a choice takes, as passages in the order of the study, and how many there are in all.
  public func segments(_ choice: SegmentChoice, in scope: Scope, limit: Int?) throws -> (
    passages: [Passage], total: Int
  ) {
    guard choice != .none else { return ([], 0) }
    return try read { db in
      var indices: [Int64: Int32] = [:]
      for (number, member) in scope.members.enumerated() { indices[member.id] = Int32(number) }
      var passages: [Passage] = []
      var total = 0
      let select = try statement(db, choice, limit: scope.isWhole ? limit : nil)
      while try select.step() {
        let transcript = select.int64(0)
        guard let index = indices[transcript], scope.passes(transcript, select.int64(3)) else { continue }
        total += 1
        if let limit, passages.count >= limit { continue }
        passages.append(Passage(transcript: index, span: TextSpan(select.int(1), select.int(2)), isSegment: true))
      }
      if let limit, scope.isWhole, passages.count == limit { total = try count(db, choice) }
      return (passages, total)
    }
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

  private func count(_ db: Database, _ choice: SegmentChoice) throws -> Int {
    func matches(_ expression: String) throws -> Int {
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM segment_index WHERE segment_index MATCH ?", arguments: [expression]) ?? 0
    }
    switch choice {
    case .none: return 0
    case .matching(let expression): return try matches(expression)
    case .all: return try Int.fetchOne(db, sql: "SELECT count(*) FROM segments") ?? 0
    case .notMatching(let expression):
      return try (Int.fetchOne(db, sql: "SELECT count(*) FROM segments") ?? 0) - matches(expression)
    }
  }
}
