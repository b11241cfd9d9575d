/// Quoted words with everything one needs to use them: who said it, where, and which codes are on it.
public struct Excerpt: Equatable, Sendable {
  public var caseName: String?
  public var transcript: String
  /// The numbers, from 1, of the first and last segment it touches.
  public var firstSegment: Int
  public var lastSegment: Int
  public var speaker: String?
  public var role: String?
  /// Seconds at which the turn begins.
  public var time: Double?
  /// The page of the source, from 1, on which it begins; nil where the source has none.
  public var page: Int?
  /// Unicode code points from the start of the transcript, end exclusive.
  public var start: Int
  public var end: Int
  /// The keys of the codes on it, in codebook order.
  public var codes: [String]
  /// The words, without label and time stamp.
  public var text: String
  /// What matched, as spans of UTF-8 bytes in `text`.
  public var hits: [TextSpan]
  /// The segments around it, where they are asked for.
  public var before: [ContextSegment] = []
  public var after: [ContextSegment] = []
  /// What stands in brackets behind it, where that is chosen: `schoolleider`, `vo`.
  public var ascription: [String]?
  /// What was noted down about its words, where that is asked for.
  public var memos: [ExcerptMemo] = []

  public init(
    caseName: String?, transcript: String, firstSegment: Int, lastSegment: Int, speaker: String?, role: String?,
    time: Double?, start: Int, end: Int, codes: [String], text: String, hits: [TextSpan] = []
  ) {
    self.caseName = caseName
    self.transcript = transcript
    self.firstSegment = firstSegment
    self.lastSegment = lastSegment
    self.speaker = speaker
    self.role = role
    self.time = time
    self.start = start
    self.end = end
    self.codes = codes
    self.text = text
    self.hits = hits
  }

  /// As a person types it: `s01-team:12` or `s01-team:12-14`.
  public var address: String {
    firstSegment == lastSegment ? "\(transcript):\(firstSegment)" : "\(transcript):\(firstSegment)-\(lastSegment)"
  }
}

/// A segment beside an excerpt, for reading.
public struct ContextSegment: Equatable, Sendable {
  public var speaker: String?
  public var role: String?
  /// The words, without label and time stamp.
  public var text: String

  public init(speaker: String?, role: String?, text: String) {
    self.speaker = speaker
    self.role = role
    self.text = text
  }

  /// `Anna: words`, on one line.
  public var spoken: String {
    let words = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return speaker.map { "\($0): \(words)" } ?? words
  }
}

/// An answer of retrieval: excerpts in the order of the study, and what was asked.
public struct Excerpts: Equatable, Sendable {
  public var title: String
  public var items: [Excerpt]
  /// How many there are in all, where a limit left some out.
  public var total: Int
  public var notes: [Table.Note]
  /// How they were found; told under the notes.
  public var recipe: Recipe?
  /// The codes under which the items stand, in their order; none where they stand together.
  public var sections: [ExcerptSection] = []

  public init(
    title: String, items: [Excerpt], total: Int? = nil, notes: [Table.Note] = [], recipe: Recipe? = nil
  ) {
    self.title = title
    self.items = items
    self.total = total ?? items.count
    self.notes = notes
    self.recipe = recipe
  }
}
