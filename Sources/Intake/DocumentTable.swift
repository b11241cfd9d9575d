/// The cells of a table, one after the other.
struct DocumentTable {
  private var bytes: [UInt8] = []
  /// One past the last byte of each cell.
  private var cellEnds: [Int] = []
  /// For each row the number of cells up to its end.
  private var rowEnds: [Int] = []

  /// Adds a cell to the row that is open; its lines, without blanks at the end.
  mutating func add(_ cell: [UInt8]) {
    bytes += cell[..<cell.trimmingBlanks(from: 0, to: cell.count)]
    cellEnds.append(bytes.count)
  }

  mutating func endRow() { rowEnds.append(cellEnds.count) }

  var rows: Range<Int> { 0..<rowEnds.count }

  func cellCount(of row: Int) -> Int { rowEnds[row] - (row == 0 ? 0 : rowEnds[row - 1]) }

  /// A cell by its column; an empty one where the row has no such column.
  func cell(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    guard column < cellCount(of: row) else { return [] }
    let number = (row == 0 ? 0 : rowEnds[row - 1]) + column
    return bytes[(number == 0 ? 0 : cellEnds[number - 1])..<cellEnds[number]]
  }

  /// The words of a cell in one line, when there are no more than a label or a heading has.
  func label(_ row: Int, _ column: Int) -> String? {
    let cell = cell(row, column)
    guard cell.count <= LineHead.longest * 4 else { return nil }
    return String(decoding: cell.map { $0 == ASCII.lineFeed ? ASCII.blank : $0 }, as: UTF8.self).trimmed
  }
}
