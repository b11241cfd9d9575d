public import Model

/// Which codes meet, and how much more often than by chance.
///
/// A code stands for itself and its children. At span levels the codings of a code are the distinct spans of its family,
/// a pair is two different codings and counts once: a coding does not meet itself as a coding of the code above.
public struct Cooccurrence: Sendable {
  public var tree: CodeTree
  /// As indices into the tree, in codebook order: the rows.
  public var codes: [Int]
  /// The columns, when they are not the same codes.
  public var others: [Int]?
  public var level: CooccurrenceLevel

  public init(tree: CodeTree, codes: [Int], with others: [Int]? = nil, level: CooccurrenceLevel = .segment) {
    self.tree = tree
    self.codes = codes
    self.others = others
    self.level = level
  }

  /// Codes by codes with the numbers of units or pairs.
  public func matrix(on ground: CountingGround) -> Table {
    let slots = CodeSlots(codes + (others ?? []), tree: tree)
    let counts = CooccurrenceCounts(at: level, on: ground, slots: slots, tree: tree)
    let columns = across.map { code in
      Table.Column(tree.keys[code], tree.keys[code], .count, group: tree.keys[code], measure: "count")
    }
    let rows = codes.map { row in
      let cells = across.map { Table.Cell.count(counts.pairs[slots.slot(of: row), slots.slot(of: $0)]) }
      return [.text(tree.keys[row])] + cells
    }
    return Table(
      title: title, columns: [Table.Column("code", "Code", .text)] + columns, rows: rows,
      notes: notes(counts, ground) + diagonalNote)
  }

  /// One row a pair: with the measures of association at unit levels, with the c-coefficient at span levels.
  ///
  /// The adjusted probability is over the pairs of this table in which both codes occur and neither stands above the
  /// other: a code meets those below it by definition, which is nothing to test.
  public func pairs(on ground: CountingGround) -> Table {
    let slots = CodeSlots(codes + (others ?? []), tree: tree)
    let counts = CooccurrenceCounts(at: level, on: ground, slots: slots, tree: tree)
    let named = namedPairs
    let numbered = named.map { (a: slots.slot(of: $0.a), b: slots.slot(of: $0.b)) }
    let heads = [Table.Column("code_a", "Code A", .text), Table.Column("code_b", "Code B", .text)]
    let keys: [[Table.Cell]] = named.map { [.text(tree.keys[$0.a]), .text(tree.keys[$0.b])] }
    var notes = notes(counts, ground)
    guard level.unit != nil else {
      let rows = numbered.map {
        CodingPairRow(nA: counts.occurrences[$0.a], nB: counts.occurrences[$0.b], nAB: counts.pairs[$0.a, $0.b])
      }
      notes += CodingPairRow.notes(on: rows, named: named.map { "\(tree.keys[$0.a]) and \(tree.keys[$0.b])" })
      return Table(
        title: title, columns: heads + CodingPairRow.columns, rows: zip(keys, rows).map { $0 + $1.cells }, notes: notes)
    }
    let isNested = named.map { tree.isNested($0.a, $0.b) }
    let tables = numbered.map { counts.table(of: $0) }
    let cells = associations(of: tables, isNested: isNested)
    notes += AssociationRow.notes(on: tables, isNested: isNested, unit: level.unit?.rawValue ?? "")
    return Table(
      title: title, columns: heads + AssociationRow.columns, rows: zip(keys, cells).map { $0 + $1 }, notes: notes)
  }

  private func associations(of tables: [TwoByTwoTable], isNested: [Bool]) -> [[Table.Cell]] {
    let fisher = tables.map { FisherExactTest.probability(of: $0) }
    let adjusted = BenjaminiHochberg.adjusted(
      tables.indices.map { tables[$0].bothOccur && !isNested[$0] ? fisher[$0] : nil })
    return tables.indices.map { AssociationRow.cells(of: tables[$0], fisher: fisher[$0], adjusted: adjusted[$0]) }
  }

  /// The codes of the columns.
  private var across: [Int] { others ?? codes }

  /// Each pair once; of a rectangle each row with each column, a code with itself left out.
  private var namedPairs: [(a: Int, b: Int)] {
    if let others { return codes.flatMap { a in others.filter { $0 != a }.map { (a, $0) } } }
    return codes.indices.flatMap { first in codes[(first + 1)...].map { (codes[first], $0) } }
  }

  private var title: String {
    switch level {
    case .exact: "Co-occurrence of codes on the same span"
    case .overlap: "Co-occurrence of codes by overlap"
    case .within(let borders): "Co-occurrence of codes within \(CountUnit.segments.counted(borders))"
    case .segment: "Co-occurrence of codes by segment"
    case .turn: "Co-occurrence of codes by turn"
    case .transcript: "Co-occurrence of codes by transcript"
    case .case: "Co-occurrence of codes by case"
    }
  }

  private func notes(_ counts: CooccurrenceCounts, _ ground: CountingGround) -> [Table.Note] {
    let all = codes + (others ?? [])
    guard let unit = level.unit else {
      return [
        Table.Note("Unit", level.pairSentence), Table.Note("Base", CountUnit.codings.counted(counts.total)),
      ] + noteOnFamilies(all)
    }
    let counted = unit.counted(counts.total)
    return [Table.Note("Unit", unit.rawValue), Table.Note("Base", counted)]
      + (unit == .cases ? CountingGround.noteOnTranscriptsWithoutCase([ground]) : [])
      + tree.noteOnParents(among: all, counting: unit)
  }

  private func noteOnFamilies(_ all: [Int]) -> [Table.Note] {
    guard !tree.noteOnParents(among: all, counting: .codings).isEmpty else { return [] }
    return [
      Table.Note("Parents", "A code stands for itself and its children; codings of a family on the same span are one.")
    ]
  }

  private var diagonalNote: [Table.Note] {
    guard codes.contains(where: across.contains) else { return [] }
    let meaning = level.unit.map { "\($0.rawValue) with the code" } ?? "pairs of two different codings of the code"
    return [Table.Note("Diagonal", meaning)]
  }
}
