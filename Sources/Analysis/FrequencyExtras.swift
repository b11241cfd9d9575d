import Model

/// What a row of frequencies says besides count, n and percentage, or instead of the plain count.
public struct FrequencyExtras: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Wilson's interval of the percentage.
  public static let interval = FrequencyExtras(rawValue: 1)
  /// The percentage in which every case counts the same.
  public static let caseWeight = FrequencyExtras(rawValue: 2)
  /// Counts the units in which the code has the most codings.
  public static let mostFrequent = FrequencyExtras(rawValue: 4)

  static let columns: [Table.Column] = [
    .init("count", "Count", .count), .init("n", "n", .count), .init("percent", "Percentage", .percent),
  ]

  var columns: [Table.Column] {
    var columns: [Table.Column] = []
    if contains(.mostFrequent) { columns.append(.init("shared", "Shared", .count)) }
    if contains(.caseWeight) {
      columns.append(.init("equal_case_weight_percent", "Percentage by case", .percent))
    }
    if contains(.interval) {
      columns += [.init("wilson95_lo", "95% from", .percent), .init("wilson95_hi", "95% to", .percent)]
    }
    return columns
  }

  func notes(_ unit: CountUnit, _ tallies: [FrequencyTally]) -> [Table.Note] {
    var notes: [Table.Note] = []
    if contains(.mostFrequent) {
      notes.append(.init("Shared", "of the count, \(unit.rawValue) where another code has as many; all of them count"))
    }
    if contains(.caseWeight) {
      let cases = tallies.map { CountUnit.cases.counted($0.weighedCases) }.joined(separator: ", ")
      notes.append(
        .init("Weight", "the last percentage is the mean of the cases that have any \(unit.rawValue): \(cases)"))
    }
    if contains(.interval) {
      let caution =
        unit == .cases ? "" : ". It takes \(unit.rawValue) as independent of each other; those of one case may be alike"
      notes.append(.init("Interval", "Wilson (1927), 95%\(caution)"))
    }
    return notes
  }
}
