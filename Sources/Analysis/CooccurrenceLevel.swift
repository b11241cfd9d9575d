import Model

/// When two codes meet.
///
/// At unit levels a unit is counted that has both codes; at span levels pairs of codings are counted.
public enum CooccurrenceLevel: Equatable, Sendable {
  /// Codings with the same transcript, start and end.
  case exact
  /// Codings that share at least one byte.
  case overlap
  /// Codings of one transcript with at most so many segment borders between them; 0 when they touch a common segment.
  case within(Int)
  case segment, turn, transcript
  case `case`

  /// Reads `overlap` or `within/2`; nil when it is no level.
  public init?(_ typed: String) {
    let parts = typed.split(separator: "/", omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("exact", 1): self = .exact
    case ("overlap", 1): self = .overlap
    case ("segment", 1): self = .segment
    case ("turn", 1): self = .turn
    case ("transcript", 1): self = .transcript
    case ("case", 1): self = .case
    case ("within", 2):
      guard let number = Int32(parts[1]), number >= 0 else { return nil }
      self = .within(Int(number))
    default: return nil
    }
  }

  /// What is counted, at unit levels.
  var unit: CountUnit? {
    switch self {
    case .exact, .overlap, .within: nil
    case .segment: .segments
    case .turn: .turns
    case .transcript: .transcripts
    case .case: .cases
    }
  }

  /// What a number in the matrix counts, at span levels.
  var pairSentence: String {
    switch self {
    case .exact: "pairs of codings on the same span"
    case .overlap: "pairs of codings that overlap"
    case .within(0): "pairs of codings that touch a common segment"
    case .within(1): "pairs of codings with at most 1 segment border between them"
    case .within(let borders): "pairs of codings with at most \(borders) segment borders between them"
    case .segment, .turn, .transcript, .case: ""
    }
  }
}
