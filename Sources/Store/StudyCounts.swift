import GRDB
import Model

/// How much of everything a study holds.
public struct StudyCounts: Equatable, Sendable {
  public var cases = 0
  public var transcripts = 0
  public var turns = 0
  public var segments = 0
  public var words = 0
  public var codes = 0
  public var codings = 0
  public var coders = 0
  public var acts = 0
}

extension StudyStore {
  public func counts() throws -> StudyCounts {
    try read { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT " + sql) ?? 0 }
      return StudyCounts(
        cases: try count("count(*) FROM cases"), transcripts: try count("count(*) FROM transcripts"),
        turns: try count("count(*) FROM turns"), segments: try count("count(*) FROM segments"),
        words: try count("coalesce(sum(words), 0) FROM transcripts"), codes: try count("count(*) FROM codes"),
        codings: try count("count(*) FROM codings"), coders: try count("count(*) FROM coders"),
        acts: try count("count(*) FROM acts WHERE undone_at IS NULL"))
    }
  }
}
