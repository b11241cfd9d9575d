public import Model

/// How files are to be read, as far as the files themselves do not tell.
public struct ReadingOptions: Equatable, Sendable {
  /// Where the footnotes and comments of a document go; never into the middle of speech.
  public enum Notes: String, CaseIterable, Sendable {
    /// After the talk, under a heading, without a speaker.
    case end
    /// Nowhere; the report counts them.
    case omit
  }

  /// Speakers known beforehand: they are recognised even when they speak once, and keep their role.
  public var speakers: [Speaker] = []
  public var notes = Notes.end
  /// Joins the lines of text that was broken for a page, and words broken by a hyphen.
  public var joinsLines = false
  /// Changes words that a scanner misread, where it is sure; else they are only reported.
  public var fixesScannedWords = false
  /// Names of tiers of an ELAN file; empty takes every tier that holds speech of its own.
  public var tiers: [String] = []
  public var survey = SurveyOptions()

  public init(speakers: [Speaker] = []) { self.speakers = speakers }
}

/// How the rows of a survey become transcripts: a row is a respondent, who is a case.
public struct SurveyOptions: Equatable, Sendable {
  public enum Unit: String, CaseIterable, Sendable {
    /// One transcript for each respondent and open question.
    case question
    /// One transcript for each respondent, with each question as a heading.
    case respondent
  }

  /// Heads of the columns with open answers; the others become attributes of the case.
  public var open: [String] = []
  /// Head of the column that names the respondent; nil takes one called `case`, `respondent`, `id` and the like, else the row.
  public var respondent: String?
  public var unit = Unit.question
  /// The sheet of a spreadsheet; nil takes the first that is not hidden.
  public var sheet: String?
  /// Head of the column that names the case (a school), where that is not the respondent.
  public var caseColumn: String?

  public init() {}
}
