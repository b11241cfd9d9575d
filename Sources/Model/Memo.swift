/// What a coder notes down, and about what.
public struct Memo: Equatable, Sendable {
  /// What a memo is about.
  public enum Subject: Hashable, Sendable {
    case study
    /// By its name, as the transcript.
    case ofCase(String)
    case transcript(String)
    /// By its key.
    case code(String)
    /// Words of a transcript, in UTF-8 bytes, end exclusive; with a code, why the code stands on them.
    case passage(transcript: String, span: TextSpan, code: String?)
  }

  /// Counts up in a study, by which a person names it; 0 before it is kept.
  public var number: Int
  /// The same wherever the study goes; empty before it is kept.
  public var guid: String
  public var subject: Subject
  /// Who wrote it; nil where nobody was named.
  public var coder: String?
  /// When, ISO 8601, UTC: `2022-05-12T09:30:00Z`.
  public var at: String
  public var text: String

  public init(
    number: Int = 0, guid: String = "", about subject: Subject, coder: String?, at: String, text: String
  ) {
    self.number = number
    self.guid = guid
    self.subject = subject
    self.coder = coder
    self.at = at
    self.text = text
  }
}

/// A memo as a reader of quotes sees it.
public struct ExcerptMemo: Equatable, Sendable {
  public var coder: String?
  public var text: String

  public init(coder: String?, text: String) {
    self.coder = coder
    self.text = text
  }
}
