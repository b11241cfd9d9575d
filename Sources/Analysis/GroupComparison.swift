public import Model

/// Two groups side by side: how often each code occurs in either, and how much that differs.
public struct GroupComparison: Sendable {
  public var tree: CodeTree
  /// As indices into the tree, in codebook order.
  public var codes: [Int]
  public var unit: CountUnit
  /// Takes only the units that are in both groups, and sets each against itself.
  public var isPaired: Bool

  public init(tree: CodeTree, codes: [Int], unit: CountUnit = .cases, isPaired: Bool = false) {
    self.tree = tree
    self.codes = codes
    self.unit = unit
    self.isPaired = isPaired
  }

  public static let columns: [Table.Column] = [
    .init("code", "Code", .text), .init("name", "Name", .text), .init("left_count", "Left", .count),
    .init("left_n", "Left n", .count), .init("left_percent", "Left %", .percent), .init("right_count", "Right", .count),
    .init("right_n", "Right n", .count), .init("right_percent", "Right %", .percent),
    .init("difference", "Difference", .number), .init("newcombe95_lo", "95% from", .number),
    .init("newcombe95_hi", "95% to", .number), .init("exact_p", "p (exact)", .number),
    .init("exact_p_bh", "p (exact, BH)", .number), .init("reason", "Reason", .text),
  ]

  /// One row a code, the greatest difference first, equals in codebook order.
  ///
  /// The difference is left less right, in percentage points.
  public func table(left: CountingGround, right: CountingGround, notes: [Table.Note] = []) -> Table {
    let sides = GroupPair(left: left, right: right, unit: unit)
    let compared = isPaired ? sides.onlyShared : sides
    let rows = compared.rows(self)
    let adjusted = BenjaminiHochberg.adjusted(rows.map(\.probability))
    let order = rows.indices.sorted { one, other in
      (-(rows[one].difference.map(abs) ?? -1), one) < (-(rows[other].difference.map(abs) ?? -1), other)
    }
    return Table(
      title: "Codes in two groups", columns: Self.columns,
      rows: order.map { row in
        [.text(tree.keys[codes[row]]), .text(tree.names[codes[row]])] + rows[row].cells(adjusted: adjusted[row])
      },
      notes: self.notes(sides, rows) + notes + [.rounding])
  }

  private func notes(_ sides: GroupPair, _ rows: [ComparedCode]) -> [Table.Note] {
    let n = rows.first.map { ($0.left.n, $0.right.n) } ?? (0, 0)
    var notes = [
      Table.Note("Unit", unit.rawValue),
      Table.Note("Base", "left: \(unit.counted(n.0)), right: \(unit.counted(n.1))"),
      Table.Note("Difference", "left less right, in percentage points"),
    ]
    if unit == .cases || unit == .transcripts {
      let shared = sides.shared
      let method =
        isPaired
        ? "Newcombe (1998) and McNemar, exact, for the same \(unit.rawValue) twice"
        : "Newcombe (1998) and Fisher, for groups without a \(unit.rawValue.dropLast()) in common"
      notes.append(
        .init("Interval", shared > 0 && !isPaired ? "none, as the groups have \(unit.rawValue) in common" : method))
      if shared > 0, !isPaired {
        notes.append(
          .init(
            "In both",
            "\(unit.counted(shared)); --paired sets \(shared == 1 ? "it" : "each of them") against itself"))
      }
    }
    return notes + (unit == .cases ? CountingGround.noteOnTranscriptsWithoutCase([sides.left, sides.right]) : [])
      + tree.noteOnParents(among: codes, counting: unit)
  }
}
