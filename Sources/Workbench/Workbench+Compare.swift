import Analysis
public import Model
import Retrieval
import Store

/// Two groups to be set side by side, as typed.
public struct CompareRequest: Equatable, Sendable {
  public var codes: [String]
  /// Conditions, as after `--where`.
  public var left: String
  public var right: String
  public var count: String
  /// Whether only what is in both groups counts, each against itself.
  public var paired: Bool

  public init(codes: [String] = [], left: String, right: String, count: String = "cases", paired: Bool = false) {
    self.codes = codes
    self.left = left
    self.right = right
    self.count = count
    self.paired = paired
  }
}

extension Workbench {
  /// How often codes occur in two groups, and how much that differs.
  public func compare(_ request: CompareRequest, _ filter: FilterRequest) throws -> Table {
    guard let unit = CountUnit(rawValue: request.count) else {
      let known = CountUnit.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem("'\(request.count)' is nothing that can be counted.", hint: "Count \(known).", kind: .usage)
    }
    guard !request.paired || unit == .cases || unit == .transcripts else {
      throw Problem(
        "Only cases and transcripts can be set against themselves.", hint: "As in: --count cases --paired", kind: .usage
      )
    }
    let tree = try codebook().tree
    let codes = try codeIndices(request.codes)
    let sides = try [request.left, request.right].map { typed in
      let condition = try self.condition(typed)
      let ground = try store.ground(
        try select(filter, also: condition).scope, needs: GroundNeeds(of: unit))
      return (condition: condition, ground: ground)
    }
    let comparison = GroupComparison(tree: tree, codes: codes, unit: unit, isPaired: request.paired)
    var table = comparison.table(
      left: sides[0].ground, right: sides[1].ground,
      notes: [
        .init("Left", sides[0].condition.description), .init("Right", sides[1].condition.description),
      ])
    let odd = try sides.flatMap { try valuesThatDoNotOccur($0.condition) }
    if !odd.isEmpty { table.notes.append(.init("Note", odd.joined(separator: "; "))) }
    try sign(&table, try select(filter))
    return table
  }
}
