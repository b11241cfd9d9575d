public import Model

/// How far coders agree who gave each unit any number of codes.
///
/// Each code by itself is applied or not; the codes together are a set.
public struct CodeSetAgreement: Sendable {
  private let codes: [String]
  private let judgements: Judgements
  private let patterns: UnitPatterns
  private let statistics: [RatingStatistics]
  private let sets: SetStatistics
  private let bootstrap: Bootstrap?

  /// - Parameters:
  ///   - judged: what was applied.
  ///   - families: for each code the codes that count for it, itself among them; each code alone where this is not given.
  ///     The codes together are looked at as they were applied.
  ///   - resamples: how often the units are drawn anew for the intervals; without it they are Gwet's.
  ///   - goingOn: asked at least for each code of each resample; what it throws ends the work.
  public init(
    _ judged: CodeSetJudgements, families: [[Int]]? = nil, resamples: Int? = nil, seed: UInt64 = 1,
    goingOn: @escaping @Sendable () throws -> Void = {}
  ) throws {
    self.goingOn = goingOn
    codes = judged.codes
    judgements = judged.judgements
    let patterns = UnitPatterns(judged.judgements)
    self.patterns = patterns
    statistics = try Self.statistics(patterns, judged, families: families, goingOn)
    try goingOn()
    sets = SetStatistics(patterns, sets: judged.sets, codeCount: judged.codes.count)
    single = families == nil ? statistics : try Self.statistics(patterns, judged, families: nil, goingOn)
    isByFamily = families != nil
    bootstrap = resamples.map { Bootstrap(resamples: $0, seed: seed) }
  }

  /// The codes as they were applied, for what is said of all together.
  private let single: [RatingStatistics]
  private let isByFamily: Bool
  private let goingOn: @Sendable () throws -> Void

  private static func statistics(
    _ patterns: UnitPatterns, _ judged: CodeSetJudgements, families: [[Int]]?, _ goingOn: () throws -> Void
  ) rethrows -> [RatingStatistics] {
    var setsWith = [[Int]](repeating: [], count: judged.codes.count)
    for (number, set) in judged.sets.enumerated() { for code in set { setsWith[Int(code)].append(number) } }
    var table = [Int32](repeating: 0, count: judged.sets.count)
    return try judged.codes.indices.map { code in
      try goingOn()
      let applied = (families?[code] ?? [code]).flatMap { setsWith[$0] }
      for set in applied { table[set] = 1 }
      defer { for set in applied { table[set] = 0 } }
      return RatingStatistics(UnitPatterns(patterns, table: table, valueCount: 2), scale: .applied)
    }
  }

  /// The names of the statistics, each once.
  public var names: Set<String> {
    Set(SetStatistics.names).union(statistics.first?.names.map(\.statistic) ?? [])
  }

  /// Every statistic as a row, of all codes together first; `n` counts units.
  ///
  /// - Parameters:
  ///   - unit: what a unit is called in notes: `segments`.
  ///   - shown: the statistics that have rows; all where none is named.
  public func table(called unit: String = "units", showing shown: Set<String> = []) throws -> Table {
    let (figures, notes) = try figures(called: unit, showing: shown)
    return AgreementFigure.table("Agreement between coders by code", figures, shown: shown, notes: notes)
  }

  func figures(called unit: String, showing shown: Set<String> = []) throws -> (
    figures: [AgreementFigure], notes: [Table.Note]
  ) {
    let (whole, evaluations) = try evaluate(patterns.weights)
    var figures = zip(SetStatistics.names, whole).map { name, coefficient in
      AgreementFigure(name, coefficient) { $0.sentence(coders: judgements.coders) { _ in "" } }
    }
    for (code, evaluation) in evaluations.enumerated() {
      for (name, coefficient) in zip(statistics[code].names, evaluation.coefficients) {
        figures.append(
          AgreementFigure(
            name.statistic, code: codes[code], coders: judgements.pairName(name.pair), coefficient
          ) { $0.sentence(coders: judgements.coders) { $0 == 1 ? "'applied'" : "'not applied'" } })
      }
    }
    let tally = RatingTally(patterns, weights: patterns.weights)
    let notes = judgements.notesOnCoders(units: tally.units, pairable: tally.pairable, called: unit)
    guard let bootstrap else {
      try takeStandardErrors(evaluations, into: &figures)
      return (figures, notes + [Bootstrap.noteOnGwet])
    }
    let intervals = try bootstrap.intervals(patternOfUnit: patterns.patternOfUnit, patternCount: patterns.count) {
      let (whole, evaluations) = try evaluate($0)
      return (whole + evaluations.flatMap(\.coefficients)).map(\.value)
    }
    let left = bootstrap.apply(intervals, to: &figures, shown: shown)
    return (figures, notes + left)
  }

  private func evaluate(
    _ weights: [Double]
  ) throws -> (whole: [Coefficient], codes: [RatingStatistics.Evaluation]) {
    func each(_ statistics: [RatingStatistics]) throws -> [RatingStatistics.Evaluation] {
      try statistics.map { code in
        try goingOn()
        return code.evaluate(code.patterns.weights(from: weights))
      }
    }
    let evaluations = try each(statistics)
    let alone = isByFamily ? try each(single) : evaluations
    try goingOn()
    return (sets.evaluate(weights, codes: alone), evaluations)
  }

  private func takeStandardErrors(
    _ evaluations: [RatingStatistics.Evaluation], into figures: inout [AgreementFigure]
  ) throws {
    var place = SetStatistics.names.count
    for (code, evaluation) in evaluations.enumerated() {
      try goingOn()
      for (name, error) in zip(statistics[code].names, statistics[code].standardErrors(evaluation)) {
        figures[place].take(
          samplingError: error,
          units: name.statistic == "alpha_nominal" ? evaluation.tally.pairable : evaluation.tally.units)
        place += 1
      }
    }
  }
}
