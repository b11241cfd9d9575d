import GRDB

/// Reads the rows of a table around the places where its file is damaged.
///
/// From both ends until it fails, and then what lies between in halves, the largest first.
struct DamagedTable {
  let name: String
  /// As they are named in both files; texts of segments come as bytes.
  let columns: [String]
  /// The number by which rows are found; nil where they are in order by a text.
  let key: String?
  /// The order in which rows stand.
  let order: [String]

  /// How often a place is halved without a row coming to light, before it is taken for lost.
  private static let mostDry = 9
  /// Numbers of rows are hardly ever greater than this.
  private static let greatest: Int64 = 1 << 44

  /// nil where the file has no such table, or a view in its place.
  init?(_ name: String, in db: Database, wanted: [String]) throws {
    guard
      let sql = try String.fetchOne(
        db, sql: "SELECT sql FROM sqlite_schema WHERE name = ? AND type = 'table'", arguments: [name]),
      !sql.uppercased().hasPrefix("CREATE VIRTUAL")
    else { return nil }
    let found = try Row.fetchAll(db, sql: "SELECT name, type, pk FROM pragma_table_info(?)", arguments: [name])
    let names = found.compactMap { $0[0] as String? }
    columns = wanted.filter(names.contains)
    guard !columns.isEmpty else { return nil }
    self.name = name
    let keys = found.filter { ($0[2] as Int? ?? 0) > 0 }.sorted { ($0[2] as Int) < ($1[2] as Int) }
    order = keys.compactMap { $0[0] as String? }
    key = keys.first.flatMap { $0[1] as String? == "INTEGER" ? $0[0] as String? : nil }
  }

  /// Gives each row that can be read, at least once; false where some cannot.
  func read(_ db: Database, _ take: (Row) throws -> Void) throws -> Bool {
    guard let key else {
      let forward = try scan(db, nil, descending: false, take)
      return try forward.isWhole || scan(db, nil, descending: true, take).isWhole
    }
    var ranges = [(numbers: Int64(0)...Self.greatest, dry: 0)]
    var next = 0
    var isWhole = true
    while next < ranges.count {
      let (range, dry) = ranges[next]
      next += 1
      let forward = try scan(db, (key, range), descending: false, take)
      if forward.isWhole { continue }
      let backward = try scan(db, (key, range), descending: true, take)
      if backward.isWhole { continue }
      let low = forward.last.map { $0 + 1 } ?? range.lowerBound
      let high = backward.last.map { $0 - 1 } ?? range.upperBound
      guard low <= high else { continue }
      isWhole = false
      let drier = forward.last == nil && backward.last == nil ? dry + 1 : 0
      guard low < high, drier < Self.mostDry else { continue }
      let middle = low + (high - low) / 2
      ranges += [(low...middle, drier), ((middle + 1)...high, drier)]
    }
    return isWhole
  }

  private func scan(
    _ db: Database, _ range: (key: String, numbers: ClosedRange<Int64>)?, descending: Bool, _ take: (Row) throws -> Void
  ) throws -> (isWhole: Bool, last: Int64?) {
    let values = columns.map { name == "segments" && $0 == "text" ? "CAST(text AS BLOB)" : "\"\($0)\"" }
    let condition = range.map { "WHERE \"\($0.key)\" BETWEEN ? AND ?" } ?? ""
    let direction = descending ? " DESC" : ""
    let sql = """
      SELECT \(values.joined(separator: ", ")), \(range.map { "\"\($0.key)\"" } ?? "0") FROM "\(name)" \(condition)
      ORDER BY \(order.map { "\"\($0)\"\(direction)" }.joined(separator: ", "))
      """
    let bounds = range.map { [$0.numbers.lowerBound, $0.numbers.upperBound] } ?? []
    var last: Int64?
    do {
      let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: StatementArguments(bounds))
      while let row = try rows.next() {
        last = row[columns.count]
        try take(row)
      }
      return (true, last)
    } catch let error as DatabaseError where Self.isDamage(error) {
      return (false, last)
    }
  }

  static func isDamage(_ error: DatabaseError) -> Bool {
    [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR, .SQLITE_ERROR].contains(error.resultCode.primaryResultCode)
  }
}
