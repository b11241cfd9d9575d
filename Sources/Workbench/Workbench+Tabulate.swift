import Analysis
public import Model
import Retrieval
import Store

/// A closed question to be counted, as typed.
public struct TabulateRequest: Equatable, Sendable {
  public var attribute: String
  public var by: String?
  /// Another attribute: n of a value is how many have it there.
  public var baseOf: String?
  /// `case`, where every case is to weigh the same.
  public var weight: String?
  /// `value`, `count` or `percent`.
  public var sort: String
  /// Values that stand below all others, whatever the order.
  public var last: [String]
  public var limit: Int?
  public var condition: String?

  public init(
    attribute: String, by: String? = nil, baseOf: String? = nil, weight: String? = nil, sort: String = "value",
    last: [String] = [], limit: Int? = nil, condition: String? = nil
  ) {
    self.attribute = attribute
    self.by = by
    self.baseOf = baseOf
    self.weight = weight
    self.sort = sort
    self.last = last
    self.limit = limit
    self.condition = condition
  }
}

extension Workbench {
  /// How a closed question was answered.
  public func tabulate(_ request: TabulateRequest) throws -> Table {
    guard let order = Tabulation.Order(rawValue: request.sort) else {
      throw Problem("'\(request.sort)' is no order.", hint: "Sort by value, count or percent.", kind: .usage)
    }
    if let weight = request.weight, weight != "case" {
      throw Problem("'\(weight)' is no weight.", hint: "Weigh by case: --weight case", kind: .usage)
    }
    let names = [request.attribute, request.baseOf, request.by].compactMap { $0 }
    try requireAttributes(names)
    let selection = try select(FilterRequest(condition: request.condition))
    let people = try Respondents(names, in: selection.scope, store)
    if request.weight != nil, people.level == .cases {
      throw Problem(
        "'\(request.attribute)' is answered once a case, so that each counts once already.",
        hint: "Weigh attributes of transcripts or speakers.", kind: .usage)
    }
    let question = try people.column(request.attribute)
    guard !question.values.isEmpty else {
      throw Problem(
        "Nobody answered '\(request.attribute)' here.", hint: "'cases' shows what is known of the cases.",
        kind: .nothingFound)
    }
    let tabulation = Tabulation(
      question: question, base: try request.baseOf.map(people.column),
      by: try request.by.map(people.column), caseOfSubject: people.caseOfSubject,
      isWeightedByCase: request.weight != nil, order: order, last: request.last, limit: request.limit,
      fold: { Folding.fold($0) })
    if let unknown = tabulation.unknownLast.first {
      let near = Names.nearest(unknown, question.values).map { "'\($0)'" }
      throw Problem(
        "Nobody answered '\(unknown)' to '\(request.attribute)'.",
        hint: near.isEmpty
          ? "See the answers with: tabulate \(request.attribute)" : "Did you mean \(near.joined(separator: " or "))?")
    }
    var table = tabulation.table(unit: people.level)
    table.notes += try names.compactMap(noteOnLevels)
    table.notes += try notes(selection).filter { $0.label != "Coders" }
    table.recipe = try recipe()
    return table
  }
}

/// Those who answered: the cases, transcripts or speakers of a scope, whichever is nearest to a person.
struct Respondents {
  let level: AttributeLevel
  let caseOfSubject: [Int32]
  private let columns: [(name: String, column: AttributeColumn)]

  init(_ names: [String], in scope: Scope, _ store: StudyStore) throws {
    let levels = try names.map { name in try Self.level(of: name, store) }
    let level = levels.max() ?? .cases
    let caseOfTranscript = scope.members.map(\.caseIndex)
    let speakers = level == .speakers ? try store.speakers(scope) : ([], [])
    let transcriptOfSpeaker = speakers.0
    switch level {
    case .cases: caseOfSubject = scope.cases.indices.map(Int32.init)
    case .transcripts: caseOfSubject = caseOfTranscript
    case .speakers: caseOfSubject = transcriptOfSpeaker.map { caseOfTranscript[Int($0)] }
    }
    let owners = caseOfSubject
    columns = try zip(names, levels).map { name, own in
      let column = try Self.column(name, own, scope, store)
      if own == level { return (name, column) }
      return (name, column.mapped(through: own == .cases ? owners : transcriptOfSpeaker))
    }
    self.level = level
  }

  func column(_ name: String) throws -> AttributeColumn {
    guard let found = columns.first(where: { $0.name == name }) else {
      throw Problem("No attribute named '\(name)'.")
    }
    return found.column
  }

  private static func level(of name: String, _ store: StudyStore) throws -> AttributeLevel {
    switch Folding.fold(name) {
    case "case": return .cases
    case "transcript": return .transcripts
    case "coder", "speaker":
      throw Problem(
        "'\(name)' is no question with answers.", hint: "Codes by \(name) are counted with: frequencies --by \(name)",
        kind: .usage)
    default: break
    }
    guard let level = try store.levels(ofAttribute: name).first else {
      throw Problem("The attribute '\(name)' has no values.", hint: "'cases' shows what is known of the cases.")
    }
    return level
  }

  private static func column(
    _ name: String, _ level: AttributeLevel, _ scope: Scope, _ store: StudyStore
  ) throws -> AttributeColumn {
    let count: Int
    switch (Folding.fold(name), level) {
    case ("case", _): return .naming(name, level, scope.cases)
    case ("transcript", _): return .naming(name, level, scope.members.map(\.name))
    case (_, .cases): count = scope.cases.count
    case (_, .transcripts): count = scope.members.count
    case (_, .speakers): count = try store.speakers(scope).names.count
    }
    return try store.attributeColumns(scope, of: level, named: name).first
      ?? AttributeColumn(name: name, level: level, values: [], answers: Array(repeating: [], count: count))
  }
}

extension AttributeColumn {
  /// Each subject under its own name.
  static func naming(_ name: String, _ level: AttributeLevel, _ names: [String]) -> AttributeColumn {
    AttributeColumn(name: name, level: level, values: names, answers: names.indices.map { [Int32($0)] })
  }
}
