import Model

/// A table written out: a line for each row, in the order time, speaker, words where it is known what the columns hold.
struct TableRows {
  private(set) var lines: [UInt8] = []
  /// Rows with headings, which were left out.
  private(set) var headings = 0
  /// What stands in columns of remarks: lines, and how many cells.
  private(set) var remarks: [UInt8] = []
  private(set) var remarkCount = 0
  /// Those in a column that is said to be one of speakers.
  private(set) var speakers: [Speaker] = []

  init(_ table: DocumentTable) {
    guard let columns = TableColumns.find(in: table) else {
      for row in table.rows { add(row, of: table) }
      return
    }
    for row in table.rows {
      if table.cellCount(of: row) != columns.count {
        add(row, of: table)
      } else if let heading = columns.heading, Self.isSame(row, heading, in: table) {
        headings += 1
      } else {
        add(row, of: table, columns)
      }
    }
    if columns.heading != nil { speakers = Self.speakers(of: table, columns) }
  }

  private static func isSame(_ row: Int, _ other: Int, in table: DocumentTable) -> Bool {
    row == other || (0..<table.cellCount(of: other)).allSatisfy { table.cell(row, $0) == table.cell(other, $0) }
  }

  /// Cells side by side become one line with tabs between them; further lines of the last cell follow as lines.
  private mutating func add(_ row: Int, of table: DocumentTable) {
    var count = table.cellCount(of: row)
    while count > 0, table.cell(row, count - 1).isEmpty { count -= 1 }
    guard count > 0 else { return }
    for column in 0..<count - 1 {
      addInLine(table.cell(row, column))
      lines.append(ASCII.tab)
    }
    lines += table.cell(row, count - 1)
    lines.append(ASCII.lineFeed)
  }

  private mutating func add(_ row: Int, of table: DocumentTable, _ columns: TableColumns) {
    for column in columns.remarks {
      let remark = table.cell(row, column)
      guard !remark.isEmpty else { continue }
      remarks += remark
      remarks.append(ASCII.lineFeed)
      remarkCount += 1
    }
    let start = lines.count
    for column in [columns.time, columns.speaker] {
      guard let column, !table.cell(row, column).isEmpty else { continue }
      addInLine(table.cell(row, column))
      lines.append(ASCII.tab)
    }
    lines += table.cell(row, columns.text)
    if lines.count > start { lines.append(ASCII.lineFeed) }
  }

  private mutating func addInLine(_ cell: ArraySlice<UInt8>) {
    for byte in cell { lines.append(byte == ASCII.lineFeed || byte == ASCII.tab ? ASCII.blank : byte) }
  }

  /// Beside times everyone in the column is a speaker; without them somebody must speak twice.
  private static func speakers(of table: DocumentTable, _ columns: TableColumns) -> [Speaker] {
    guard let column = columns.speaker, let heading = columns.heading else { return [] }
    var speakers: [Speaker] = []
    var seen: Set<String> = []
    var returns = columns.time != nil
    for row in table.rows where row > heading && table.cellCount(of: row) == columns.count {
      guard !isSame(row, heading, in: table) else { continue }
      guard let label = table.label(row, column), !label.isEmpty else { continue }
      let name = SpeakerName(label: TableColumns.name(label))
      guard name.name.count <= LineHead.longest else { continue }
      if seen.insert(name.key).inserted {
        speakers.append(Speaker(name: name.name, role: name.role))
      } else {
        returns = true
      }
      guard speakers.count <= 200 else { return [] }
    }
    return returns ? speakers : []
  }
}
