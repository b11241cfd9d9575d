/// The heads of a printed table, which may stand in several rows: *po* and *vo* over *aantal* and *%* each.
struct PrintedHeads: Equatable {
  /// One for each column; empty where the table has none.
  private(set) var heads: [String] = []
  /// How many rows they take.
  private(set) var height = 0
  private static let highest = 3

  init(_ rows: [[String]]) {
    // A title may stand in the first cell of a row of its own.
    let titles = rows.prefix(Self.highest).prefix { row in
      row.count { !$0.isEmpty } == 1 && !row.contains(where: Self.isNumber)
    }
    guard titles.count < rows.count, Self.isHead(rows[titles.count]) else { return }
    (heads, height) = (rows[titles.count], titles.count + 1)
    while height < min(titles.count + Self.highest, rows.count - 1), Self.stands(rows[height], under: heads) {
      heads = Self.joined(heads, over: rows[height])
      height += 1
    }
    // Columns that stand apart by blanks have no head for the words on the left.
    if let usual = rows[height...].map(\.count).max(), heads.count == usual - 1 { heads.insert("", at: 0) }
  }

  private static func isHead(_ row: [String]) -> Bool { row.count(where: isNumber) * 3 < row.count }

  /// A number, and not `n (%)`, `%` or `n=12`: those are heads, though only numbers and signs stand in them.
  private static func isNumber(_ cell: String) -> Bool { PrintedNumber.all(in: cell).isNumeric && !saysMore(cell) }

  private static func saysMore(_ cell: String) -> Bool {
    let head = PrintedHead(cell)
    return head.role != nil || head.base != nil
  }

  /// Whether a row says more of the columns that a row above heads, some of them together.
  private static func stands(_ row: [String], under upper: [String]) -> Bool {
    let isOpen = upper.count < row.count || upper.dropFirst().contains("") || row.first == ""
    return isOpen && row.count { !$0.isEmpty } > 1 && !row.contains(where: isNumber)
      && (row.dropFirst().contains(where: saysMore) || row.first == "" && upper.contains(where: saysMore))
  }

  private static func joined(_ upper: [String], over lower: [String]) -> [String] {
    let upper = spread(upper, over: lower)
    return lower.indices.map { column in
      [upper[column], lower[column]].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// Gives each column the head that stands over it: an empty cell belongs to the one before it.
  private static func spread(_ heads: [String], over lower: [String]) -> [String] {
    let width = lower.count
    var spread = heads
    if heads.count < width, !heads.dropFirst().contains("") {
      // Joined cells come as one: over each of them stands the same.
      let own = lower.dropFirst()
      let right = Array(heads.dropFirst())
      let names =
        [right, heads].first { $0.count > 1 && isRepeated(own, times: $0.count) } ?? (right.count == 1 ? right : [])
      spread = [names.count < heads.count && !names.isEmpty ? heads[0] : ""]
      spread += names.flatMap { [String](repeating: $0, count: own.count / names.count) }
    }
    spread += [String](repeating: "", count: max(0, width - spread.count))
    for column in spread.indices.dropFirst(2) where spread[column].isEmpty { spread[column] = spread[column - 1] }
    return spread
  }

  private static func isRepeated(_ cells: ArraySlice<String>, times: Int) -> Bool {
    guard times > 0, cells.count % times == 0 else { return false }
    let length = cells.count / times
    return zip(cells, cells.dropFirst(length)).allSatisfy { $0 == $1 }
  }
}
