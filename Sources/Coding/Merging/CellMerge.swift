public import Model

/// What becomes of one cell that two copies may have changed.
public struct CellMerge: Equatable, Sendable {
  public enum Change: Equatable, Sendable {
    case same
    case newThere, newHere
    case changedThere, changedHere
    case removedThere, removedHere
    /// Changed in both, or changed in one and taken away in the other.
    case conflict
  }

  public let change: Change
  /// nil where it is not there any more.
  public let value: CellValue?

  /// - Parameters:
  ///   - mine: nil where this copy does not have the cell; so `theirs`.
  ///   - here: what this copy is known to have had; `there` the other.
  public init(
    _ cell: StudyCell, mine: CellValue?, theirs: CellValue?, here: KnownFacts, there: KnownFacts, rule: MergeRule
  ) {
    switch (mine, theirs) {
    case (nil, nil): (change, value) = (.same, nil)
    case (let mine?, nil):
      if there.contains(FactMark.of(cell, mine)) || Self.went(cell, mine, from: there, here) {
        (change, value) = (.removedThere, nil)
      } else if there.contains(FactMark.ofAny(cell)) {
        (change, value) = (.conflict, rule.value(of: cell, mine, nil))
      } else {
        (change, value) = (.newHere, mine)
      }
    case (nil, let theirs?):
      if here.contains(FactMark.of(cell, theirs)) || Self.went(cell, theirs, from: here, there) {
        (change, value) = (.removedHere, nil)
      } else if here.contains(FactMark.ofAny(cell)) {
        (change, value) = (.conflict, rule.value(of: cell, nil, theirs))
      } else {
        (change, value) = (.newThere, theirs)
      }
    case (let mine?, let theirs?):
      guard mine != theirs else {
        (change, value) = (.same, mine)
        return
      }
      switch (there.contains(FactMark.of(cell, mine)), here.contains(FactMark.of(cell, theirs))) {
      case (true, false): (change, value) = (.changedThere, theirs)
      case (false, true): (change, value) = (.changedHere, mine)
      default: (change, value) = (.conflict, (cell.isQuiet ? .both : rule).value(of: cell, mine, theirs))
      }
    }
  }

  /// Whether a memo, or a coding without a place, was in a copy before its transcript got another text, and went.
  private static func went(_ cell: StudyCell, _ value: CellValue, from known: KnownFacts, _ other: KnownFacts) -> Bool {
    let lost = cell.kind == .unplaced ? value.text.flatMap(LostCoding.init) : nil
    let subject = cell.kind == .memo && cell.field == "about" ? value.text.flatMap(MemoSubject.init) : nil
    guard let transcript = lost?.transcript ?? subject?.transcript else { return false }
    let replacing = FactMark.ofReplacing(transcript)
    guard known.contains(replacing) || other.contains(replacing) else { return false }
    if known.contains(FactMark.ofAny(cell)) { return true }
    guard let lost, let guid = MarkedCoding.GUID(hexadecimal: cell.owner) else { return false }
    return known.contains(FactMark.ofAnywhere(guid, code: lost.code, coder: lost.coder))
  }
}
