/// What a study is to hold after a merge, as the store is told.
public struct MergedContent: Sendable {
  /// What becomes of the codings of one transcript.
  public struct Codings: Equatable, Sendable {
    public var added: [MarkedCoding]
    public var removed: [MarkedCoding]
    /// With the mark they bear from now on.
    public var remarked: [MarkedCoding]

    public init(added: [MarkedCoding] = [], removed: [MarkedCoding] = [], remarked: [MarkedCoding] = []) {
      self.added = added
      self.removed = removed
      self.remarked = remarked
    }
  }

  /// What is to be in the study.
  public var cells: [StudyCell: CellValue]
  /// In tree order; its title and language stand among the cells.
  public var codebook: Codebook
  /// What was meant.
  public var meant: [StudyCell: CellValue]
  /// What there is to hold of each cell, also of those that go.
  public var held: [StudyCell: HeldValues]
  /// By the owner's name of the transcript in the cells.
  public var codings: [String: Codings]
  /// What this copy had before.
  public var own: KnownFacts
  /// What this copy knows from now on.
  public var known: KnownFacts
  /// What is kept of the states of other copies from now on; all of it is known.
  public var states: [StudySide.State]

  public init(
    cells: [StudyCell: CellValue], codebook: Codebook, meant: [StudyCell: CellValue],
    held: [StudyCell: HeldValues], codings: [String: Codings], own: KnownFacts, known: KnownFacts,
    states: [StudySide.State]
  ) {
    self.cells = cells
    self.codebook = codebook
    self.meant = meant
    self.held = held
    self.codings = codings
    self.own = own
    self.known = known
    self.states = states
  }

  /// The cells of which more is to be held than stands in the file, or than was meant.
  public var wishes: [StudyCell] {
    held.filter { cell, held in !held.isPlain(cells[cell]) || cells[cell] != meant[cell] }.keys.sorted()
  }
}
