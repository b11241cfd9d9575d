/// One copy of a study as merging sees it: what is in it, and what it is known to have had.
public struct StudySide: Sendable {
  /// What is meant: without what stands only because something else needs it.
  public var cells: [StudyCell: CellValue]
  /// What is in the file.
  public var stands: [StudyCell: CellValue]
  /// For each transcript, by its owner's name in the cells, those who have a turn.
  public var voices: [String: [String]]
  /// Of cells where there is more to tell than what is in the file: what copies that came in had there.
  public var held: [StudyCell: HeldValues] = [:]
  /// The transcripts by their GUIDs, as the cells name them.
  public var guids: [String: String] = [:]
  /// The copies this file was one after the other, itself last.
  public var lineage: [Copy]
  /// What it had or had heard of when it last learned of another copy.
  public var known: KnownFacts
  /// What it keeps of the states of other copies.
  public var states: [State]
  /// For each act its mark, by which it is known that a copy came from the state after it.
  public var log: [Int: UInt64]
  /// Acts of the log that are as if they had never been: merges that were undone, and what was done upon them.
  public var forgotten: Set<Int> = []

  /// A file that this one was copied from, or is.
  public struct Copy: Equatable, Sendable {
    public var name: String
    /// The last act it has in common with it; nil for itself.
    public var until: Int?

    public init(_ name: String, until: Int? = nil) {
      self.name = name
      self.until = until
    }
  }

  /// What a copy knew after one of its acts.
  public struct State: Equatable, Sendable {
    public var copy: String
    public var act: Int
    public var mark: UInt64
    public var facts: KnownFacts

    public init(copy: String, act: Int, mark: UInt64, facts: KnownFacts) {
      self.copy = copy
      self.act = act
      self.mark = mark
      self.facts = facts
    }

    /// The mark of the fact that a copy was in this state.
    public var stamp: UInt64 { FactMark.of(act: act, mark: mark, of: copy) }

    /// The later of two states of one copy, with all that the earlier had where it came before.
    public func joined(_ other: State) -> State {
      let (earlier, later) = (act, mark) < (other.act, other.mark) ? (self, other) : (other, self)
      guard later.facts.contains(earlier.stamp) else { return later }
      return State(copy: copy, act: later.act, mark: later.mark, facts: later.facts.union(earlier.facts))
    }
  }

  public init(
    cells: [StudyCell: CellValue] = [:], stands: [StudyCell: CellValue]? = nil, voices: [String: [String]] = [:],
    lineage: [Copy] = [], known: KnownFacts = KnownFacts(), states: [State] = [], log: [Int: UInt64] = [:]
  ) {
    self.cells = cells
    self.stands = stands ?? cells
    self.voices = voices
    self.lineage = lineage
    self.known = known
    self.states = states
    self.log = log
  }

  /// The name of this copy.
  public var copy: String { lineage.last?.name ?? "" }

  /// The last that was not forgotten; 0 where there is none.
  public var lastAct: Int { log.keys.filter { !forgotten.contains($0) }.max() ?? 0 }

  /// This copy as it is now, with what it knows.
  public func state(_ facts: KnownFacts) -> State {
    State(copy: copy, act: lastAct, mark: log[lastAct] ?? 0, facts: facts)
  }

  /// The marks of all states this copy was in, the last before it was copied under both names.
  private var stamps: [UInt64] {
    var stamps: [UInt64] = []
    var first = 0
    for copy in lineage {
      let last = copy.until ?? .max
      if first == 0 { stamps.append(FactMark.of(act: 0, mark: 0, of: copy.name)) }
      for (act, mark) in log where first <= act && act <= last && !forgotten.contains(act) {
        stamps.append(FactMark.of(act: act, mark: mark, of: copy.name))
      }
      first = last
    }
    return stamps
  }

  /// What this copy is known to have had or heard of, by what it keeps itself and by what another keeps.
  ///
  /// What is kept of a copy it came from or ever heard of, as it was then or before, is its own past.
  public func known(from states: [State]) -> KnownFacts {
    var known = known.union(KnownFacts(stamps))
    var rest = states
    while let next = rest.firstIndex(where: { known.contains($0.stamp) }) {
      known = known.union(rest.remove(at: next).facts)
    }
    return known
  }

  /// The marks of all cells, and that there are such cells.
  public var marks: [UInt64] {
    var marks: [UInt64] = []
    marks.reserveCapacity(2 * cells.count)
    for (cell, value) in cells {
      if let held = held[cell] {
        for value in held.standing { marks.append(FactMark.of(cell, value)) }
      } else {
        marks.append(FactMark.of(cell, value))
      }
      marks.append(FactMark.ofAny(cell))
    }
    return marks
  }

  /// What this copy holds of a cell.
  ///
  /// - Parameters:
  ///   - known: what this copy is known to have had.
  ///   - hasOwner: whether what the cell belongs to is in the file.
  public func holding(_ cell: StudyCell, knowing known: KnownFacts, hasOwner: Bool) -> HeldValues {
    if let held = held[cell] { return held }
    if let value = cells[cell] { return HeldValues(value) }
    guard known.contains(FactMark.ofAny(cell)) else { return HeldValues() }
    return HeldValues(isGone: true, isTakenOff: hasOwner && cell.isAttribute)
  }
}
