import Model

/// Which column of a printed table holds what.
struct PrintedColumns: Equatable {
  /// The numbers of one group of columns; -1 for what it does not have.
  struct Series: Equatable {
    var name = ""
    var count = -1
    var base = -1
    var percent = -1
    /// A count and its percentage in one cell.
    var both = -1
    /// The base that a head names.
    var n: Int?

    /// Whether there is room for what another column holds.
    fileprivate func lacks(_ role: PrintedHead.Role, isBoth: Bool) -> Bool {
      switch role {
      case _ where isBoth: both < 0 && percent < 0 && count < 0
      case .percent: percent < 0 && both < 0
      case .count: count < 0 && both < 0
      case .base, .n, .table: base < 0
      }
    }

    fileprivate mutating func put(_ column: Int, _ role: PrintedHead.Role, isBoth: Bool) {
      switch role {
      case _ where isBoth: both = column
      case .percent: percent = column
      case .count: count = column
      case .base, .n, .table: base = column
      }
    }
  }

  private(set) var label = 0
  /// The column that says of which table a row is.
  private(set) var table: Int?
  private(set) var series: [Series] = []
  /// What stands to the right of so many columns is no table of a report.
  private static let most = 200

  /// - Parameter rows: the cells below the heads.
  init(heads: [String], rows: [[String]]) {
    let width = min(Self.most, max(heads.count, rows.map(\.count).max() ?? 0))
    let contents = (0..<width).map { column in Content(rows.map { column < $0.count ? $0[column] : "" }) }
    let read = (0..<width).map { PrintedHead($0 < heads.count ? heads[$0] : "") }
    table = read.indices.first { read[$0].role == .table && contents[$0].filled > 0 }
    label = Self.label(contents, heads, besides: table)
    var numeric = contents.indices.filter { $0 != label && $0 != table && contents[$0].isNumeric }
    // What has neither a head that is known nor a sign for percent is no part of it, where others have.
    let telling = numeric.filter { read[$0].role != nil || contents[$0].hasPercents }
    let isTold = telling.contains { read[$0].role == .percent || contents[$0].hasPercents }
    let hasCounts = telling.contains { [.count, .n].contains(read[$0].role) || contents[$0].hasBoth }
    if isTold, hasCounts { numeric = telling }
    guard isTold else {
      series = Self.tried(numeric, rows)
      return
    }
    let isOne = Self.isOneSeries(numeric.map { (read[$0].role, contents[$0]) })
    for column in numeric { place(column, read[column], contents[column], called: isOne ? "" : read[column].rest) }
    for number in series.indices where series[number].count < 0 && series[number].both < 0 {
      // `n` beside a percentage is the count.
      (series[number].count, series[number].base) = (series[number].base, -1)
    }
    if !hasCounts { for number in series.indices { orient(&series[number], rows) } }
  }

  /// Of two columns that do not tell, the one with the greater numbers is the base.
  private func orient(_ series: inout Series, _ rows: [[String]]) {
    guard series.count >= 0, series.base >= 0 else { return }
    func whole(_ row: [String], _ column: Int) -> Int? {
      column < row.count ? PrintedNumber.all(in: row[column]).numbers.first?.whole : nil
    }
    let greater = rows.count { (whole($0, series.count) ?? 0) > (whole($0, series.base) ?? 0) }
    if greater * 2 > rows.count { (series.count, series.base) = (series.base, series.count) }
  }

  /// Whether there is one percentage and one count at most: then they belong together, whatever words their heads have.
  private static func isOneSeries(_ columns: [(role: PrintedHead.Role?, content: Content)]) -> Bool {
    func count(_ roles: PrintedHead.Role...) -> Int { columns.count { $0.role.map(roles.contains) ?? false } }
    return columns.count < 4 && !columns.contains { $0.content.hasBoth } && count(.count) < 2 && count(.base, .n) < 2
      && columns.count { $0.role == .percent || $0.content.hasPercents } == 1
  }

  private mutating func place(_ column: Int, _ head: PrintedHead, _ content: Content, called name: String) {
    let isFirst = series.last.map { $0.count < 0 || $0.base >= 0 } ?? true
    let role = content.hasBoth || content.hasPercents ? .percent : head.role ?? (isFirst ? .count : PrintedHead.Role.n)
    let known = series.lastIndex { one in
      one.name == name && one.lacks(role, isBoth: content.hasBoth)
        || name.isEmpty && one == series.last && one.lacks(role, isBoth: content.hasBoth)
    }
    let number = known ?? series.count
    if known == nil { series.append(Series(name: name)) }
    series[number].put(column, role, isBoth: content.hasBoth)
    if let base = head.base { series[number].n = base }
  }

  private static let names: Set<String> = [
    "row", "rij", "value", "waarde", "name", "naam", "answer", "antwoord", "category", "categorie", "item",
  ]

  /// The text column with a head for names, else with the most different words; of several the first.
  private static func label(_ contents: [Content], _ heads: [String], besides table: Int?) -> Int {
    func isNamed(_ column: Int) -> Int { column < heads.count && names.contains(heads[column].lowercased()) ? 1 : 0 }
    let texts = contents.indices.filter { !contents[$0].isNumeric && $0 != table && contents[$0].filled > 0 }
    let most = texts.max {
      (isNamed($0), contents[$0].distinct, -$0) < (isNamed($1), contents[$1].distinct, -$1)
    }
    return most ?? contents.indices.first { $0 != table } ?? 0
  }

  /// Count, base and percentage among columns that do not tell: those of which most rows follow, more than half of them.
  private static func tried(_ columns: [Int], _ rows: [[String]]) -> [Series] {
    let columns = Array(columns.prefix(8))
    let read = rows.map { row in
      columns.map { column in column < row.count ? PrintedNumber.all(in: row[column]).numbers.first : nil }
    }
    // Of 12, 30 and 40 each of two can be the percentage: a base is mostly the same in all rows.
    let different = columns.indices.map { column in Set(read.map { $0[column]?.whole }).count }
    var best = (fits: read.count / 2, bases: Int.max, series: [Series]())
    for count in columns.indices {
      for base in columns.indices where base != count {
        for percent in columns.indices where percent != count && percent != base {
          let fits = read.count { row in
            guard let count = row[count]?.whole, let base = row[base]?.whole else { return false }
            return count != base && row[percent]?.percent?.follows(from: count, of: base) == true
          }
          if fits > best.fits || fits == best.fits && different[base] < best.bases && !best.series.isEmpty {
            best = (
              fits, different[base], [Series(count: columns[count], base: columns[base], percent: columns[percent])]
            )
          }
        }
      }
    }
    return best.series
  }

  /// What stands in a column.
  private struct Content {
    var filled = 0
    var distinct = 0
    private var numeric = 0
    private var percents = 0
    private var both = 0

    init(_ cells: [String]) {
      var words: Set<String> = []
      for cell in cells where !PrintedTableReading.isEmpty(cell) {
        filled += 1
        words.insert(cell)
        let (numbers, isNumeric) = PrintedNumber.all(in: cell)
        guard isNumeric else { continue }
        numeric += 1
        if numbers.contains(where: \.isPercent) {
          percents += 1
          if numbers.contains(where: { !$0.isPercent }) { both += 1 }
        }
      }
      distinct = words.count
    }

    /// Most of what stands there is numbers.
    var isNumeric: Bool { filled > 0 && numeric * 2 > filled }
    var hasPercents: Bool { percents * 2 > filled }
    var hasBoth: Bool { both * 2 > filled }
  }
}
