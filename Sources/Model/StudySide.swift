/// One copy of a study as merging sees it: what is in it, and what it is known to have had.
public struct StudySide: Sendable {
  /// What is meant: without what stands only because something else needs it.
  public var cells: [StudyCell: CellValue]
  /// What is in the file.
  public var stands: [StudyCell: CellValue]
  /// For each transcript, by its owner's name in the cells, those who have a turn.
  public var voices: [String: [String]]
  /// What was taken away and stands because something needs it, as it was before it was put in order.
  public var kept: [StudyCell: CellValue] = [:]
  /// The transcripts by their GUIDs, as the cells name them.
  public var guids: [String: String] = [:]
  /// The copies this file was one after the other, itself last.
  public var lineage: [Copy]
  /// What is kept of the states of this copy and of others.
  public var states: [State]
  /// For each act its mark, by which it is known that a copy came from the state after it.
  public var log: [Int: UInt64]

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
  }

  public init(
    cells: [StudyCell: CellValue] = [:], stands: [StudyCell: CellValue]? = nil, voices: [String: [String]] = [:],
    lineage: [Copy] = [], states: [State] = [], log: [Int: UInt64] = [:]
  ) {
    self.cells = cells
    self.stands = stands ?? cells
    self.voices = voices
    self.lineage = lineage
    self.states = states
    self.log = log
  }

  /// The name of this copy.
  public var copy: String { lineage.last?.name ?? "" }

  public var lastAct: Int { log.keys.max() ?? 0 }

  /// Whether this copy once was in that state.
  public func passed(_ state: State) -> Bool {
    lineage.contains { $0.name == state.copy && state.act <= ($0.until ?? .max) }
      && (state.act == 0 || log[state.act] == state.mark)
  }

  /// What this copy is known to have had, from what was kept in any file.
  public func known(from states: [State]) -> KnownFacts {
    states.filter(passed).reduce(KnownFacts()) { $0.union($1.facts) }
  }

  /// The marks of all cells, and that there are such cells.
  public var marks: [UInt64] {
    cells.flatMap { cell, value in [FactMark.of(cell, value), FactMark.ofAny(cell)] }
  }
}
