import Analysis
public import Model
import Retrieval
import Store

/// What is to be counted, as typed.
public struct FrequencyRequest: Equatable, Sendable {
  public var codes: [String]
  /// A unit, or `all`.
  public var count: String
  public var by: String?
  public var base: String?
  /// `codebook` or `count`.
  public var sort: String
  public var limit: Int?

  public init(
    codes: [String] = [], count: String = "cases", by: String? = nil, base: String? = nil, sort: String = "codebook",
    limit: Int? = nil
  ) {
    self.codes = codes
    self.count = count
    self.by = by
    self.base = base
    self.sort = sort
    self.limit = limit
  }
}

extension Workbench {
  /// How often codes occur.
  public func frequencies(_ request: FrequencyRequest, _ filter: FilterRequest) throws -> Table {
    let tree = try codebook().tree
    guard ["codebook", "count"].contains(request.sort) else {
      throw Problem("'\(request.sort)' is no order.", hint: "Sort by codebook or by count.", kind: .usage)
    }
    let frequency = CodeFrequency(
      tree: tree, codes: try codeIndices(request.codes),
      base: try request.base.map { .code(try baseIndex($0, tree)) } ?? .all,
      order: request.sort == "count" ? .count : .codebook, limit: request.limit)
    let units = CountUnit(rawValue: request.count)
    guard let unit = units ?? (request.count == "all" ? .words : nil) else {
      let known = CountUnit.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem("'\(request.count)' is nothing that can be counted.", hint: "Count \(known) or all.", kind: .usage)
    }
    let needs = units == nil ? [.segments, .turns, .words] : needs(of: unit)
    let selection = try select(filter)
    var table: Table
    if let by = request.by {
      guard units != nil else {
        throw Problem(
          "--count all cannot be split by an attribute.", hint: "Name one unit: --count cases", kind: .usage)
      }
      table = frequency.table(counting: unit, by: try groups(of: by, filter, needs: needs))
      table.title = "Codes by \(by)"
    } else {
      let ground = try store.ground(selection.scope, needs: needs)
      table = units == nil ? frequency.tableOfAllUnits(on: ground) : frequency.table(counting: unit, on: ground)
      table.notes += coverage(of: ground, filter)
    }
    table.notes += try notes(selection)
    return table
  }

  /// What one should know where not all codings are looked at, or nothing belongs to a case.
  private func coverage(of ground: CountingGround, _ filter: FilterRequest) -> [Table.Note] {
    var notes: [Table.Note] = []
    if !filter.coders.isEmpty {
      let coded = Set(ground.codings.transcript).count
      notes.append(.init("Coded", "\(coded) of \(counted(ground.transcripts.count, "transcript")) by these coders"))
    }
    if ground.cases.isEmpty, !ground.transcripts.isEmpty {
      notes.append(
        .init("Cases", "no transcript belongs to one; count with --count transcripts, or: cases assign FILE"))
    }
    return notes
  }

  private func baseIndex(_ typed: String, _ tree: CodeTree) throws -> Int {
    tree.keys.firstIndex(of: try code(typed).key) ?? 0
  }

  private func needs(of unit: CountUnit) -> GroundNeeds {
    switch unit {
    case .segments: .segments
    case .turns: .turns
    case .words: .words
    case .cases, .transcripts, .codings: []
    }
  }

  /// The ground of each value of an attribute, in order; those without a value last.
  private func groups(of attribute: String, _ filter: FilterRequest, needs: GroundNeeds) throws -> [(
    value: String, ground: CountingGround
  )] {
    try requireAttributes([attribute])
    let values = try values(of: attribute)
    guard !values.isEmpty else {
      throw Problem("The attribute '\(attribute)' has no values.", hint: "'cases' shows what is known of the cases.")
    }
    var groups = try values.map { value in
      let equal = Condition.comparison(attribute: attribute, .equal, value: value)
      return (value: value, ground: try store.ground(try select(filter, and: equal).scope, needs: needs))
    }
    // Every coding has a coder.
    if Folding.fold(attribute) == "coder" { return groups }
    let none = Condition.not(.oneOf(attribute: attribute, values))
    let missing = try store.ground(try select(filter, and: none).scope, needs: needs)
    if !missing.transcripts.isEmpty || !missing.cases.isEmpty { groups.append(("missing", missing)) }
    return groups
  }

  func values(of attribute: String) throws -> [String] {
    let name = Folding.fold(attribute)
    let found = try store.attributeValues().filter { Folding.fold($0.name) == name }.flatMap(\.values)
    switch name {
    case "case": return try store.caseNames()
    case "transcript": return try store.transcriptNames()
    case "coder": return try store.coderNames()
    case "speaker": return Array(Set(try store.speakerLines().map(\.name))).sorted()
    default: break
    }
    var seen: Set<String> = []
    let distinct = found.filter { seen.insert(Folding.fold($0)).inserted }
    let numbers = distinct.compactMap(Double.init)
    return numbers.count == distinct.count
      ? distinct.sorted { (Double($0) ?? 0) < (Double($1) ?? 0) } : distinct.sorted()
  }

  /// Which codes meet.
  public func cooccurrence(
    _ codes: [String], with others: [String], level typed: String, long: Bool, _ filter: FilterRequest
  ) throws -> Table {
    guard let level = CooccurrenceLevel(typed) else {
      throw Problem(
        "'\(typed)' is no level.", hint: "Codes meet at: segment, turn, transcript, case, exact, overlap or within/N.",
        kind: .usage)
    }
    let meeting = Cooccurrence(
      tree: try codebook().tree, codes: try codeIndices(codes),
      with: others.isEmpty ? nil : try codeIndices(others), level: level)
    let selection = try select(filter)
    let needs: GroundNeeds =
      switch level {
      case .segment, .within: .segments
      case .turn: .turns
      case .exact, .overlap, .transcript, .case: []
      }
    let ground = try store.ground(selection.scope, needs: needs)
    var table = long ? meeting.pairs(on: ground) : meeting.matrix(on: ground)
    table.notes += try notes(selection)
    return table
  }
}
