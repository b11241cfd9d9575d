import Model

/// A CSV file with a head: what is common to every sheet that people load.
struct Sheet {
  struct Row {
    /// From 1.
    var line: Int
    /// As many as the head has columns.
    var cells: [String]
  }

  let file: String
  /// Without white space; empty for a column without head in which nothing stands.
  private(set) var head: [String] = []
  private(set) var headLine = 1
  private(set) var rows: [Row] = []
  /// In the order of the lines; a row with a problem is not among the rows.
  var problems: [Problem] = []

  init(_ text: String, file: String) {
    self.file = file
    let read = DelimitedText(text.withoutByteOrderMark)
    if let line = read.openQuote {
      refuse("A quote opens in this row and is never closed.", line: line)
      return
    }
    var records = read.records[...]
    // Excel writes the separator in a line of its own.
    if let first = records.first, first.fields.first?.lowercased() == "sep=" || first.fields == ["sep=", ""] {
      records = records.dropFirst()
    }
    guard let first = records.popFirst() else {
      refuse("The sheet is empty.", line: nil)
      return
    }
    head = first.fields.map(\.trimmed)
    headLine = first.line
    for record in records { take(record) }
    checkHead()
  }

  mutating func refuse(_ what: String, line: Int?, hint: String? = nil) {
    problems.append(Problem(what, file: file, line: line, hint: hint))
  }

  /// The place of a column, capitals aside.
  func column(_ name: String) -> Int? {
    head.firstIndex { $0.lowercased() == name }
  }

  /// The place of a column that has to be there; a problem that quotes the first line where it is not.
  mutating func requiredColumn(_ name: String, command: String) -> Int? {
    guard !head.isEmpty else { return nil }
    if let column = column(name) { return column }
    refuse(
      "The sheet has no column '\(name)'.", line: headLine,
      hint: "The first line reads '\(head.joined(separator: ","))'; '\(command)' needs a column '\(name)'.")
    return nil
  }

  private mutating func take(_ record: DelimitedText.Record) {
    var cells = record.fields
    if cells.allSatisfy({ $0.trimmed.isEmpty }) { return }
    while cells.count > head.count, cells.last?.trimmed.isEmpty == true { cells.removeLast() }
    if cells.count == head.count {
      rows.append(Row(line: record.line, cells: cells))
    } else {
      refuse(
        "This row has \(cells.count) \(cells.count == 1 ? "cell" : "cells") where the first line has \(head.count).",
        line: record.line, hint: "A cell with a comma or a semicolon in it must stand in double quotes.")
    }
  }

  private mutating func checkHead() {
    var seen: Set<String> = []
    for (column, name) in head.enumerated() {
      if name.isEmpty {
        guard let row = rows.first(where: { !$0.cells[column].trimmed.isEmpty }) else { continue }
        refuse(
          "Column \(column + 1) has no head, yet '\(row.cells[column].trimmed)' stands in it.", line: row.line)
      } else if !seen.insert(name.lowercased()).inserted {
        refuse("The column '\(name)' stands twice in the first line.", line: headLine)
      }
    }
  }
}
