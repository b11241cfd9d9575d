import Analysis
public import Model
import Retrieval
import Store

/// Whether new transcripts still bring new codes, as typed.
public struct SaturationRequest: Equatable, Sendable {
  public var codes: [String]
  /// `transcripts` or `cases`.
  public var count: String
  /// `study`, `coding`, `name` or an attribute.
  public var order: String
  /// `curve`, `runs`, `points` or `richness`.
  public var show: String
  public var bases: [Int]
  public var runs: [Int]
  public var thresholds: [Double]

  public init(
    codes: [String] = [], count: String = "transcripts", order: String = "study", show: String = "curve",
    bases: [Int] = [4, 5, 6], runs: [Int] = [2, 3], thresholds: [Double] = [0.05, 0]
  ) {
    self.codes = codes
    self.count = count
    self.order = order
    self.show = show
    self.bases = bases
    self.runs = runs
    self.thresholds = thresholds
  }
}

extension Workbench {
  /// How codes accumulate over transcripts or cases.
  public func saturation(_ request: SaturationRequest, _ filter: FilterRequest) throws -> Table {
    let unit = try wholeUnit(request.count)
    guard (request.bases + request.runs).allSatisfy({ $0 > 0 }) else {
      throw Problem("A base and a run have 1 or more.", hint: "As in: --base 4 --run 2", kind: .usage)
    }
    guard request.thresholds.allSatisfy({ (0...1).contains($0) }) else {
      throw Problem(
        "A threshold is a share of the codes in the base, from 0 to 1.", hint: "Of 5 percent: --threshold 0.05",
        kind: .usage)
    }
    let selection = try select(filter)
    let ground = try store.ground(selection.scope, needs: [])
    let (order, sentence) = try self.order(request.order, unit, selection.scope)
    let saturation = Saturation(
      tree: try codebook().tree, codes: try codeIndices(request.codes), unit: unit, orderSentence: sentence)
    var table: Table
    switch request.show {
    case "curve": table = saturation.curve(order, on: ground)
    case "runs": table = saturation.runs(order, bases: request.bases, lengths: request.runs, on: ground)
    case "points":
      table = saturation.points(
        order, bases: request.bases, lengths: request.runs, thresholds: request.thresholds, on: ground)
    case "richness": table = saturation.richness(order, on: ground)
    default:
      throw Problem(
        "Saturation has no '\(request.show)'.", hint: "Show curve, runs, points or richness.", kind: .usage)
    }
    table.notes += unit == .cases ? noteOnNoCases(ground) : []
    try sign(&table, selection)
    return table
  }

  /// The units of a scope in the order asked for, those of which it is not known last, equals in the order of the study.
  private func order(_ typed: String, _ unit: CountUnit, _ scope: Scope) throws -> ([Int], String) {
    let names = unit == .cases ? scope.cases : scope.members.map(\.name)
    switch typed {
    case "study": return (Array(names.indices), "that of the study")
    case "name": return (names.indices.sorted { (names[$0], $0) < (names[$1], $1) }, "by name")
    case "coding":
      let first = try store.firstCodings(scope)
      var ranks = [Int64?](repeating: nil, count: names.count)
      for (member, number) in first.enumerated() {
        let place = unit == .cases ? Int(scope.members[member].caseIndex) : member
        guard place >= 0, let number else { continue }
        ranks[place] = min(number, ranks[place] ?? .max)
      }
      return (Self.sorted(ranks), "that of coding: by the first coding that was added")
    default:
      try requireAttributes([typed])
      let people = try Respondents([typed], in: scope, store)
      let column = try people.column(typed)
      let owners: [Int32]? = unit == .cases ? nil : scope.members.map(\.caseIndex)
      guard people.level == .cases || people.level == .transcripts && unit == .transcripts else {
        throw Problem(
          "\(names.isEmpty ? "Units" : unit.rawValue.capitalized) cannot be put in the order of '\(typed)', which \(people.level.rawValue) have.",
          hint: "Order by study, coding, name or an attribute of the \(unit.rawValue).", kind: .usage)
      }
      let known = people.level == .cases ? owners.map { column.mapped(through: $0) } ?? column : column
      return (Self.sorted(names.indices.map { known[$0].min().map(Int64.init) }), "by \(column.name)")
    }
  }

  private static func sorted(_ ranks: [Int64?]) -> [Int] {
    ranks.indices.sorted { (ranks[$0] ?? .max, $0) < (ranks[$1] ?? .max, $1) }
  }
}
