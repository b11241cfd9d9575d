public import Model

/// How often codes occur: in how many cases, transcripts, turns or segments, with how many codings, on how many words.
///
/// A code stands for itself and its children: a case with two children of a code counts once for that code.
public struct CodeFrequency: Sendable {
  public enum Order: Sendable {
    /// As the codes stand in the codebook.
    case codebook
    /// The most frequent first, equals in codebook order.
    case count
  }

  public var tree: CodeTree
  /// As indices into the tree, in codebook order.
  public var codes: [Int]
  /// Makes the units that have this code the base, and counts those that have both.
  public var base: Int?
  public var order: Order
  /// The number of rows at most, after sorting.
  public var limit: Int?

  public init(tree: CodeTree, codes: [Int], base: Int? = nil, order: Order = .codebook, limit: Int? = nil) {
    self.tree = tree
    self.codes = codes
    self.base = base
    self.order = order
    self.limit = limit
  }

  /// One row a code with `code,name,count,n,percent`.
  public func table(counting unit: CountUnit, on ground: CountingGround) -> Table {
    let tally = self.tally(of: unit, on: ground)
    let columns: [Table.Column] = [
      .init("count", "Count", .count), .init("n", "n", .count), .init("percent", "Percentage", .percent),
    ]
    let notes = [
      Table.Note("Unit", unit.rawValue),
      Table.Note("Base", baseSentence(unit, tally.n)),
    ]
    return table(
      columns: columns, sortedBy: tally.counts, notes: notes + leftOut(unit, on: [ground]) + parentNote(unit)
    ) { tally.cells(at: $0) }
  }

  /// One row a code with `<value>_count,<value>_n,<value>_percent` for each group; sorted by the sum of the counts.
  public func table(counting unit: CountUnit, by groups: [(value: String, ground: CountingGround)]) -> Table {
    let tallies = groups.map { tally(of: unit, on: $0.ground) }
    let columns = groups.flatMap { group in
      [("count", "count", Table.Kind.count), ("n", "n", .count), ("percent", "percentage", .percent)].map {
        Table.Column("\(group.value)_\($0.0)", "\(group.value) \($0.1)", $0.2, group: group.value, measure: $0.0)
      }
    }
    let sums = codes.indices.map { row in tallies.reduce(0) { $0 + $1.counts[row] } }
    let named = zip(groups.map(\.value), tallies)
    let notes = [
      Table.Note("Unit", unit.rawValue),
      Table.Note("Base", named.map { "\($0): \(baseSentence(unit, $1.n))" }.joined(separator: ", ")),
    ]
    return table(
      columns: columns, sortedBy: sums, notes: notes + leftOut(unit, on: groups.map(\.ground)) + parentNote(unit)
    ) { row in tallies.flatMap { $0.cells(at: row) } }
  }

  /// One row a code with `code,name,codings,segments,turns,transcripts,cases,words`; sorted by the codings.
  public func tableOfAllUnits(on ground: CountingGround) -> Table {
    let units: [CountUnit] = [.codings, .segments, .turns, .transcripts, .cases, .words]
    let tallies = units.map { tally(of: $0, on: ground) }
    let columns = units.map { Table.Column($0.rawValue, $0.heading, .count) }
    let named = zip(units, tallies)
    let notes = [
      Table.Note("Unit", units.map(\.rawValue).joined(separator: ", ")),
      Table.Note("Base", named.map { baseSentence($0, $1.n) }.joined(separator: ", ")),
    ]
    return table(
      columns: columns, sortedBy: tallies[0].counts,
      notes: notes + leftOut(.cases, on: [ground]) + parentNote(.cases)
    ) { row in tallies.map { .count($0.counts[row]) } }
  }

  private func tally(of unit: CountUnit, on ground: CountingGround) -> FrequencyTally {
    FrequencyTally(of: unit, on: ground, tree: tree, codes: codes, base: base)
  }

  private func table(
    columns: [Table.Column], sortedBy counts: [Int], notes: [Table.Note], cells: (Int) -> [Table.Cell]
  ) -> Table {
    var rows = Array(codes.indices)
    if order == .count { rows.sort { (-counts[$0], $0) < (-counts[$1], $1) } }
    var notes = notes
    if let limit, limit < rows.count {
      rows.removeSubrange(max(0, limit)...)
      notes.append(Table.Note("Limit", "The first \(rows.count) of \(codes.count) codes."))
    }
    let heads = [Table.Column("code", "Code", .text), Table.Column("name", "Name", .text)]
    return Table(
      title: "Frequencies of codes", columns: heads + columns,
      rows: rows.map { [.text(tree.keys[codes[$0]]), .text(tree.names[codes[$0]])] + cells($0) }, notes: notes)
  }

  private func baseSentence(_ unit: CountUnit, _ n: Int) -> String {
    base.map { "of the \(unit.counted(n)) that \(n == 1 ? "has" : "have") \(tree.keys[$0])" } ?? unit.counted(n)
  }

  private func parentNote(_ unit: CountUnit) -> [Table.Note] {
    tree.noteOnParents(among: codes, counting: unit)
  }

  private func leftOut(_ unit: CountUnit, on grounds: [CountingGround]) -> [Table.Note] {
    unit == .cases ? CountingGround.noteOnTranscriptsWithoutCase(grounds) : []
  }
}
