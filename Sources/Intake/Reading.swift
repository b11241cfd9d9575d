public import Model

/// What a reader made of one file: its transcripts, none when it was refused, and everything that was noticed.
public struct Reading: Equatable, Sendable {
  public var transcripts: [Transcript]
  public var problems: [IntakeProblem]
  /// How the characters of a text file were written; nil where the format fixes it.
  public var encoding: TextEncoding?
  /// What was changed in the text, each kind with how often.
  public var repairs: [Repair: Int] = [:]
  /// What the file tells of cases, as the closed questions of a survey do.
  public var cases: [CaseFacts] = []
  /// Passages that are coded in the file itself.
  public var codings: [CodedPassage] = []

  public init(transcripts: [Transcript] = [], problems: [IntakeProblem] = []) {
    self.transcripts = transcripts
    self.problems = problems
  }
}

/// A change made to the text of a file on its way to a transcript.
public enum Repair: String, CaseIterable, Sendable {
  /// A word broken over two lines was made one.
  case joinedWord
  /// A line end inside a sentence became a blank.
  case joinedLine
  case pageNumber
  /// A line that recurs at the head or foot of pages was left out.
  case runningHead
  /// A word that a scanner misread was put right.
  case scannedWord
}

/// A case as a file describes it.
public struct CaseFacts: Equatable, Sendable {
  public var name: String
  public var attributes: [Attribute]

  public init(name: String, attributes: [Attribute] = []) {
    self.name = name
    self.attributes = attributes
  }
}

/// A passage on which a file itself puts a code.
public struct CodedPassage: Equatable, Sendable {
  /// An index into the reading's transcripts.
  public var transcript: Int
  /// In bytes of the transcript's text.
  public var span: TextSpan
  /// The names from the top of the codebook down: `["Personeel", "Werkdruk"]`.
  public var code: [String]

  public init(transcript: Int, span: TextSpan, code: [String]) {
    self.transcript = transcript
    self.span = span
    self.code = code
  }
}
