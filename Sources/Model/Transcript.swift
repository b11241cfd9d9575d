/// One source text: what was said, by whom and when.
///
/// The text never changes; speakers and times stand beside it.
public struct Transcript: Equatable, Sendable {
  /// Unique in a study; by default the name of the file without its ending.
  public var name: String
  /// Where the words come from, as a file ending: `md`, `docx`, `vtt`.
  public var format: String
  /// NFC, line ends LF, speaker labels and time stamps as they stood.
  public var text: String
  public var turns: [Turn]
  public var speakers: [Speaker]
  /// The case the source itself names, if it does.
  public var caseName: String?
  public var attributes: [Attribute]
  /// Of a source that has pages where each begins, in UTF-8 bytes from the start of the text, ascending; page 1 first.
  public var pages: [Int] = []

  public init(
    name: String, format: String, text: String, turns: [Turn] = [], speakers: [Speaker] = [],
    caseName: String? = nil, attributes: [Attribute] = []
  ) {
    self.name = name
    self.format = format
    self.text = text
    self.turns = turns
    self.speakers = speakers
    self.caseName = caseName
    self.attributes = attributes
  }
}

/// What one speaker says until the next.
///
/// Turns are in order, do not overlap, and together cover the text.
public struct Turn: Equatable, Sendable {
  public var span: TextSpan
  /// Where the words begin, in bytes from the start of the text: after the label and the time stamp.
  public var wordsStart: Int
  /// An index into the transcript's speakers; nil where nobody is named.
  public var speaker: Int?
  /// Seconds from the start of the recording at which the turn begins.
  public var time: Double?

  public init(span: TextSpan, wordsStart: Int? = nil, speaker: Int? = nil, time: Double? = nil) {
    self.span = span
    self.wordsStart = wordsStart ?? span.start
    self.speaker = speaker
    self.time = time
  }
}

/// A person in a transcript.
public struct Speaker: Equatable, Sendable {
  /// As the label stands in the text.
  public var name: String
  /// What the person is in the study: `schoolleider`, `interviewer`.
  public var role: String?
  public var attributes: [Attribute]

  public init(name: String, role: String? = nil, attributes: [Attribute] = []) {
    self.name = name
    self.role = role
    self.attributes = attributes
  }
}
