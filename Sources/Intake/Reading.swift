public import Model

/// What a reader made of one file: its transcripts, none when it was refused, and everything that was noticed.
public struct Reading: Equatable, Sendable {
  public var transcripts: [Transcript]
  public var problems: [IntakeProblem]

  public init(transcripts: [Transcript] = [], problems: [IntakeProblem] = []) {
    self.transcripts = transcripts
    self.problems = problems
  }
}
