import Analysis
public import Model
import Store

extension Workbench {
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
    try sign(&table, selection)
    return table
  }
}
