public import Model

/// Whether new transcripts or cases still bring new codes.
///
/// A coding counts for the nearest of the chosen codes, so that a code does not count again for the codes above it.
public struct Saturation: Sendable {
  public var tree: CodeTree
  /// As indices into the tree.
  public var codes: [Int]
  /// Transcripts or cases.
  public var unit: CountUnit
  /// Says in which order, for the note.
  public var orderSentence: String

  public init(tree: CodeTree, codes: [Int], unit: CountUnit = .transcripts, orderSentence: String) {
    self.tree = tree
    self.codes = codes
    self.unit = unit
    self.orderSentence = orderSentence
  }

  /// One row a transcript with its codes, the new ones, all so far, and what any order would give on average.
  ///
  /// - Parameter order: the units as indices into the ground.
  public func curve(_ order: [Int], on ground: CountingGround) -> Table {
    let curve = self.curve(of: order, ground)
    let names = unit == .cases ? ground.cases : ground.transcripts
    let expected = curve.rarefaction
    var cumulative = 0
    let rows = zip(order, zip(curve.codesOfUnit, curve.newCodes)).enumerated().map { row, entry -> [Table.Cell] in
      cumulative += entry.1.1
      return [
        .text(names[entry.0]), .count(entry.1.0.count), .count(entry.1.1), .count(cumulative), .number(expected[row]),
      ]
    }
    let head = unit == .cases ? "case" : "document"
    return Table(
      title: "Codes by \(singular)",
      columns: [
        .init(head, singular.prefix(1).uppercased() + singular.dropFirst(), .text),
        .init("codes_in_\(head)", "Codes", .count), .init("new_codes", "New codes", .count),
        .init("cumulative_codes", "Cumulative", .count), .init("rarefaction_expected", "Expected", .number),
      ], rows: rows,
      notes: notes(ground, curve) + [
        .init("Expected", "the mean over all orders (rarefaction)"), .rounding,
      ])
  }

  /// One row a base, run length and place of the run.
  public func runs(_ order: [Int], bases: [Int], lengths: [Int], on ground: CountingGround) -> Table {
    let curve = self.curve(of: order, ground)
    let rows = runs(curve, bases, lengths).flatMap { runs in
      runs.runs.map { run -> [Table.Cell] in
        [
          .count(runs.baseSize), .count(runs.runLength), .count(run.from), .count(run.to), .count(run.newCodes),
          .count(runs.codesInBase), run.newInformation.map { .number($0) } ?? .none,
        ]
      }
    }
    return Table(
      title: "New codes in runs of \(unit.rawValue)",
      columns: [
        .init("base_size", "Base", .count), .init("run_length", "Run", .count), .init("run_from", "From", .count),
        .init("run_to", "To", .count), .init("new_codes_in_run", "New codes", .count),
        .init("codes_in_base", "Codes in base", .count), .init("new_information", "New information", .number),
      ], rows: rows, notes: notes(ground, curve) + [.rounding])
  }

  /// One row a base, run length and threshold: where saturation was reached.
  public func points(
    _ order: [Int], bases: [Int], lengths: [Int], thresholds: [Double], on ground: CountingGround
  ) -> Table {
    let curve = self.curve(of: order, ground)
    let rows = runs(curve, bases, lengths).flatMap { runs in
      thresholds.map { threshold -> [Table.Cell] in
        let reached = runs.unitsAtSaturation(threshold: threshold)
        return [
          .count(runs.baseSize), .count(runs.runLength), .number(threshold), reached.map { .count($0) } ?? .none,
          reached.map { .text("\($0)+\(runs.runLength)") } ?? .none, .text(reached == nil ? runs.whyNever : ""),
        ]
      }
    }
    return Table(
      title: "Saturation",
      columns: [
        .init("base_size", "Base", .count), .init("run_length", "Run", .count),
        .init("threshold", "Threshold", .number),
        .init("\(unit == .cases ? "cases" : "documents")_at_saturation", "\(unit.heading) at saturation", .count),
        .init("notation", "Notation", .text), .init("reason", "Reason", .text),
      ], rows: rows,
      notes: notes(ground, curve) + [
        .init("Notation", "\(unit.rawValue) before the run + length of the run"), .rounding,
      ])
  }

  /// One row: the codes seen, and how many there would be at least.
  public func richness(_ order: [Int], on ground: CountingGround) -> Table {
    let curve = self.curve(of: order, ground)
    let chao = Chao2(curve)
    let one = unit == .cases ? "case" : "document"
    return Table(
      title: "How many codes there would be",
      columns: [
        .init("observed", "Observed", .count), .init("in_one_\(one)", "In one \(singular)", .count),
        .init("in_two_\(one)s", "In two \(unit.rawValue)", .count), .init("chao2", "Chao2", .number),
        .init("chao2_bias_corrected", "Chao2 (corrected)", .number),
      ],
      rows: [
        [.count(chao.observed), .count(chao.inOne), .count(chao.inTwo)]
          + [chao.estimate, chao.corrected].map { $0.map { .number($0) } ?? .none }
      ], notes: notes(ground, curve) + [.rounding])
  }

  private var singular: String { String(unit.rawValue.dropLast()) }

  private func runs(_ curve: SaturationCurve, _ bases: [Int], _ lengths: [Int]) -> [SaturationRuns] {
    let new = curve.newCodes
    return bases.flatMap { base in lengths.map { SaturationRuns(newCodes: new, baseSize: base, runLength: $0) } }
  }

  private func curve(of order: [Int], _ ground: CountingGround) -> SaturationCurve {
    let nearest = NearestCodes(CodeSlots(codes, tree: tree), tree: tree)
    let rows = CodingsByUnit(ground, unit: unit)
    return SaturationCurve(order.map { rows[$0].compactMap { nearest.slot(of: $0).map(Int32.init) } })
  }

  private func notes(_ ground: CountingGround, _ curve: SaturationCurve) -> [Table.Note] {
    let uncoded = curve.codesOfUnit.count { $0.isEmpty }
    var notes = [
      Table.Note("Unit", unit.rawValue), Table.Note("Base", unit.counted(curve.unitCount)),
      Table.Note("Order", orderSentence),
      Table.Note("Codes", "as they were put; a code counts where it or a code below it that is not chosen was put"),
    ]
    if uncoded > 0 {
      notes.append(.init("Uncoded", "\(unit.counted(uncoded)) without one of the codes, counted as bringing none"))
    }
    return notes + (unit == .cases ? CountingGround.noteOnTranscriptsWithoutCase([ground]) : [])
  }
}
