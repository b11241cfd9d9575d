/// The sentences in which coding is told.
public enum CodingSummary {
  /// What coding did by itself: what a query found, put under a code.
  public struct Autocoding: Equatable, Sendable {
    public var code: String
    /// As typed.
    public var query: String
    public var coder: String
    public var segments: Int
    public var transcripts: Int
    public var added: Int
    public var present: Int

    public init(
      code: String, query: String, coder: String, segments: Int, transcripts: Int, added: Int, present: Int
    ) {
      self.code = code
      self.query = query
      self.coder = coder
      self.segments = segments
      self.transcripts = transcripts
      self.added = added
      self.present = present
    }

    /// What was written, for the log.
    public var done: String {
      "Autocoded \(place) with \(code) as \(coder) ('\(query)'): "
        + CodingSummary.counts(added: added, present: present)
    }

    /// The same as a rehearsal, with nothing written.
    public var rehearsed: String {
      let there = present == 0 ? "" : ", \(present) \(Count(present, "coding").past) there already"
      return "'\(query)' finds \(place); coding them with \(code) as \(coder) would add "
        + "\(Count(added, "coding").orNone)\(there). Nothing was written."
    }

    private var place: String {
      "\(Count(segments, "segment").orNone) in \(Count(transcripts, "transcript"))"
    }
  }

  /// How many codings were added and how many were there already.
  public static func counts(added: Int, present: Int) -> String {
    let there = present == 0 ? "" : ", \(present) \(Count(present, "coding").past) there already"
    return "\(Count(added, "coding").orNone) added\(there)."
  }
}
