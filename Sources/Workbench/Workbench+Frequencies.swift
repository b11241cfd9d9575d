import Analysis
public import Model
import Store

/// What is to be counted, as typed.
public struct FrequencyRequest: Equatable, Sendable {
  public var codes: [String]
  /// A unit, `dominant` or `all`.
  public var count: String
  /// One attribute or two.
  public var by: [String]
  /// A code, `any` or `all`.
  public var base: String?
  /// `codebook` or `count`.
  public var sort: String
  public var limit: Int?
  /// How many places, codes with the same count sharing one.
  public var top: Int?
  /// `case`, where every case is to weigh the same.
  public var weight: String?
  public var interval: Bool
  /// Only codes that have none below them.
  public var leaves: Bool

  public init(
    codes: [String] = [], count: String = "cases", by: [String] = [], base: String? = nil, sort: String = "codebook",
    limit: Int? = nil, top: Int? = nil, weight: String? = nil, interval: Bool = false, leaves: Bool = false
  ) {
    self.codes = codes
    self.count = count
    self.by = by
    self.base = base
    self.sort = sort
    self.limit = limit
    self.top = top
    self.weight = weight
    self.interval = interval
    self.leaves = leaves
  }
}

extension Workbench {
  /// How often codes occur.
  public func frequencies(_ request: FrequencyRequest, _ filter: FilterRequest) throws -> Table {
    let frequency = try codeFrequency(request)
    guard request.count != "all" else { return try frequenciesOfAllUnits(request, frequency, filter) }
    let unit = try request.unit
    let needs = GroundNeeds(of: unit)
    let selection = try select(filter)
    var table: Table
    if request.by.isEmpty {
      let isPlain = request.top == nil && frequency.extras.isEmpty && filter.coders.isEmpty
      let ground = try store.ground(selection.scope, needs: isPlain ? GroundNeeds(plain: unit) : needs)
      table =
        request.top.map { frequency.top($0, counting: unit, groups: [("", ground)]) }
        ?? frequency.table(counting: unit, on: ground)
      table.notes += coverage(of: ground, filter)
    } else {
      let groups = try groups(by: request.by, filter, needs: needs)
      if let top = request.top {
        table = frequency.top(top, counting: unit, by: groups.name, groups: groups.named)
      } else {
        table = frequency.table(counting: unit, by: groups.named)
        table.title = "Codes by \(groups.name)"
      }
      table.notes += groups.notes
    }
    try sign(&table, selection)
    return table
  }

  private func frequenciesOfAllUnits(
    _ request: FrequencyRequest, _ frequency: CodeFrequency, _ filter: FilterRequest
  ) throws -> Table {
    guard request.by.isEmpty else {
      throw Problem("--count all cannot be split by an attribute.", hint: "Name one unit: --count cases", kind: .usage)
    }
    guard request.top == nil, frequency.extras.isEmpty else {
      throw Problem(
        "--count all gives counts only.", hint: "Name one unit for the rest: --count cases", kind: .usage)
    }
    let selection = try select(filter)
    let ground = try store.ground(selection.scope, needs: [.segments, .turns, .words])
    var table = frequency.tableOfAllUnits(on: ground)
    table.notes += coverage(of: ground, filter)
    try sign(&table, selection)
    return table
  }

  private func codeFrequency(_ request: FrequencyRequest) throws -> CodeFrequency {
    guard ["codebook", "count"].contains(request.sort) else {
      throw Problem("'\(request.sort)' is no order.", hint: "Sort by codebook or by count.", kind: .usage)
    }
    if let top = request.top, top < 1 {
      throw Problem("--top \(top) is no number of places.", hint: "As in: --top 3", kind: .usage)
    }
    let tree = try codebook().tree
    var codes = try codeIndices(request.codes)
    if request.leaves {
      let parents = Set(tree.parents)
      codes.removeAll { parents.contains($0) }
    }
    return CodeFrequency(
      tree: tree, codes: codes, base: try base(request.base, tree), order: request.sort == "count" ? .count : .codebook,
      limit: request.limit, extras: try request.extras)
  }

  /// A code of that key comes before the words.
  private func base(_ typed: String?, _ tree: CodeTree) throws -> CodeFrequency.Base {
    guard let typed else { return .all }
    if let code = tree.keys.firstIndex(of: typed) { return .code(code) }
    switch typed {
    case "all": return .all
    case "any": return .coded
    default: return .code(tree.keys.firstIndex(of: try code(typed).key) ?? 0)
    }
  }

  /// What one should know where not all codings are looked at, or nothing belongs to a case.
  func coverage(of ground: CountingGround, _ filter: FilterRequest) -> [Table.Note] {
    var notes: [Table.Note] = []
    if !filter.coders.isEmpty {
      let coded = Set(ground.codings.transcript).count
      notes.append(.init("Coded", "\(coded) of \(counted(ground.transcripts.count, "transcript")) by these coders"))
    }
    return notes + noteOnNoCases(ground)
  }

  func noteOnNoCases(_ ground: CountingGround) -> [Table.Note] {
    guard ground.cases.isEmpty, !ground.transcripts.isEmpty else { return [] }
    return [.init("Cases", "no transcript belongs to one; count with --count transcripts, or: cases assign FILE")]
  }
}

extension FrequencyRequest {
  fileprivate var unit: CountUnit {
    get throws {
      if count == "dominant" { return .transcripts }
      guard let unit = CountUnit(rawValue: count) else {
        let known = CountUnit.allCases.map(\.rawValue).joined(separator: ", ")
        throw Problem(
          "'\(count)' is nothing that can be counted.", hint: "Count \(known), dominant or all.", kind: .usage)
      }
      return unit
    }
  }

  fileprivate var extras: FrequencyExtras {
    get throws {
      var extras: FrequencyExtras = count == "dominant" ? .mostFrequent : []
      if let weight {
        guard weight == "case" else {
          throw Problem("'\(weight)' is no weight.", hint: "Weigh by case: --weight case", kind: .usage)
        }
        guard count != "cases", count != "dominant" else {
          throw Problem(
            "Where cases are counted each counts once already.",
            hint: "Weigh what is counted inside them: --count codings --weight case", kind: .usage)
        }
        extras.insert(.caseWeight)
      }
      if interval {
        guard !["codings", "words"].contains(count) else {
          throw Problem(
            "There is no interval for \(count): they come in runs.",
            hint: "Count cases or transcripts: --count cases --interval", kind: .usage)
        }
        extras.insert(.interval)
      }
      if count == "dominant", let base, base != "any" {
        throw Problem(
          "--count dominant has a base of its own: what has codings.", hint: "Leave --base out.", kind: .usage)
      }
      return extras
    }
  }
}

extension GroundNeeds {
  /// Where nothing but the counts of codes is asked.
  init(plain unit: CountUnit) {
    self =
      switch unit {
      case .cases, .transcripts: .presence
      case .codings: .counts
      case .turns, .segments, .words: GroundNeeds(of: unit)
      }
  }

  init(of unit: CountUnit) {
    self =
      switch unit {
      case .segments: .segments
      case .turns: .turns
      case .words: .words
      case .cases, .transcripts, .codings: []
      }
  }
}
