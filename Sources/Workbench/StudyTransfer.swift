import Exchange
public import Model

/// What an import or an export of a whole study did, and what did not go over.
public struct StudyTransfer: Sendable {
  /// A full sentence with counts.
  public var summary: String
  /// What was decided on the way and what has no place on the other side, a sentence each.
  public var remarks: [String]
  /// What did not fit, each by itself as far as they are few.
  public var problems: [Problem]

  /// Problems that are shown one by one.
  private static let mostShown = 20

  init(summary: String, _ report: TransferReport) {
    self.summary = summary
    remarks = report.notes
    if !report.losses.isEmpty {
      remarks.append("What did not go over:")
      remarks += report.losses.map { "- " + $0.sentence }
    }
    problems = Array(report.problems.prefix(Self.mostShown))
    if report.problemCount > Self.mostShown {
      remarks.append("And \(counted(report.problemCount - Self.mostShown, "thing")) more did not fit.")
    }
  }
}

extension TransferReport {
  /// Throws where a transfer must lose nothing and this one would.
  func requireLossless(_ isStrict: Bool, file: String) throws {
    guard isStrict, !isLossless else { return }
    let lines = losses.map(\.sentence) + problems.prefix(10).map(\.what)
    throw Problem(
      "Not everything would go over, so nothing was done:\n  " + lines.joined(separator: "\n  "), file: file,
      hint: "Leave --strict out to go on without these.")
  }
}
