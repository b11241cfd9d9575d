public import Model

/// One coding where it stands in a transcript: the code and the coder by their places in lists.
public struct PlacedCoding: Hashable, Sendable {
  /// In bytes.
  public var span: TextSpan
  /// An index into the codebook.
  public var code: Int
  /// An index into the coders.
  public var coder: Int

  public init(span: TextSpan, code: Int, coder: Int) {
    self.span = span
    self.code = code
    self.coder = coder
  }
}

/// A memo where it stands in a transcript.
public struct PlacedMemo: Hashable, Sendable {
  /// In bytes.
  public var span: TextSpan
  /// Nil where nobody was named.
  public var coder: String?
  public var text: String

  public init(span: TextSpan, coder: String?, text: String) {
    self.span = span
    self.coder = coder
    self.text = text
  }
}

/// A transcript with everything that is needed to read and code it.
public struct ReadingCopy: Sendable {
  public var transcript: Transcript
  public var segments: [Segment]
  /// Of the words as they were read: who replaces them meanwhile is found out.
  public var digest: String
  public var codebook: Codebook
  /// Everybody who coded in the study; who codes now is among them, or stands at the end.
  public var coders: [String]
  /// By position.
  public var codings: [PlacedCoding]
  /// About passages of it, by position.
  public var memos: [PlacedMemo]
  /// Who codes now, as a place in `coders`; nil where nobody is named.
  public var coder: Int?

  public init(
    transcript: Transcript, segments: [Segment], digest: String = "", codebook: Codebook, coders: [String],
    codings: [PlacedCoding],
    memos: [PlacedMemo] = [], coder: Int?
  ) {
    self.transcript = transcript
    self.segments = segments
    self.digest = digest
    self.codebook = codebook
    self.coders = coders
    self.codings = codings
    self.memos = memos
    self.coder = coder
  }
}

/// Where something that is read stands, as a segment or as a part of it.
public struct ReadingPlace: Hashable, Sendable {
  /// From 0.
  public var segment: Int
  /// In bytes of the transcript.
  public var span: TextSpan
  /// Not the whole words of the segment.
  public var isPart: Bool

  public init(segment: Int, span: TextSpan, isPart: Bool) {
    self.segment = segment
    self.span = span
    self.isPart = isPart
  }

  /// As sentences name it: `s01-team:12`, `part of s01-team:12`.
  public func address(in transcript: String) -> String {
    (isPart ? "part of " : "") + "\(transcript):\(segment + 1)"
  }
}

/// What a query found in one transcript.
public struct ReadingHits: Sendable {
  /// As typed.
  public var query: String
  /// From 0, ascending.
  public var segments: [Int]
  /// Which bytes of the words of a segment matched; none for a query without words.
  public var marks: @Sendable (String) -> [TextSpan]

  public init(query: String, segments: [Int], marks: @escaping @Sendable (String) -> [TextSpan] = { _ in [] }) {
    self.query = query
    self.segments = segments
    self.marks = marks
  }
}
