public import Model
import Retrieval
import Store

extension Workbench {
  /// The saved queries; asked for only where a text names one.
  func savedQueries(for text: String) throws -> SavedQueries {
    text.contains("@") ? SavedQueries(try store.savedQueries()) : SavedQueries()
  }

  func query(_ text: String) throws -> Query { try Query.parse(text, saved: try savedQueries(for: text)) }

  func query(matching text: String) throws -> Query {
    try Query.parse(matching: text, saved: try savedQueries(for: text))
  }

  /// Keeps a query under a name, for which `@name` stands in other queries.
  public func saveQuery(_ name: String, _ text: String) throws -> Act {
    if let fault = SavedQueries.fault(in: name) {
      throw Problem(fault, hint: "query save knelpunten K or L", kind: .usage)
    }
    let known = try store.savedQueries()
    let others = known.filter { Folding.fold($0.name) != Folding.fold(name) }
    let printed = text.trimmed
    // A query that names itself would stand for itself.
    let query = try Query.parse(printed, saved: SavedQueries(others + [(name, "@" + name)]))
    try requireCodes(of: query, typed: printed)
    let former = known.first { Folding.fold($0.name) == Folding.fold(name) }
    return try store.perform(act()) { change in
      if let former { try change.set(query: nil, named: former.name) }
      try change.set(query: printed, named: name)
      return former.map { "Saved '\(printed)' as @\(name), formerly '\($0.text)'." }
        ?? "Saved '\(printed)' as @\(name)."
    }
  }

  /// Takes a saved query away.
  public func deleteQuery(_ name: String) throws -> Act {
    let saved = try savedQuery(name)
    return try store.perform(act()) { change in
      try change.set(query: nil, named: saved.name)
      return "Deleted the query @\(saved.name): '\(saved.text)'."
    }
  }

  /// What is kept under a name.
  public func savedQuery(_ typed: String) throws -> (name: String, text: String) {
    let name = typed.hasPrefix("@") ? String(typed.dropFirst()) : typed
    let known = try store.savedQueries()
    if let found = known.first(where: { Folding.fold($0.name) == Folding.fold(name) }) { return found }
    let near = Nearest.names(to: name, among: known.map(\.name)).map { "'@\($0)'" }
    throw Problem(
      "No saved query named '@\(name)'.",
      hint: (near.isEmpty ? "" : "Did you mean \(near.joined(separator: " or "))? ") + "'query list' shows all.")
  }

  public func savedQueriesTable() throws -> Table {
    Table(
      title: "Saved queries", columns: [.init("name", "Name", .text), .init("query", "Query", .text)],
      rows: try store.savedQueries().map { [.text("@" + $0.name), .text($0.text)] })
  }
}
