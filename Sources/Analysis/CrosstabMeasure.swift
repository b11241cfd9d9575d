public import Model

/// What a cell of a crosstab can say of a code and a value of the attribute.
public enum CrosstabMeasure: String, CaseIterable, Sendable {
  case codings, rowPercent, columnPercent, totalPercent, units, allUnits, unitPercent, low, high, responsePercent
  case codedUnits, equalWeightPercent, words, perThousandWords, expected, residual

  /// The head in CSV; `unit` is cases or transcripts.
  public func key(_ unit: CountUnit) -> String {
    let plural = unit.rawValue
    return switch self {
    case .codings: "codings"
    case .rowPercent: "row_pct"
    case .columnPercent: "column_pct"
    case .totalPercent: "total_pct"
    case .units: "\(plural)_with_code"
    case .allUnits: plural
    case .unitPercent: "pct_of_\(plural)"
    case .low: "wilson95_lo"
    case .high: "wilson95_hi"
    case .responsePercent: "pct_of_responses"
    case .codedUnits: "\(plural)_with_any_coding"
    case .equalWeightPercent: "equal_\(plural.dropLast())_weight_pct"
    case .words: "words"
    case .perThousandWords: "codings_per_1000_words"
    case .expected: "expected_\(plural)"
    case .residual: "adjusted_residual"
    }
  }

  var kind: Table.Kind {
    switch self {
    case .codings, .units, .allUnits, .codedUnits, .words: .count
    case .perThousandWords, .expected, .residual: .number
    default: .percent
    }
  }

  func heading(_ unit: CountUnit) -> String {
    switch self {
    case .codings: "Codings"
    case .rowPercent: "Row %"
    case .columnPercent: "Column %"
    case .totalPercent: "Total %"
    case .units: "Count"
    case .allUnits: "n"
    case .unitPercent: "Percentage"
    case .low: "95% from"
    case .high: "95% to"
    case .responsePercent: "% of responses"
    case .codedUnits: "\(unit.heading) coded"
    case .equalWeightPercent: "% by equal \(unit.rawValue)"
    case .words: "Words"
    case .perThousandWords: "Per 1,000 words"
    case .expected: "Expected"
    case .residual: "Adjusted residual"
    }
  }
}
