import Foundation
import Intake
public import Model

/// How an import is to go, as typed.
public struct ImportRequest: Equatable, Sendable {
  public var segment: SegmentUnit
  /// The case the transcripts belong to, whatever their folder.
  public var caseName: String?
  /// Speakers to be recognised even when they speak once.
  public var speakers: [Speaker] = []
  /// `end` or `omit`: where footnotes and comments go.
  public var notes: String?
  /// Mends the line ends of text that was broken for a page.
  public var joinsLines = false
  /// Changes words a scanner misread, where that is sure.
  public var fixesScannedWords = false
  public var tiers: [String] = []
  /// Heads of the columns of a survey with open answers, and what its other columns are.
  public var open: [String] = []
  public var respondent: String?
  /// `question` or `respondent`: what a transcript of a survey is.
  public var per: String?
  public var caseColumn: String?
  /// Whether transcripts that were erased for good come in again.
  public var alsoErased = false
  /// The sheet of an Excel file; nil for the first.
  public var sheet: String?

  public init(segment: SegmentUnit = .turn, caseName: String? = nil) {
    self.segment = segment
    self.caseName = caseName?.precomposedStringWithCanonicalMapping
  }

  /// Throws for words that are no choice.
  var reading: ReadingOptions {
    get throws {
      var options = ReadingOptions(speakers: speakers)
      options.joinsLines = joinsLines
      options.fixesScannedWords = fixesScannedWords
      options.tiers = tiers
      options.notes = try choice(notes, of: "--notes") ?? options.notes
      options.survey.open = open
      options.survey.respondent = respondent
      options.survey.unit = try choice(per, of: "--per") ?? options.survey.unit
      options.survey.caseColumn = caseColumn
      options.survey.sheet = sheet
      return options
    }
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ typed: String?, of option: String
  ) throws -> Choice? {
    guard let typed else { return nil }
    if let choice = Choice(rawValue: typed.lowercased()) { return choice }
    let all = Choice.allCases.map(\.rawValue).joined(separator: " or ")
    throw Problem("'\(typed)' is no choice of \(option).", hint: "Write \(option) \(all).", kind: .usage)
  }

  /// A speaker as typed: `Anna`, or `Anna=schoolleider` with the role.
  public mutating func addSpeaker(_ typed: String) throws {
    let parts = typed.precomposedStringWithCanonicalMapping
      .split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmed)
    guard let name = parts.first, !name.isEmpty, parts.last?.isEmpty == false else {
      throw Problem(
        "'\(typed)' names no speaker.", hint: "Write the name, or name=role: --speaker Anna=schoolleider", kind: .usage)
    }
    speakers.append(Speaker(name: name, role: parts.count > 1 ? parts[1] : nil))
  }
}
