public import Model

/// What comes of two copies of a study: a three-way merge, where what each copy is known to have had tells what was taken
/// away from what is new.
///
/// With the rule `both` it is the same whichever copy merges, and in whatever order several are merged.
public struct StudyMerge: Sendable {
  public struct Conflict: Equatable, Sendable {
    public var cell: StudyCell
    public var mine: CellValue?
    public var theirs: CellValue?
    public var value: CellValue?
  }

  /// What the study is meant to hold afterwards.
  public private(set) var cells: [StudyCell: CellValue] = [:]
  /// What was taken away and stays as long as something needs it.
  public private(set) var revived: [StudyCell: CellValue] = [:]
  /// What there is to hold of each cell from now on.
  public private(set) var held: [StudyCell: HeldValues] = [:]
  /// What is put instead where neither copy has what is meant: how a text is divided.
  private var put: [StudyCell: CellValue] = [:]
  private var learns = false
  /// What was changed in both, in the order of the cells.
  public private(set) var conflicts: [Conflict] = []
  /// For each transcript whose codings are not the same in both, by its owner's name in the cells.
  public private(set) var codings: [String: CodingMerge] = [:]
  public private(set) var tally: MergeTally
  /// What both copies know after it.
  public let facts: KnownFacts
  /// What this copy had.
  public let own: KnownFacts
  /// What the other copy knew.
  public let factsThere: KnownFacts
  /// The two copies as they were.
  public let mine: StudySide
  public let theirs: StudySide
  /// What happened to each cell.
  public private(set) var changes: [StudyCell: CellMerge.Change] = [:]
  private(set) var owned: [Owner: [StudyCell]] = [:]

  /// - Parameters:
  ///   - answers: for single cells another rule.
  ///   - codings: those of one transcript in each copy.
  public init(
    _ mine: StudySide, _ theirs: StudySide, rule: MergeRule, answers: [StudyCell: MergeRule] = [:],
    codings: (String) throws -> (mine: [MarkedCoding], theirs: [MarkedCoding])
  ) rethrows {
    self.mine = mine
    self.theirs = theirs
    let (here, there) = (mine.known(from: theirs.states), theirs.known(from: mine.states))
    var tally = MergeTally()
    var marks = mine.marks
    var marksThere = theirs.marks
    var needed: Set<Owner> = []
    var merged: [String: CodingMerge] = [:]
    for transcript in Set((Array(mine.stands.keys) + theirs.stands.keys).filter { $0.kind == .transcript }.map(\.owner))
      .sorted()
    {
      let (ours, others) = try codings(transcript)
      let merge = CodingMerge(ours, others, in: transcript, here: here, there: there)
      tally.add(merge)
      if merge.differs { merged[transcript] = merge }
      if !merge.isEmpty { needed.insert(Owner(.transcript, transcript)) }
      needed.formUnion(merge.codes.map { Owner(.code, $0) })
      needed.formUnion(merge.coders.map { Owner(.coder, $0) })
      FactMark.add(ours, in: transcript, to: &marks)
      FactMark.add(others, in: transcript, to: &marksThere)
    }
    self.codings = merged
    factsThere = there.union(KnownFacts(marksThere))
    own = KnownFacts(marks)
    facts = here.union(factsThere).union(own)
    self.tally = tally
    merge(here, there, rule, answers, takenBack: Self.takenBack(mine, theirs))
    keepPartsTogether()
    revive(needed)
    count()
  }

  private mutating func merge(
    _ here: KnownFacts, _ there: KnownFacts, _ rule: MergeRule, _ answers: [StudyCell: MergeRule],
    takenBack: KnownFacts
  ) {
    var all: Set<StudyCell> = []
    for side in [mine, theirs] {
      for cells in [Set(side.cells.keys), Set(side.stands.keys), Set(side.held.keys)] { all.formUnion(cells) }
    }
    for cell in all { owned[Owner(cell.kind, cell.owner), default: []].append(cell) }
    let hasOwner = [mine, theirs].map { side in
      Set(side.stands.keys.filter { !$0.isQuiet && !$0.isAttribute }.map { Owner($0.kind, $0.owner) })
    }
    for cell in all {
      if let value = mine.cells[cell], value == theirs.cells[cell], mine.held[cell] == nil, theirs.held[cell] == nil,
        !takenBack.contains(FactMark.of(cell, value))
      {
        (changes[cell], cells[cell]) = (.same, value)
        continue
      }
      let owner = Owner(cell.kind, cell.owner)
      let ours = mine.holding(cell, knowing: here, hasOwner: hasOwner[0].contains(owner))
      let others = theirs.holding(cell, knowing: there, hasOwner: hasOwner[1].contains(owner))
      let merge = CellMerge(
        cell, mine: ours, theirs: others, here: here, there: there, rule: answers[cell] ?? rule,
        takenBack: takenBack)
      changes[cell] = merge.change
      cells[cell] = merge.value
      held[cell] = merge.held
      if merge.held != ours { learns = true }
      if merge.change == .conflict, !cell.isQuiet {
        conflicts.append(
          Conflict(cell: cell, mine: mine.cells[cell], theirs: theirs.cells[cell], value: merge.value))
      }
    }
    conflicts.sort { $0.cell < $1.cell }
  }

  /// What a third copy had and did not have later, where each of the two heard of it at another time.
  private static func takenBack(_ mine: StudySide, _ theirs: StudySide) -> KnownFacts {
    var takenBack = KnownFacts()
    for here in mine.states {
      for there in theirs.states where there.copy == here.copy && there.stamp != here.stamp {
        for (earlier, later) in [(here, there), (there, here)] where later.facts.contains(earlier.stamp) {
          takenBack = takenBack.union(earlier.facts.subtracting(later.facts))
        }
      }
    }
    return takenBack
  }

  private mutating func count() {
    for (owner, list) in owned {
      let counted = list.filter { !$0.isQuiet && (mine.has($0) || theirs.has($0)) }
      guard !counted.isEmpty else { continue }
      tally.add(
        owner.kind, changes: counted.compactMap { changes[$0] }, isMine: isThere(owner, in: mine),
        isTheirs: isThere(owner, in: theirs), stays: counted.contains { value($0) != nil })
    }
  }
}

extension StudyMerge {
  /// How a text is divided is taken from a copy that has it so; turns that begin elsewhere, because a text was read in two
  /// ways, come with the segments in them.
  private mutating func keepPartsTogether() {
    for cell in owned.values.joined() where cell.kind == .transcript && cell.field == "frame" {
      var sides = [mine, theirs].filter { $0.stands[cell] != nil }
      for field in ["frame", "turns", "cut"] {
        let part = StudyCell(.transcript, cell.owner, field)
        let meant = cells[part] ?? held[part]?.last(of: part)
        let there = sides.compactMap { $0.stands[part] }
        guard let found = there.first(where: { $0 == meant }) ?? there.max() else { continue }
        if found != meant { put[part] = found }
        if field == "frame" { sides = sides.filter { $0.stands[part] == found } }
      }
    }
  }

  /// All that is to stand, before it is put in order.
  private var standing: [StudyCell: CellValue] {
    var standing = cells.merging(revived) { one, _ in one }
    for (cell, value) in put where standing[cell] != nil { standing[cell] = value }
    return standing
  }

  /// Whether this copy stays as it is, whatever the other has.
  public var changesNothing: Bool {
    !learns && cells == mine.cells && MergedStudy(standing).cells == mine.stands
      && codings.values.allSatisfy { $0.added.isEmpty && $0.removed.isEmpty && $0.remarked.isEmpty }
  }

  /// Whether this copy knows already all that the other knows, as after its last act.
  public var isKnown: Bool { factsThere.subtracting(mine.known) == KnownFacts() }

  /// What is held of all cells; of those that are the same in both, and of which nothing else is known, their value.
  private var allHeld: [StudyCell: HeldValues] {
    var all = held
    for (cell, value) in cells where all[cell] == nil { all[cell] = HeldValues(value) }
    return all
  }

  /// What the study is to hold.
  public var content: MergedContent {
    let merged = MergedStudy(standing)
    let changes = codings.mapValues {
      MergedContent.Codings(added: $0.added, removed: $0.removed, remarked: $0.remarked)
    }
    var states: [String: StudySide.State] = [:]
    for state in mine.states + theirs.states { states[state.copy] = states[state.copy]?.joined(state) ?? state }
    states[theirs.copy] = theirs.state(factsThere)
    // What this copy knows stands apart; where a file was copied by hand, the other has the same name.
    states[mine.copy] = nil
    return MergedContent(
      cells: merged.cells, codebook: merged.codebook, meant: cells, held: allHeld,
      codings: changes, own: own, known: facts,
      states: states.values.sorted { $0.copy < $1.copy })
  }
}

extension StudyMerge {
  /// What was taken away as a whole and stands after it because something needs it: one cell of each, in their order, and
  /// whether it stood in this copy before; nothing of what stood so in both.
  public var needed: [(cell: StudyCell, stood: Bool)] {
    Dictionary(grouping: revived.keys.filter { !$0.isQuiet }) { Owner($0.kind, $0.owner) }.compactMap { owner, cells in
      let isWhole = owned[owner, default: []].allSatisfy { $0.isQuiet || self.cells[$0] == nil }
      guard owner.kind != .speaker, isWhole, let cell = cells.min() else { return nil }
      let stood = stands(owner, in: mine)
      return stood && !cells.contains { changes[$0] == .removedThere } ? nil : (cell, stood)
    }.sorted { $0.cell < $1.cell }
  }
}

// What is needed by what stays, stays.
extension StudyMerge {
  struct Owner: Hashable {
    var kind: StudyCell.Kind
    var name: String

    init(_ kind: StudyCell.Kind, _ name: String) {
      self.kind = kind
      self.name = name
    }
  }

  func isThere(_ owner: Owner, in side: StudySide) -> Bool {
    owned[owner, default: []].contains { !$0.isQuiet && side.cells[$0] != nil }
  }

  /// Brings back what one copy took away where something needs it, and the rest of what stays in part.
  private mutating func revive(_ needed: Set<Owner>) {
    var open = Array(needed)
    open += cells.keys.filter { !$0.isQuiet }.map { Owner($0.kind, $0.owner) }
    var seen: Set<Owner> = []
    while let owner = open.popLast() {
      guard seen.insert(owner).inserted else { continue }
      for cell in owned[owner, default: []] where cells[cell] == nil && isPart(cell) {
        revived[cell] = held[cell]?.last(of: cell)
      }
      open += needs(of: owner)
    }
    for cell in owned.values.joined() where cell.kind == .spelling && cells[cell] == nil {
      revived[cell] = held[cell]?.last(of: cell)
    }
  }

  /// Whether a cell comes back with its owner; an attribute that one copy took off an owner it has does not.
  private func isPart(_ cell: StudyCell) -> Bool {
    cell.kind != .spelling && held[cell]?.isTakenOff != true
  }

  private func value(_ cell: StudyCell) -> CellValue? {
    (cells[cell] ?? revived[cell]).map { put[cell] ?? $0 }
  }

  /// What a memo is about.
  private func subject(of cell: StudyCell) -> [Owner] {
    guard let subject = value(cell)?.text.flatMap(MemoSubject.init) else { return [] }
    return [
      subject.caseName.map { Owner(.aCase, $0) }, subject.transcript.map { Owner(.transcript, $0) },
      subject.code.map { Owner(.code, $0) },
    ].compactMap(\.self)
  }

  private func needs(of owner: Owner) -> [Owner] {
    let name = owner.name
    switch owner.kind {
    case .code:
      return (value(StudyCell(.code, name, "parent"))?.text).map { [Owner(.code, $0)] } ?? []
    case .speaker:
      return [Owner(.transcript, String(name.prefix { String($0) != StudyCell.separator }))]
    case .transcript:
      let turns = StudyCell(.transcript, name, "turns")
      let side = value(turns) == mine.stands[turns] ? mine : theirs
      let voices = side.voices[name, default: []].map { Owner(.speaker, name + StudyCell.separator + $0) }
      return voices + ((value(StudyCell(.transcript, name, "case"))?.text).map { [Owner(.aCase, $0)] } ?? [])
    case .memo:
      let by = value(StudyCell(.memo, name, "by"))?.text
      return (by.map { [Owner(.coder, $0)] } ?? []) + subject(of: StudyCell(.memo, name, "about"))
    case .attachment:
      let file = value(StudyCell(.attachment, name, "file"))?.text.flatMap(AttachedFile.init)
      return (file?.transcript).map { [Owner(.transcript, $0)] } ?? []
    case .unplaced:
      guard let lost = value(StudyCell(.unplaced, name, "coding"))?.text.flatMap(LostCoding.init) else { return [] }
      return [Owner(.transcript, lost.transcript), Owner(.code, lost.code), Owner(.coder, lost.coder)]
    case .assignment:
      return StudyCell(.assignment, name).assigned.map { [Owner(.transcript, $0.transcript), Owner(.coder, $0.coder)] }
        ?? []
    case .blind: return [Owner(.coder, name)]
    case .fact, .spelling, .coder, .aCase: return []
    }
  }
}

extension StudySide {
  /// Whether the cell is meant to be there, or is.
  fileprivate func has(_ cell: StudyCell) -> Bool { cells[cell] != nil || stands[cell] != nil }
}

extension CodingMerge {
  fileprivate var differs: Bool { ![added, removed, remarked, newHere, removedHere].allSatisfy(\.isEmpty) }
}
