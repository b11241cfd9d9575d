public import Model

/// What two coders make of a passage on which they differed; afterwards both have the same codings there.
public enum DisagreementDecision: Equatable, Sendable {
  /// What the first coder put stands; where they put nothing, what the second put.
  case keep
  /// What the second put stands; where only one put something, that goes.
  case drop
  /// What either put stands.
  case both
  /// The code, by its key, on all the words stands instead.
  case new(String)

  /// Codings to add and to remove, so that what is decided stands for both coders.
  public func changes(
    _ disagreement: Disagreement, first: String, second: String
  ) -> (added: [CodeAssignment], removed: [CodeAssignment]) {
    let wanted = wanted(disagreement)
    let both = wanted.flatMap { coding in
      [first, second].map { coder in
        CodeAssignment(transcript: disagreement.transcript, span: coding.span, code: coding.code, coder: coder)
      }
    }
    let present = disagreement.first + disagreement.second
    return (both.distinct().filter { !present.contains($0) }, present.filter { !both.contains($0) })
  }

  private func wanted(_ disagreement: Disagreement) -> [CodeAssignment] {
    let (first, second) = (disagreement.first, disagreement.second)
    switch self {
    case .keep: return first.isEmpty ? second : first
    case .drop: return first.isEmpty || second.isEmpty ? [] : second
    case .both: return first + second
    case .new(let code):
      return [CodeAssignment(transcript: disagreement.transcript, span: disagreement.span, code: code, coder: "")]
    }
  }
}
