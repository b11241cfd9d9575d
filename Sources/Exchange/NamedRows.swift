import Model

/// Reads sheets in which each row tells something of one name, and no name has two rows.
struct NamedRows {
  struct Row {
    var name: String
    var line: Int
    var cells: [String]
  }

  private(set) var rows: [Row] = []
  private(set) var sheet: Sheet
  /// The place of the names; nil when there is no such column.
  let column: Int?

  /// - Parameters:
  ///   - name: the head of the column of names, `case`.
  ///   - command: the command that is named in a hint.
  init(_ text: String, file: String, name: String, command: String) {
    sheet = Sheet(text, file: file)
    column = sheet.requiredColumn(name, command: command)
    guard let column else { return }
    var lines: [String: Int] = [:]
    for row in sheet.rows {
      let found = row.cells[column].trimmed
      if found.isEmpty {
        sheet.refuse("There is no \(name) in this row.", line: row.line)
      } else if let first = lines[found] {
        sheet.refuse("The \(name) '\(found)' stands twice: in line \(first) and in line \(row.line).", line: row.line)
      } else {
        lines[found] = row.line
        rows.append(Row(name: found, line: row.line, cells: row.cells))
      }
    }
  }

  mutating func refuse(_ what: String, line: Int) { sheet.refuse(what, line: line) }

  mutating func requiredColumn(_ name: String, command: String) -> Int? {
    sheet.requiredColumn(name, command: command)
  }

  var problems: [Problem] { sheet.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) } }

  /// What a row says in the columns that are not left out; empty cells say nothing.
  func attributes(of row: Row, without leftOut: Set<Int>) -> [Attribute] {
    sheet.head.indices.compactMap { index in
      leftOut.contains(index) || sheet.head[index].isEmpty
        ? nil : Attribute(name: sheet.head[index], cell: CSVText.restored(row.cells[index]))
    }
  }
}
