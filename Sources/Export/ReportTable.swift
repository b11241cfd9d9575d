import Model

/// A table as people read it in a document: heads, groups of heads, cells as words, notes as lines.
struct ReportTable {
  struct Column {
    var head: String
    /// The value its neighbours have in common with it, where heads stand under heads.
    var group: String?
    var isNumeric: Bool
    var cells: [String]
    /// From 0 to 1 for the cells of a matrix.
    var heat: [Double?]
  }

  var title: String
  var columns: [Column]
  var rowCount: Int
  var notes: [String]

  init(_ table: Table, _ options: ExportOptions) {
    let (labels, cellText) = (options.labels, CellText(options))
    let rounded = table.rounded(options)
    let heat = table.heat
    let grouped = !table.isMatrix
    title = DisplayWidth.printable(labels.title(table.title))
    rowCount = table.rows.count
    notes = table.allNotes(options).map { DisplayWidth.printable(labels.line($0)) }
    columns = table.columns.indices.map { place in
      let column = table.columns[place]
      return Column(
        head: DisplayWidth.printable(
          grouped ? labels.measure(of: column) : labels.heading(of: column)),
        group: grouped ? column.group.map(DisplayWidth.printable) : nil, isNumeric: column.kind.isNumeric,
        cells: rounded.rows.map { cellText.text($0[place], column.kind) }, heat: heat[place])
    }
  }

  /// Runs of columns under one head: the head (nil where there is none) and how many columns.
  var headGroups: [(name: String?, count: Int)] {
    var groups: [(name: String?, count: Int)] = []
    for column in columns {
      if let last = groups.last, last.name == column.group {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((column.group, 1))
      }
    }
    return groups
  }

  var hasGroups: Bool { columns.contains { $0.group != nil } }
}

extension Table {
  /// Whether its columns are things rather than measures: codes by codes, codes by cases.
  var isMatrix: Bool {
    let crossed = columns.filter { $0.group != nil }
    return !crossed.isEmpty && crossed.allSatisfy { $0.group == $0.key && $0.kind.isNumeric }
  }

  /// For each column the shades of its cells, by the largest cell that is not on the diagonal; nil outside a matrix.
  var heat: [[Double?]] {
    let none = [Double?](repeating: nil, count: rows.count)
    guard isMatrix else { return columns.map { _ in none } }
    func value(_ row: [Cell], _ place: Int) -> Double? {
      guard let key = columns[place].group, row.first != .text(key) else { return nil }
      return row[place].double
    }
    let crossed = columns.indices.filter { columns[$0].group != nil }
    let most = rows.reduce(0.0) { most, row in crossed.reduce(most) { max($0, value(row, $1) ?? 0) } }
    return columns.indices.map { place in
      most > 0 ? rows.map { row in value(row, place).map { max(0, $0) / most } } : none
    }
  }
}

extension LabelLanguage {
  /// The head of a column under the head of its group: of `po Count` only `Count`.
  func measure(of column: Table.Column) -> String {
    guard let group = column.group, column.heading.hasPrefix(group + " ") else { return heading(of: column) }
    let words = label(String(column.heading.dropFirst(group.count + 1)))
    return words == "n" ? words : words.capitalizedFirst
  }
}
