public import Model

/// Whether the percentages of a printed table follow from its counts, and its totals from its rows.
public struct TableCheck: Sendable {
  /// What is found of a row, as it stands in the column `verdict`.
  public enum Verdict: String, Sendable {
    case follows
    case doesNotFollow = "does not follow"
    case overHundred = "over 100%"
    case addsUp = "adds up"
    case doesNotAddUp = "does not add up"
    case notChecked = "not checked"
    case differs = "differs"
    case notInStudy = "not in the study"

    /// Whether somebody must look at it.
    public var isWrong: Bool { ![.follows, .addsUp, .notChecked].contains(self) }
  }

  /// A row with what was found.
  struct Finding: Equatable {
    var row: PrintedTable.Row
    var base: Int?
    var verdict: Verdict
    var remark = ""
  }

  /// From here on a count that stands twice may have been copied from the wrong line.
  private static let telling = 10

  private(set) var findings: [Finding] = []
  private let printed: PrintedTable
  private let study: StudyCounts?

  /// - Parameters:
  ///   - study: a table of the study, of which a row with the same name must have the same numbers.
  ///   - fold: how two spellings of one name are known for the same.
  public init(
    _ printed: PrintedTable, study: Table? = nil, fold: @escaping @Sendable (String) -> String = { $0.lowercased() }
  ) {
    self.printed = printed
    self.study = study.map { StudyCounts($0, fold: fold) }
    var number: [String: Int] = [:]
    var parts: [[Int]] = []
    for (place, row) in printed.rows.enumerated() {
      if number[row.part] == nil {
        number[row.part] = parts.count
        parts.append([])
      }
      parts[number[row.part] ?? 0].append(place)
    }
    var found = printed.rows.map { Finding(row: $0, verdict: .notChecked) }
    for places in parts {
      for (place, finding) in zip(places, check(places.map { printed.rows[$0] })) { found[place] = finding }
    }
    findings = found
  }

  /// Whether nothing was found that somebody must look at.
  public var isRight: Bool { findings.allSatisfy { !$0.verdict.isWrong } }

  /// `row,count,n,printed,computed,verdict,remark`, with a column `part` where there are several.
  public func table(titled title: String) -> Table {
    let hasParts = Set(findings.map(\.row.part)) != [""]
    let columns: [Table.Column] = [
      .init("row", "Row", .text), .init("count", "Count", .count), .init("n", "n", .count),
      .init("printed", "Printed", .text), .init("computed", "Computed %", .number),
      .init("verdict", "Verdict", .text), .init("remark", "Remark", .text),
    ]
    let rows = findings.map { finding in
      [
        .text(finding.row.label), finding.row.count.map { .count($0) } ?? .none,
        finding.base.map { .count($0) } ?? .none,
        finding.row.percent.map { .text($0.text) } ?? .none, computed(finding), .text(finding.verdict.rawValue),
        .text(finding.remark),
      ]
    }
    guard hasParts else { return Table(title: title, columns: columns, rows: rows, notes: notes) }
    return Table(
      title: title, columns: [.init("part", "Part", .text)] + columns,
      rows: zip(findings, rows).map { [.text($0.row.part)] + $1 }, notes: notes)
  }

  private func computed(_ finding: Finding) -> Table.Cell {
    guard let count = finding.row.count, let base = finding.base, base > 0 else { return .none }
    return .number(100 * Double(count) / Double(base))
  }

  private var notes: [Table.Note] {
    var notes = printed.remarks.map { Table.Note("Read", $0) }
    let wrong = findings.count { $0.verdict.isWrong }
    let right = findings.count { $0.verdict == .follows || $0.verdict == .addsUp }
    let left = findings.count { $0.verdict == .notChecked }
    let all = [
      wrong == 1 ? "1 row to look at" : "\(wrong) rows to look at",
      right == 1 ? "1 follows or adds up" : "\(right) follow or add up",
      left == 0 ? nil : "\(left) could not be checked",
    ]
    notes.append(.init("Found", all.compactMap { $0 }.joined(separator: "; ")))
    notes.append(.init("Allowed", "a half may be rounded up or down, to as many decimals as are printed"))
    return notes
  }

  /// Checks the rows of one table.
  private func check(_ rows: [PrintedTable.Row]) -> [Finding] {
    let total = rows.last { $0.isTotal && $0.count != nil }
    let isBaseTotal = total?.percent.map { $0.value == 100 } ?? true
    let guess = rows.contains { $0.base != nil } ? nil : BaseGuess(rows[...])
    let twins = Dictionary(grouping: rows.indices) { rows[$0].count }
    var section: ArraySlice<PrintedTable.Row> = []
    var findings: [Finding] = []
    for (place, row) in rows.enumerated() {
      let base = row.base ?? (isBaseTotal ? total?.count : nil)
      var finding =
        row.isTotal && !section.isEmpty ? TotalCheck(row, base, of: section).finding : share(row, base, guess)
      if finding.verdict == .doesNotFollow, let twin = twins[row.count]?.first(where: { $0 != place }),
        (row.count ?? 0) >= Self.telling
      {
        finding.remark += "; '\(rows[twin].label)' has the same count"
      }
      if let study { study.compare(&finding) }
      findings.append(finding)
      if row.isTotal { section = [] } else { section.append(row) }
    }
    return findings
  }

  private func share(_ row: PrintedTable.Row, _ base: Int?, _ guess: BaseGuess?) -> Finding {
    var finding = Finding(row: row, base: base, verdict: .notChecked)
    guard let percent = row.percent else {
      finding.remark = "no percentage"
      return finding
    }
    let isOver = percent.value > 100
    if isOver { finding.verdict = .overHundred }
    guard let count = row.count else {
      finding.remark = "no count"
      return finding
    }
    guard let base else {
      guard let guess else {
        finding.remark = "no base"
        return finding
      }
      let fits =
        percent.bases(of: count)?.overlaps(guess.bases) ?? percent.follows(from: count, of: guess.bases.lowerBound)
      let bases = Self.said(guess.bases, of: nil)
      finding.verdict = fits ? .follows : isOver ? .overHundred : .doesNotFollow
      finding.remark =
        fits
        ? "with n \(bases)"
        : "most rows have n \(bases); of that it is \(percent.rounded(count, of: guess.bases.lowerBound)?.text ?? "undefined")"
      return finding
    }
    if percent.follows(from: count, of: base) {
      finding.verdict = isOver ? .overHundred : .follows
      if isOver { finding.remark = "the count is more than n" }
    } else {
      if !isOver { finding.verdict = .doesNotFollow }
      finding.remark = Self.instead(of: percent, count, base)
    }
    return finding
  }

  /// What the percentage should be, and which count would have it.
  private static func instead(of percent: PrintedPercent, _ count: Int, _ base: Int) -> String {
    guard let right = percent.rounded(count, of: base) else {
      return base == 0 ? "of nothing there is no percentage" : "the count is far more than n"
    }
    let over = count > base ? "; the count is more than n" : ""
    guard let counts = percent.counts(of: base) else {
      return "it is \(right.text); no count of \(base) gives \(percent.text)\(over)"
    }
    return "it is \(right.text); \(percent.text) would be \(said(counts, of: base))\(over)"
  }

  static func said(_ range: ClosedRange<Int>, of base: Int?) -> String {
    let numbers = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    return base.map { "\(numbers) of \($0)" } ?? numbers
  }
}
