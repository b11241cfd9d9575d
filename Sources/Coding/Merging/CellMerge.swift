public import Model

/// What becomes of one cell that two copies may have changed.
///
/// Each value is told by itself: one that both have stands, one that the other knows and has no more was replaced. So it
/// makes no difference in what order copies come in, and what is shown is worked out of the values that stand.
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
  public let held: HeldValues

  /// - Parameters:
  ///   - mine: what this copy holds; so `theirs`.
  ///   - here: what this copy is known to have had; `there` the other.
  ///   - takenBack: what another copy took away, as the accounts of the two tell together.
  public init(
    _ cell: StudyCell, mine: HeldValues, theirs: HeldValues, here: KnownFacts, there: KnownFacts, rule: MergeRule,
    takenBack: KnownFacts = KnownFacts()
  ) {
    func stays(_ value: CellValue, _ other: HeldValues, _ known: KnownFacts, _ mine: KnownFacts) -> Bool {
      if takenBack.contains(FactMark.of(cell, value)) { return false }
      if other.standing.contains(value) { return true }
      if known.contains(FactMark.of(cell, value)) { return false }
      return !other.standing.isEmpty || !Self.went(cell, value, from: known, mine)
    }
    let ours = mine.standing.filter { stays($0, theirs, there, here) }
    let others = theirs.standing.filter { stays($0, mine, here, there) }
    let went =
      theirs.isAbsent && !mine.standing.isEmpty && ours.isEmpty
      || mine.isAbsent && !theirs.standing.isEmpty && others.isEmpty
    let held = HeldValues(
      standing: ours.union(others), all: mine.all.union(theirs.all),
      isGone: mine.isGone || theirs.isGone || went || takenBack.contains(FactMark.ofAny(cell)),
      isTakenOff: mine.isTakenOff || theirs.isTakenOff)
    change = Self.change(
      from: (mine, mine.value(of: cell)), (theirs, theirs.value(of: cell)), to: held, held.value(of: cell))
    let chosen: HeldValues? =
      switch change == .conflict ? (cell.isQuiet && !held.isGone ? .both : rule) : .both {
      case .mine: mine
      case .theirs: theirs
      case .both: nil
      }
    guard let chosen else {
      (value, self.held) = (held.value(of: cell), held)
      return
    }
    value = chosen.value(of: cell)
    self.held = HeldValues(
      standing: value == nil ? [] : chosen.standing.isEmpty ? Set([value].compactMap(\.self)) : chosen.standing,
      all: held.all, isGone: value == nil, isTakenOff: value == nil && held.isTakenOff)
  }

  private static func change(
    from mine: (held: HeldValues, value: CellValue?), _ theirs: (held: HeldValues, value: CellValue?),
    to held: HeldValues, _ value: CellValue?
  ) -> Change {
    guard mine.value != theirs.value else { return value == mine.value ? .same : .conflict }
    if theirs.value == nil, mine.value != nil {
      if value == nil { return .removedThere }
      return theirs.held.isGone && !mine.held.isGone ? .conflict : .newHere
    }
    if mine.value == nil {
      if value == nil { return .removedHere }
      return mine.held.isGone && !theirs.held.isGone ? .conflict : .newThere
    }
    let isTheirs = !held.standing.isEmpty && held.standing.isSubset(of: theirs.held.standing)
    let isMine = !held.standing.isEmpty && held.standing.isSubset(of: mine.held.standing)
    if isTheirs != isMine { return isTheirs ? .changedThere : .changedHere }
    return isMine && value == mine.value ? .changedHere : isMine && value == theirs.value ? .changedThere : .conflict
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

extension HeldValues {
  /// Whether a copy does not have the cell, whether it had it or not.
  fileprivate var isAbsent: Bool { standing.isEmpty && (isGone || all.isEmpty) }

  /// What is shown of it; nil where it is gone.
  func value(of cell: StudyCell) -> CellValue? { standing.isEmpty && isGone ? nil : last(of: cell) }

  /// What it was, where it is gone.
  func last(of cell: StudyCell) -> CellValue? { MergeRule.joined(cell, standing.isEmpty ? all : standing) }
}
