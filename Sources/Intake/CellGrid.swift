/// The filled cells of a sheet: each is a stretch of one store of bytes, so that a sheet costs what is written in it.
struct CellGrid {
  struct Cell: Equatable {
    /// From 0.
    var column: Int
    /// In the grid's bytes.
    var span: Range<Int>
  }

  struct Row: Equatable {
    /// As the file numbers it, from 1.
    var line: Int
    /// In the grid's cells.
    var cells: Range<Int>
  }

  private(set) var bytes: [UInt8]
  private(set) var rows: [Row] = []
  /// The bytes of all cells together; where cells share their bytes this is more than is stored.
  private(set) var length = 0
  private var cells: [Cell] = []
  private var rowStart = 0

  /// `bytes` are words that cells may point into.
  init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  /// Stores words for one cell or for many.
  mutating func keep(_ words: some Sequence<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: words)
    return start..<bytes.count
  }

  /// Fills a cell of the row that is being read, unless there is nothing but white space in it.
  mutating func fill(_ column: Int, _ span: Range<Int>) {
    let start = bytes.skippingSpace(from: span.lowerBound, to: span.upperBound)
    let end = bytes.trimmingBlanks(from: start, to: span.upperBound)
    guard start < end else { return }
    cells.append(Cell(column: column, span: start..<end))
    length += end - start
  }

  /// Ends a row; one without filled cells is none.
  mutating func endRow(line: Int) {
    defer { rowStart = cells.count }
    guard rowStart < cells.count else { return }
    let added = cells[rowStart...]
    if zip(added, added.dropFirst()).contains(where: { $0.column >= $1.column }) {
      var last: [Int: Cell] = [:]
      for cell in added { last[cell.column] = cell }
      cells.removeSubrange(rowStart...)
      cells += last.values.sorted { $0.column < $1.column }
    }
    rows.append(Row(line: line, cells: rowStart..<cells.count))
  }

  /// The last column that is filled in the row that is being read.
  var lastColumn: Int? { rowStart < cells.count ? cells[cells.count - 1].column : nil }

  /// Forgets the cells of the row that is being read.
  mutating func dropRow() { cells.removeSubrange(rowStart...) }

  mutating func removeRows(_ range: Range<Int>) { rows.removeSubrange(range) }

  /// The filled cells of a row, from left to right.
  func cells(of row: Row) -> ArraySlice<Cell> { cells[row.cells] }

  /// Where the words of a cell stand; nil where it is empty.
  func span(_ row: Row, _ column: Int) -> Range<Int>? {
    var low = row.cells.lowerBound
    var high = row.cells.upperBound
    // In a row without gaps the cell stands at its own place.
    if column < row.cells.count, cells[low + column].column == column { return cells[low + column].span }
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low < row.cells.upperBound && cells[low].column == column ? cells[low].span : nil
  }

  /// The words of a cell, empty where there are none.
  func text(_ row: Row, _ column: Int) -> String { span(row, column).map { bytes.string($0) } ?? "" }

  func text(_ cell: Cell) -> String { bytes.string(cell.span) }

  /// One more than the last column in which anything stands.
  var width: Int { rows.reduce(0) { max($0, (cells(of: $1).last?.column ?? -1) + 1) } }
}
