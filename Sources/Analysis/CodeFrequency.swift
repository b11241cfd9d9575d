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

  /// Of what a percentage is.
  public enum Base: Equatable, Sendable {
    /// All units that pass.
    case all
    /// Those that have a code; what is counted has both.
    case code(Int)
    /// Those with at least one of the codes of the table.
    case coded
  }

  public var tree: CodeTree
  /// As indices into the tree, in codebook order.
  public var codes: [Int]
  public var base: Base
  public var order: Order
  /// The number of rows at most, after sorting.
  public var limit: Int?
  /// What else each row says.
  public var extras: FrequencyExtras

  public init(
    tree: CodeTree, codes: [Int], base: Base = .all, order: Order = .codebook, limit: Int? = nil,
    extras: FrequencyExtras = []
  ) {
    self.tree = tree
    self.codes = codes
    self.base = base
    self.order = order
    self.limit = limit
    self.extras = extras
  }

  /// One row a code with `code,name,count,n,percent`, and what the extras add.
  public func table(counting unit: CountUnit, on ground: CountingGround) -> Table {
    let tally = self.tally(of: unit, on: ground)
    let columns = FrequencyExtras.columns + extras.columns
    let notes = [
      Table.Note("Unit", unitSentence(unit)),
      Table.Note("Base", baseSentence(unit, tally.n)),
    ]
    return table(
      columns: columns, sortedBy: tally.counts,
      notes: notes + leftOut(unit, on: [ground]) + parentNote(unit) + extras.notes(unit, [tally])
    ) { tally.cells(at: $0, extras) }
  }

  /// One row a code with `<value>_count,<value>_n,<value>_percent` for each group; sorted by the sum of the counts.
  public func table(counting unit: CountUnit, by groups: [(value: String, ground: CountingGround)]) -> Table {
    let tallies = groups.map { tally(of: unit, on: $0.ground) }
    let columns = groups.flatMap { group in
      (FrequencyExtras.columns + extras.columns).map { column in
        Table.Column(
          "\(group.value)_\(column.key)", "\(group.value) \(column.heading.lowercased())", column.kind,
          group: group.value,
          measure: column.key)
      }
    }
    let sums = codes.indices.map { row in tallies.reduce(0) { $0 + $1.counts[row] } }
    let named = zip(groups.map(\.value), tallies)
    let notes = [
      Table.Note("Unit", unitSentence(unit)),
      Table.Note("Base", named.map { "\($0): \(baseSentence(unit, $1.n))" }.joined(separator: ", ")),
    ]
    return table(
      columns: columns, sortedBy: sums,
      notes: notes + leftOut(unit, on: groups.map(\.ground)) + parentNote(unit) + extras.notes(unit, tallies)
    ) { row in tallies.flatMap { $0.cells(at: row, extras) } }
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

  func tally(of unit: CountUnit, on ground: CountingGround) -> FrequencyTally {
    extras.contains(.mostFrequent)
      ? FrequencyTally(ofMostFrequent: unit, on: ground, tree: tree, codes: codes)
      : FrequencyTally(
        of: unit, on: ground, tree: tree, codes: codes, base: base, byCase: extras.contains(.caseWeight))
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

  func unitSentence(_ unit: CountUnit) -> String {
    extras.contains(.mostFrequent)
      ? "\(unit.rawValue) in which no other code of the table has more codings" : unit.rawValue
  }

  func baseSentence(_ unit: CountUnit, _ n: Int) -> String {
    let have = n == 1 ? "has" : "have"
    return switch extras.contains(.mostFrequent) ? .coded : base {
    case .all: unit.counted(n)
    case .code(let code): "of the \(unit.counted(n)) that \(have) \(tree.keys[code])"
    case .coded: "of the \(unit.counted(n)) that \(have) one of the codes"
    }
  }

  func parentNote(_ unit: CountUnit) -> [Table.Note] {
    if extras.contains(.mostFrequent), tree.hasParents(among: codes) {
      return [
        Table.Note("Parents", "A coding counts for the nearest code of the table, not for the codes above it too.")
      ]
    }
    return tree.noteOnParents(among: codes, counting: unit)
  }

  func leftOut(_ unit: CountUnit, on grounds: [CountingGround]) -> [Table.Note] {
    unit == .cases ? CountingGround.noteOnTranscriptsWithoutCase(grounds) : []
  }
}
