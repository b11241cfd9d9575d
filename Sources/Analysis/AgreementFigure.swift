import Model

/// One statistic as a row of a table.
struct AgreementFigure: Equatable {
  var statistic: String
  /// Empty where the statistic is of all codes, or there are none.
  var code = ""
  /// The two names where the statistic is of a pair, with `-` between; empty where it is of all coders.
  var coders = ""
  /// Units, or characters for spans; nil where there is nothing to count.
  var n: Int?
  var value: Double?
  /// Why there is no value.
  var reason = ""
  var samplingError: Double?
  var low: Double?
  var high: Double?

  init(
    _ statistic: String, code: String = "", coders: String = "", _ coefficient: Coefficient,
    reason: (Undefined) -> String
  ) {
    self.statistic = statistic
    self.code = code
    self.coders = coders
    n = coefficient.n
    switch coefficient.outcome {
    case .value(let value): self.value = value
    case .undefined(let undefined): self.reason = reason(undefined)
    }
  }

  /// Takes Gwet's standard error, with the interval that t on one less than the number of units gives, within -1 and 1.
  mutating func take(samplingError: Double?, units: Double) {
    guard let value, let samplingError else { return }
    let reach = samplingError * StudentT.quantile(0.5 + Bootstrap.level / 2, degreesOfFreedom: units - 1)
    self.samplingError = samplingError
    low = max(-1, value - reach)
    high = min(1, value + reach)
  }

  mutating func take(_ interval: Bootstrap.Interval?) {
    guard value != nil, let interval else { return }
    samplingError = interval.samplingError
    low = interval.low
    high = interval.high
  }

  static let columns = [
    Table.Column("statistic", "Statistic", .text), Table.Column("code", "Code", .text),
    Table.Column("coders", "Coders", .text), Table.Column("n", "n", .count), Table.Column("value", "Value", .number),
    Table.Column("reason", "Reason", .text), Table.Column("se", "SE", .number), Table.Column("lo", "Low", .number),
    Table.Column("hi", "High", .number),
  ]

  var cells: [Table.Cell] {
    func cell(_ number: Double?) -> Table.Cell { number.map { .number($0) } ?? .none }
    return [
      .text(statistic), .text(code), .text(coders), n.map { .count($0) } ?? .none, cell(value), .text(reason),
      cell(samplingError), cell(low), cell(high),
    ]
  }

  /// - Parameter shown: the statistics that have rows; all where none is named.
  static func table(
    _ title: String, _ figures: [AgreementFigure], shown: Set<String>, notes: [Table.Note]
  ) -> Table {
    let kept = figures.filter { shown.isEmpty || shown.contains($0.statistic) }
    return Table(title: title, columns: columns, rows: kept.map(\.cells), notes: notes)
  }
}

extension Bootstrap {
  /// Puts intervals in the place of those that the figures have, and tells of resamples that were left out.
  ///
  /// - Parameter shown: the statistics that are told of; all where none is named.
  func apply(
    _ intervals: [Interval?], to figures: inout [AgreementFigure], shown: Set<String>
  ) -> [Table.Note] {
    var left: [String] = []
    for index in figures.indices where figures[index].value != nil {
      figures[index].take(intervals[index])
      guard shown.isEmpty || shown.contains(figures[index].statistic) else { continue }
      guard let undefined = intervals[index]?.undefined, undefined > 0 else { continue }
      left.append([figures[index].statistic, figures[index].code].filter { !$0.isEmpty }.joined(separator: ":"))
      left[left.count - 1] += " \(undefined)"
    }
    let told = left.prefix(12).joined(separator: ", ") + (left.count > 12 ? " and \(left.count - 12) more" : "")
    return [
      Table.Note(
        "Interval", "95 % percentile interval of \(resamples) resamples of the units (SplitMix64, seed \(seed))")
    ] + (left.isEmpty ? [] : [Table.Note("Resamples without a value, left out", told)])
  }

  static let noteOnGwet = Table.Note(
    "Interval", "95 %, Gwet's standard error with the units as the sample, t on one less than the units")
}
