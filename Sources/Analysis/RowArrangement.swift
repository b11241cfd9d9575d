public import Model

extension Table {
  /// The table with its rows in the order of a column, and only the first of them.
  ///
  /// `sort` names a column by its head in CSV or for people, whatever its capitals; numbers stand from high to low, texts
  /// from a to z, empty cells last, and rows that are equal stay as they were. Notes say what was done.
  ///
  /// Throws where there is no such column.
  public func arranged(sort: String?, limit: Int?) throws -> Table {
    var table = self
    if let sort {
      let column = try column(named: sort)
      let heading = columns[column].heading.isEmpty ? columns[column].key : columns[column].heading
      // What is known of cases is text, and may be numbers all the same.
      let isText = rows.contains { Self.number($0[column]) == nil && $0[column] != .none }
      table.rows = rows.enumerated().sorted { one, other in
        switch Self.order(one.element[column], other.element[column], isText) {
        case let order? where order != 0: order < 0
        default: one.offset < other.offset
        }
      }.map(\.element)
      table.notes.append(.init("Order", "By '\(heading)', \(isText ? "from a to z" : "from high to low")."))
    }
    if let limit, limit < rows.count {
      table.rows.removeSubrange(limit...)
      table.notes.append(.init("Limit", "The first \(limit) of \(rows.count) rows."))
    }
    return table
  }

  private func column(named typed: String) throws -> Int {
    let wanted = typed.trimmed.lowercased()
    let found =
      columns.firstIndex { $0.key.lowercased() == wanted } ?? columns.firstIndex { $0.heading.lowercased() == wanted }
    guard let found else {
      let known = columns.prefix(30).map(\.key).joined(separator: ", ")
      throw Problem(
        "There is no column '\(typed)' to sort by.", hint: "After --sort comes one of: \(known).", kind: .usage)
    }
    return found
  }

  /// Below 0 where the first stands before the second, 0 where they are equal.
  private static func order(_ one: Cell, _ other: Cell, _ isText: Bool) -> Int? {
    if let a = number(one, asText: isText), let b = number(other, asText: isText) { return a == b ? 0 : a > b ? -1 : 1 }
    switch (one, other) {
    case (.none, .none): return 0
    case (.none, _): return 1
    case (_, .none): return -1
    case (.text(let a), .text(let b)): return a == b ? 0 : before(a, b) ? -1 : 1
    case (.text, _): return 1
    case (_, .text): return -1
    default: return 0
    }
  }

  private static func number(_ cell: Cell, asText: Bool = false) -> Double? {
    switch cell {
    case .text(let text) where !asText: Double(text).flatMap { $0.isFinite ? $0 : nil }
    case .count(let count): Double(count)
    case .number(let number): number
    default: nil
    }
  }

  /// Whatever the capitals, unless nothing else differs.
  private static func before(_ a: String, _ b: String) -> Bool {
    let (small, other) = (a.lowercased(), b.lowercased())
    return small == other ? a < b : small < other
  }
}
