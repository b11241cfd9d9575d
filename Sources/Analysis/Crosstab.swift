public import Model

/// Codes by the values of an attribute: codings, cases and shares, and whether the values differ.
///
/// A code stands for itself and its children. Tests are over cases or transcripts, never over turns or codings.
public struct Crosstab: Sendable {
  public var tree: CodeTree
  /// As indices into the tree, in codebook order.
  public var codes: [Int]
  public var attribute: String
  /// Cases or transcripts.
  public var unit: CountUnit

  public init(tree: CodeTree, codes: [Int], attribute: String, unit: CountUnit = .cases) {
    self.tree = tree
    self.codes = codes
    self.attribute = attribute
    self.unit = unit
  }

  /// One row a code with the chosen measures for each value and, last, for all.
  public func wide(_ measures: [CrosstabMeasure], whole: CountingGround, parts: GroundPartition) -> Table {
    let sheet = CrosstabSheet(self, whole: whole, parts: parts.parts)
    let groups = sheet.values + [sheet.freeName("total")]
    let columns = groups.flatMap { group in
      measures.map { measure in
        Table.Column(
          "\(group)_\(measure.key(unit))", "\(group) \(measure.heading(unit).lowercased())", measure.kind, group: group,
          measure: measure.key(unit))
      }
    }
    let rows = codes.indices.map { slot in
      sheet.heads(slot) + sheet.values.indices.flatMap { part in measures.map { sheet.cell($0, slot, part) } }
        + measures.map { sheet.cell($0, slot, nil) }
    }
    let heads = [Table.Column("code", "Code", .text), Table.Column("name", "Name", .text)]
    return Table(
      title: "Codes by \(attribute)", columns: heads + columns, rows: rows, notes: sheet.notes(measures))
  }

  /// One row a code and value with every measure.
  public func long(whole: CountingGround, parts: GroundPartition) -> Table {
    let sheet = CrosstabSheet(self, whole: whole, parts: parts.parts)
    let measures = CrosstabMeasure.allCases.filter {
      sheet.hasWords || ($0 != .words && $0 != .perThousandWords)
    }
    let keys = measures.map { $0.key(unit) } + ["code"]
    let heads = [
      Table.Column("code", "Code", .text),
      Table.Column(keys.contains(attribute) ? "value" : attribute, attribute, .text),
    ]
    let rows = codes.indices.flatMap { slot in
      sheet.values.indices.map { part in
        [Table.Cell.text(tree.keys[codes[slot]]), .text(sheet.values[part])]
          + measures.map { sheet.cell($0, slot, part) }
      }
    }
    return Table(
      title: "Codes by \(attribute)",
      columns: heads + measures.map { Table.Column($0.key(unit), $0.heading(unit), $0.kind) }, rows: rows,
      notes: sheet.notes(measures))
  }

  /// One row a code: whether cases with different values have it more or less often than by chance.
  ///
  /// Cases without a value take no part. The adjusted probability is over the codes of this table that some of the cases
  /// have and some have not.
  ///
  /// - Parameter goingOn: asked again and again; what it throws ends the work.
  public func tests(
    whole: CountingGround, parts: GroundPartition, goingOn: () throws -> Void = {}
  ) throws -> Table {
    let sheet = CrosstabSheet(self, whole: whole, parts: parts.parts)
    let tests = codes.indices.map { sheet.test($0) }
    let exact = try tests.map { test in
      try goingOn()
      return try test.flatMap { try FreemanHaltonTest.result(of: $0, goingOn: goingOn) }
    }
    let adjusted = BenjaminiHochberg.adjusted(exact.map { $0?.probability })
    let rows = codes.indices.map { slot -> [Table.Cell] in
      let test = tests[slot]
      let numbers: [Double?] = [test?.probability, test?.cramersV, exact[slot]?.probability, adjusted[slot]]
      return sheet.heads(slot) + [
        test.map { .count($0.totalHaving) } ?? .none, test.map { .count($0.total) } ?? .none,
        test?.chiSquare.map { .number($0) } ?? .none, test?.degreesOfFreedom.map { .count($0) } ?? .none,
      ] + numbers.map { $0.map { .number($0) } ?? .none } + [.text(sheet.whyUntested(test) ?? "")]
    }
    return Table(
      title: "Whether codes differ by \(attribute)", columns: testColumns, rows: rows,
      notes: sheet.testNotes(isSampled: exact.contains { $0?.isSampled == true }))
  }

  private var testColumns: [Table.Column] {
    [
      .init("code", "Code", .text), .init("name", "Name", .text),
      .init("\(unit.rawValue)_with_code", "Count", .count),
      .init(unit.rawValue, "n", .count), .init("chi2", "Chi-square", .number), .init("df", "df", .count),
      .init("p", "p", .number), .init("cramers_v", "Cramér's V", .number), .init("exact_p", "p (exact)", .number),
      .init("exact_p_bh", "p (exact, BH)", .number), .init("reason", "Reason", .text),
    ]
  }
}
