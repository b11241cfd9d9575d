public import Model

/// Makes a printed table of cells: finds the heads, what each column holds, and the numbers.
public struct PrintedTableReading {
  private let cells: PrintedCells
  private let heads: [String]
  private let rows: [DelimitedText.Record]
  private let columns: PrintedColumns

  public init(_ cells: PrintedCells) {
    self.cells = cells
    let fields = cells.rows.map(\.fields)
    let read = PrintedHeads(fields)
    heads = read.heads
    rows = Array(cells.rows.dropFirst(read.height))
    columns = PrintedColumns(heads: heads, rows: Array(fields.dropFirst(read.height)))
  }

  static func isEmpty(_ cell: String) -> Bool {
    ["", "-", "–", "—", ".", "x", "n.v.t.", "nvt", "n/a", "*"].contains(cell.lowercased())
  }

  /// The table; a problem where no counts stand beside percentages.
  ///
  /// - Parameter base: what counts are of where the table does not say.
  public func table(base: Int? = nil, file: String) throws(Problem) -> PrintedTable {
    guard !columns.series.isEmpty else {
      throw Problem(
        "No counts with percentages were found in this table.", file: file,
        hint: "Head the columns, as: answer,count,n,percent. A cell may hold both, as 12 (40%).")
    }
    let said = base ?? saidBase
    let isNamed = columns.series.count > 1
    var printed: [PrintedTable.Row] = []
    var isSaidUsed = false
    for row in rows {
      func cell(_ column: Int) -> String { column >= 0 && column < row.fields.count ? row.fields[column] : "" }
      for (number, series) in columns.series.enumerated() {
        let both = PrintedNumber.all(in: cell(series.both)).numbers
        let wholes = both.filter { !$0.isPercent && !$0.isBase }.map(\.whole)
        let percent = both.first(where: \.isPercent) ?? PrintedNumber.all(in: cell(series.percent)).numbers.first
        let count = wholeNumber(cell(series.count)) ?? wholes.first ?? nil
        let ofCell = both.first(where: \.isBase)?.whole ?? wholes.dropFirst().first ?? nil
        guard count != nil || percent != nil else { continue }
        let ownBase = wholeNumber(cell(series.base)) ?? ofCell ?? series.n
        if ownBase == nil { isSaidUsed = true }
        let parts = [
          cell(columns.table ?? -1), isNamed ? (series.name.isEmpty ? "\(number + 1)" : series.name) : "",
        ]
        printed.append(
          PrintedTable.Row(
            line: row.line, part: parts.filter { !$0.isEmpty }.joined(separator: " "), label: cell(columns.label),
            count: count,
            base: ownBase ?? said,
            percent: percent?.percent))
      }
    }
    guard !printed.isEmpty else {
      throw Problem("No row of this table has a number in it.", file: file)
    }
    return PrintedTable(
      rows: Self.hundreds(printed), remarks: remarks(said: isSaidUsed ? said : nil, isTyped: base != nil))
  }

  /// The number of a cell that is no percentage.
  private func wholeNumber(_ cell: String) -> Int? {
    PrintedNumber.all(in: cell).numbers.first.flatMap { $0.isPercent ? nil : $0.whole }
  }

  /// The one `n=` that stands beside the table or in a head of no series.
  private var saidBase: Int? {
    let said = Set(
      (cells.beside + heads).flatMap { PrintedNumber.all(in: $0).numbers.filter(\.isBase).compactMap(\.whole) })
    return said.count == 1 ? said.first : nil
  }

  /// Shares of one as a workbook keeps them (0.87) become percentages, where they follow so and not as they stand.
  private static func hundreds(_ rows: [PrintedTable.Row]) -> [PrintedTable.Row] {
    let percents = rows.compactMap(\.percent)
    guard !percents.isEmpty, percents.allSatisfy({ $0.value <= 1 }) else { return rows }
    let scaled = rows.map { row in
      var row = row
      row.percent = row.percent.flatMap { percent in
        let decimals = max(0, percent.decimals - 2)
        let missing = (0..<max(0, 2 - percent.decimals)).reduce(1) { power, _ in power * 10 }
        return PrintedPercent(digits: percent.digits * missing, decimals: decimals, hasComma: percent.hasComma)
      }
      return row
    }
    func fits(_ rows: [PrintedTable.Row]) -> Int {
      rows.count { row in
        guard let percent = row.percent, let count = row.count, let base = row.base else { return false }
        return percent.follows(from: count, of: base)
      }
    }
    return fits(scaled) > fits(rows) ? scaled : rows
  }

  private func remarks(said: Int?, isTyped: Bool) -> [String] {
    func name(_ column: Int) -> String? {
      guard column >= 0 else { return nil }
      return column < heads.count && !heads[column].isEmpty ? "'\(heads[column])'" : "column \(column + 1)"
    }
    let taken = columns.series.map { series in
      [
        ("count", series.count), ("n", series.base), ("percentage", series.percent),
        ("count and percentage", series.both),
      ].compactMap { what, column in name(column).map { "\(what) in \($0)" } }.joined(separator: ", ")
    }
    var remarks = taken
    if let said {
      remarks.append("n is \(said) where the table has none, \(isTyped ? "as typed" : "as said beside it")")
    }
    return remarks
  }
}
