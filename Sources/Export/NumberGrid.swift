import Model

/// The numbers of a table that are drawn: rows by columns, with the words for each.
struct NumberGrid {
  var rows: [String]
  /// One column without a name where a table has no groups.
  var columns: [String]
  var values: [[Double?]]
  /// As people read them.
  var shown: [[String]]
  /// Whether a cell is that of a code with itself.
  var isOwn: [[Bool]]
  var isPercent: Bool
  /// Whether its columns are things rather than values of one attribute.
  var isMatrix: Bool
  /// What the numbers are: `Count`.
  var measure: String

  /// The columns that belong to groups: percentages where there are some, else counts.
  ///
  /// Without groups those of one measure, where there are several; else nil.
  init?(_ table: Table, _ options: ExportOptions, preferring kind: Table.Kind = .percent) {
    let crossed = table.columns.indices.filter { table.columns[$0].group != nil && table.columns[$0].kind.isNumeric }
    let measures = crossed.map { table.columns[$0].measure ?? "" }
    guard let first = crossed.first else {
      let plain = table.columns.indices.filter { table.columns[$0].measure != nil }
      guard plain.count > 1 else { return nil }
      self.init(table, options, places: plain, names: plain.map { table.columns[$0].heading })
      return
    }
    let preferred = crossed.first { table.columns[$0].kind == kind }
    let measure = table.columns[preferred ?? first].measure ?? ""
    let places = zip(crossed, measures).filter { $1 == measure }.map(\.0)
    self.init(table, options, places: places, names: places.map { table.columns[$0].group ?? "" })
  }

  /// What bars are drawn of: groups, or the one column of percentages or counts.
  init?(bars table: Table, _ options: ExportOptions) {
    if let grid = NumberGrid(table, options) {
      self = grid
      return
    }
    let numbers = table.columns.indices.filter { table.columns[$0].kind.isNumeric && table.columns[$0].kind != .time }
    let best =
      numbers.first { table.columns[$0].kind == .percent } ?? numbers.first { table.columns[$0].kind == .count }
    guard let place = best ?? numbers.first else { return nil }
    self.init(table, options, places: [place], names: [""])
    guard isPercent, let count = numbers.first(where: { table.columns[$0].key == "count" }) else { return }
    let cellText = CellText(options)
    for row in table.rows.indices { shown[row][0] += " (\(cellText.text(table.rows[row][count], .count)))" }
  }

  private init(_ table: Table, _ options: ExportOptions, places: [Int], names: [String]) {
    let cellText = CellText(options)
    let rounded = table.rounded(options)
    let isMatrix = table.isMatrix
    self.isMatrix = isMatrix
    rows = table.rows.map { Self.name(of: $0, in: table) }
    columns = names.map(DisplayWidth.printable)
    values = table.rows.map { row in places.map { row[$0].double } }
    shown = rounded.rows.map { row in places.map { cellText.text(row[$0], table.columns[$0].kind) } }
    isOwn = table.rows.map { row in
      places.map { place in isMatrix && table.columns[place].group.map { row.first == .text($0) } == true }
    }
    let column = places.first.map { table.columns[$0] }
    isPercent = column?.kind == .percent
    let isPlain = column.map { $0.group == nil && $0.measure != nil } ?? false
    measure = isPlain ? options.labels.label("Count") : column.map { options.labels.measure(of: $0) } ?? ""
  }

  /// The words that head a row: its code and name.
  static func name(of row: [Table.Cell], in table: Table) -> String {
    var words: [String] = []
    for (column, cell) in zip(table.columns, row) where column.kind == .text && column.group == nil {
      if case .text(let text) = cell, !words.contains(text), words.count < 2 { words.append(text) }
    }
    return DisplayWidth.printable(String(words.joined(separator: " ").prefix(2000)))
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
