import Analysis
public import Model
import Store

extension Workbench {
  /// Cases or transcripts by codes, with all that is known of them.
  public func matrix(_ codes: [String], rows: String, cells typed: String, _ filter: FilterRequest) throws -> Table {
    let unit = try wholeUnit(rows, option: "--rows")
    guard let cells = CaseMatrix.Cells(rawValue: typed) else {
      throw Problem("A matrix has no '\(typed)'.", hint: "Cells are codings, binary or words.", kind: .usage)
    }
    let matrix = CaseMatrix(
      tree: try codebook().tree, codes: try codeIndices(codes), unit: unit, cells: cells)
    let selection = try select(filter)
    let ground = try store.ground(selection.scope, needs: cells == .words ? .words : [])
    var table = matrix.table(on: ground, attributes: try attributes(of: unit, selection.scope))
    table.notes += unit == .cases ? noteOnNoCases(ground) : []
    try sign(&table, selection)
    return table
  }

  /// The attributes of cases; of transcripts their case, their own, and those of the case that have no other name.
  private func attributes(of unit: CountUnit, _ scope: Scope) throws -> [AttributeColumn] {
    let ofCases = try store.attributeColumns(scope, of: .cases)
    guard unit == .transcripts else { return ofCases }
    let owners = scope.members.map(\.caseIndex)
    let own = try store.attributeColumns(scope, of: .transcripts)
    let taken = Set(own.map { Names.folded($0.name) })
    return [AttributeColumn.naming("case", .cases, scope.cases).mapped(through: owners)] + own
      + ofCases.filter { !taken.contains(Names.folded($0.name)) }.map { $0.mapped(through: owners) }
  }
}
