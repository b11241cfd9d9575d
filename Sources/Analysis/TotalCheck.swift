import Model

/// Whether a row that is called a total is the sum of the rows above it.
struct TotalCheck {
  private(set) var finding: TableCheck.Finding

  /// - Parameter section: the rows since the total before it.
  init(_ row: PrintedTable.Row, _ base: Int?, of section: ArraySlice<PrintedTable.Row>) {
    finding = TableCheck.Finding(row: row, base: base, verdict: .notChecked)
    let counts = section.compactMap(\.count)
    guard let total = row.count, counts.count == section.count else {
      checkPercents(row, section)
      return
    }
    let sum = counts.reduce(0, +)
    if sum == total {
      finding.verdict = .addsUp
    } else if sum > total, section.allSatisfy({ ($0.base ?? total) == total && ($0.count ?? 0) <= total }),
      Self.sharesFollow(section, of: total)
    {
      finding.verdict = .follows
      finding.remark = "more than one answer was possible: \(sum) answers of \(total)"
    } else {
      finding.verdict = .doesNotAddUp
      finding.remark = "the rows above add up to \(sum)"
      return
    }
    guard let percent = row.percent, let base, !percent.follows(from: total, of: base) else { return }
    if Self.isSum(percent, of: section) { return }
    finding.verdict = .doesNotFollow
    finding.remark = "it is \(percent.rounded(total, of: base)?.text ?? "undefined")"
  }

  /// Where most percentages above are of the total, it is a base and no sum.
  private static func sharesFollow(_ section: ArraySlice<PrintedTable.Row>, of total: Int) -> Bool {
    let right = section.count { row in
      row.percent.map { $0.follows(from: row.count ?? 0, of: total) } ?? false
    }
    return right * 2 > section.count
  }

  private mutating func checkPercents(_ row: PrintedTable.Row, _ section: ArraySlice<PrintedTable.Row>) {
    let percents = section.compactMap(\.percent)
    guard let percent = row.percent, percents.count == section.count else {
      finding.remark = row.count == nil ? "no count" : "not every row above has a count"
      return
    }
    let sum = percents.reduce(0) { $0 + $1.value }
    if Self.isSum(percent, of: section) {
      finding.verdict = .addsUp
    } else if percent.value == 100, sum > 100 {
      finding.verdict = .follows
      finding.remark = "more than one answer was possible"
    } else {
      finding.verdict = .doesNotAddUp
      let decimals = percents.map(\.decimals).max() ?? 0
      let unit = (0..<decimals).reduce(1.0) { unit, _ in unit * 10 }
      let shown = PrintedPercent(digits: Int((sum * unit).rounded()), decimals: decimals, hasComma: percent.hasComma)
      finding.remark = "the percentages above add up to \(shown?.text ?? "more than 1000%")"
    }
  }

  /// Whether a percentage is the sum of others, each of which was rounded.
  private static func isSum(_ percent: PrintedPercent, of section: ArraySlice<PrintedTable.Row>) -> Bool {
    let percents = section.compactMap(\.percent)
    guard percents.count == section.count else { return false }
    func half(_ percent: PrintedPercent) -> Double { (0..<percent.decimals).reduce(0.5) { half, _ in half / 10 } }
    let room = percents.reduce(half(percent)) { $0 + half($1) }
    return abs(percents.reduce(0) { $0 + $1.value } - percent.value) <= room + 1e-9
  }
}
