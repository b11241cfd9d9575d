import Model

/// The counts of a table of the study, by the names of its rows.
struct StudyCounts: Sendable {
  private struct Numbers: Equatable {
    var count: Int
    var n: Int?
  }

  private let numbers: [String: Numbers]
  private let fold: @Sendable (String) -> String

  init(_ table: Table, fold: @escaping @Sendable (String) -> String) {
    self.fold = fold
    func column(_ key: String) -> Int? { table.columns.firstIndex { $0.key == key } }
    func number(_ cell: Table.Cell) -> Int? { if case .count(let number) = cell { number } else { nil } }
    var numbers: [String: Numbers] = [:]
    if let count = column("count") {
      let n = column("n")
      let names = table.columns.indices.filter { table.columns[$0].kind == .text }
      for row in table.rows {
        guard let found = number(row[count]) else { continue }
        for name in names {
          guard case .text(let text) = row[name] else { continue }
          numbers[fold(text)] = Numbers(count: found, n: n.flatMap { number(row[$0]) })
        }
      }
    }
    self.numbers = numbers
  }

  /// Adds to a finding what the study has otherwise; a percentage that does not follow stays one.
  func compare(_ finding: inout TableCheck.Finding) {
    let row = finding.row
    let known = numbers[fold(row.label)]
    if known == nil, row.isTotal { return }
    let isOtherCount = row.count != nil && row.count != known?.count
    let isOtherBase = row.base != nil && known?.n != nil && row.base != known?.n
    guard known == nil || isOtherCount || isOtherBase else { return }
    if !finding.verdict.isWrong { finding.verdict = known == nil ? .notInStudy : .differs }
    guard let known else { return }
    let study = "the study has \(known.count)\(known.n.map { " of \($0)" } ?? "")"
    finding.remark = finding.remark.isEmpty ? study : "\(finding.remark); \(study)"
  }
}
