import Model

/// The columns of a pair of codes that meet in units.
enum AssociationRow {
  static let columns: [Table.Column] = [
    .init("both", "Both", .count), .init("a_only", "A only", .count), .init("b_only", "B only", .count),
    .init("neither", "Neither", .count), .init("jaccard", "Jaccard", .number), .init("dice", "Dice", .number),
    .init("lift", "Lift", .number), .init("pmi", "PMI", .number), .init("npmi", "NPMI", .number),
    .init("phi", "Phi", .number), .init("odds_ratio", "Odds ratio", .number),
    .init("odds_ratio_haldane", "Odds ratio (Haldane)", .number), .init("chi2", "Chi-square", .number),
    .init("chi2_p", "p", .number), .init("chi2_yates", "Chi-square (Yates)", .number),
    .init("chi2_yates_p", "p (Yates)", .number), .init("g2", "G2", .number), .init("g2_p", "p (G2)", .number),
    .init("fisher_p", "p (Fisher)", .number), .init("fisher_p_bh", "p (Fisher, BH)", .number),
  ]

  /// The cells of those columns; the adjusted probability is known only when all pairs are.
  static func cells(of table: TwoByTwoTable, fisher: Double?, adjusted: Double?) -> [Table.Cell] {
    let counts = [table.both, table.aOnly, table.bOnly, table.neither].map { Table.Cell.count($0) }
    let tests = [table.chiSquare, table.yatesChiSquare, table.likelihoodRatio].flatMap { chiSquare in
      [chiSquare, chiSquare.map { ChiSquareTail.probability(of: $0, degreesOfFreedom: 1) }]
    }
    let measures =
      [
        table.jaccard, table.dice, table.lift, table.pointwiseMutualInformation, table.normalizedMutualInformation,
        table.phi, table.oddsRatio, table.haldaneOddsRatio,
      ] + tests + [fisher, adjusted]
    return counts + measures.map { $0.map { .number($0) } ?? .none }
  }

  /// Why cells are empty, and which pairs the adjustment leaves out.
  static func notes(on tables: [TwoByTwoTable], isNested: [Bool], unit: String) -> [Table.Note] {
    var notes: [Table.Note] = []
    let empty = tables.count(where: \.hasEmptyMargin)
    if empty > 0 {
      let pairs = empty == 1 ? "1 pair" : "\(empty) pairs"
      notes.append(
        .init("Empty", "Measures of \(pairs) are undefined: a code is in every one of the \(unit) or in none."))
    }
    let nested = zip(tables, isNested).count { $0.bothOccur && $1 }
    if nested > 0 {
      let pairs = nested == 1 ? "1 pair" : "\(nested) pairs"
      notes.append(
        .init("Adjusted", "without \(pairs) of a code and one below it, which meet by definition"))
    }
    return notes
  }
}
