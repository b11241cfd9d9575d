import Analysis
public import Model
import Store

/// Codes by an attribute, as typed.
public struct CrosstabRequest: Equatable, Sendable {
  /// What is made of the counts.
  public enum Form: Equatable, Sendable {
    /// Values side by side.
    case wide
    /// One row a code and value, every measure a column.
    case long
    /// One row a code, whether the values differ.
    case tests
  }

  public var codes: [String]
  /// One attribute or two.
  public var by: [String]
  /// `cases` or `transcripts`.
  public var count: String
  /// Measures by their heads in the long form; `count` and `percent` of cases where none is named.
  public var show: [String]
  public var form: Form

  public init(
    codes: [String] = [], by: [String], count: String = "cases", show: [String] = [], form: Form = .wide
  ) {
    self.codes = codes
    self.by = by
    self.count = count
    self.show = show
    self.form = form
  }
}

extension Workbench {
  /// Codes by the values of an attribute.
  public func crosstab(_ request: CrosstabRequest, _ filter: FilterRequest) throws -> Table {
    let unit = try wholeUnit(request.count)
    let measures = try measures(request.show, unit)
    let readsWords =
      request.form == .long || request.form == .wide && measures.contains { $0 == .words || $0 == .perThousandWords }
    let tree = try codebook().tree
    let codes = try codeIndices(request.codes)
    let groups = try groups(by: request.by, filter, needs: readsWords ? .words : [])
    let crosstab = Crosstab(tree: tree, codes: codes, attribute: groups.name, unit: unit)
    var table =
      switch request.form {
      case .wide: crosstab.wide(measures, whole: groups.whole, parts: groups.partition)
      case .long: crosstab.long(whole: groups.whole, parts: groups.partition)
      case .tests: try crosstab.tests(whole: groups.whole, parts: groups.partition, goingOn: interrupter.goOn)
      }
    table.notes += groups.notes + (unit == .cases ? noteOnNoCases(groups.whole) : [])
    try sign(&table, try select(filter))
    return table
  }

  /// Cases or transcripts: what is independent enough to be compared.
  func wholeUnit(_ typed: String, option: String = "--count") throws -> CountUnit {
    switch typed {
    case "cases": return .cases
    case "transcripts": return .transcripts
    default:
      throw Problem(
        "Here cases or transcripts are counted, not '\(typed)'.", hint: "As in: \(option) transcripts", kind: .usage)
    }
  }

  private func measures(_ typed: [String], _ unit: CountUnit) throws -> [CrosstabMeasure] {
    let names = typed.flatMap { $0.split(separator: ",").map(\.trimmed) }.filter { !$0.isEmpty }
    guard !names.isEmpty else { return [.units, .allUnits, .unitPercent] }
    return try names.map { name in
      if let measure = CrosstabMeasure.allCases.first(where: { $0.key(unit) == name || $0.key(.cases) == name }) {
        return measure
      }
      let known = CrosstabMeasure.allCases.map { $0.key(unit) }
      let near = Names.nearest(name, known).map { "'\($0)'" }
      let meant = near.isEmpty ? "" : "Did you mean \(near.joined(separator: " or "))? "
      throw Problem(
        "A crosstab has no '\(name)'.", hint: meant + "It has: \(known.joined(separator: ", ")).", kind: .usage)
    }
  }
}
