public import Model

/// How far coders agree who gave each unit one value.
public struct JudgementAgreement: Sendable {
  private let judgements: Judgements
  private let statistics: RatingStatistics
  private let bootstrap: Bootstrap?
  private let goingOn: @Sendable () throws -> Void

  /// - Parameters:
  ///   - resamples: how often the units are drawn anew for the intervals; without it they are Gwet's.
  ///   - goingOn: asked at least for each resample; what it throws ends the work.
  public init(
    _ judgements: Judgements, resamples: Int? = nil, seed: UInt64 = 1,
    goingOn: @escaping @Sendable () throws -> Void = {}
  ) {
    self.goingOn = goingOn
    self.judgements = judgements
    statistics = RatingStatistics(UnitPatterns(judgements), scale: .values(ValueOrder(judgements)))
    bootstrap = resamples.map { Bootstrap(resamples: $0, seed: seed) }
  }

  /// The names of the statistics, each once.
  public var names: Set<String> { Set(statistics.names.map(\.statistic)) }

  /// Every statistic as a row; `n` counts units.
  ///
  /// - Parameter shown: the statistics that have rows; all where none is named.
  public func table(showing shown: Set<String> = []) throws -> Table {
    let (figures, notes) = try figures(showing: shown)
    return AgreementFigure.table("Agreement between coders", figures, shown: shown, notes: notes)
  }

  func figures(showing shown: Set<String> = []) throws -> (figures: [AgreementFigure], notes: [Table.Note]) {
    let patterns = statistics.patterns
    let evaluation = statistics.evaluate(patterns.weights)
    var figures = zip(statistics.names, evaluation.coefficients).map { name, coefficient in
      AgreementFigure(name.statistic, coders: judgements.pairName(name.pair), coefficient) {
        $0.sentence(coders: judgements.coders) { "'\(judgements.values[$0])'" }
      }
    }
    guard let bootstrap else {
      for (index, error) in statistics.standardErrors(evaluation).enumerated() {
        figures[index].take(
          samplingError: error,
          units: figures[index].statistic == "alpha_nominal" ? evaluation.tally.pairable : evaluation.tally.units)
      }
      return (figures, notes(evaluation.tally) + [Bootstrap.noteOnGwet])
    }
    let intervals = try bootstrap.intervals(patternOfUnit: patterns.patternOfUnit, patternCount: patterns.count) {
      try goingOn()
      return statistics.evaluate($0).coefficients.map(\.value)
    }
    let left = bootstrap.apply(intervals, to: &figures, shown: shown)
    return (figures, notes(evaluation.tally) + left)
  }

  private func notes(_ tally: RatingTally) -> [Table.Note] {
    let scheme = judgements.values.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
    let more = judgements.values.count > 20 ? " and \(judgements.values.count - 20) more" : ""
    let origin = judgements.isDeclared ? "" : " (as they occur; --values names the whole scheme)"
    return judgements.notesOnCoders(units: tally.units, pairable: tally.pairable, called: "units")
      + [Table.Note("Values", scheme.isEmpty ? "none" : scheme + more + origin)]
  }
}

extension Judgements {
  /// The names of a pair of coders as they stand in a table, empty where there is no pair.
  func pairName(_ pair: Int?) -> String {
    guard var rest = pair, coders.count > 1 else { return "" }
    var first = 0
    while rest >= coders.count - first - 1 {
      rest -= coders.count - first - 1
      first += 1
    }
    return "\(coders[first])-\(coders[first + rest + 1])"
  }

  func notesOnCoders(units: Double, pairable: Double, called name: String) -> [Table.Note] {
    let missing = Int(units) * coders.count - count
    let names = coders.prefix(20).joined(separator: ", ") + (coders.count > 20 ? ", …" : "")
    return [
      Table.Note("Unit", "n counts \(name)"),
      Table.Note("Base", "\(Int(units)) \(name), of which \(Int(pairable)) judged by two coders or more"),
      Table.Note("Judged by", "\(coders.count) (\(names))"),
      Table.Note("Judgements", "\(count); missing: \(max(0, missing))"),
    ]
  }
}
