import Model

/// A worked example of the literature: what the coders did, and what was published of it.
struct AgreementExample: Sendable {
  enum Work: Sendable {
    /// A line a coder, a character a unit, `.` where the coder did not judge it.
    case lines([String])
    /// Two coders: how many units got the value of the row from the first and that of the column from the second.
    case table([[Int]])
    /// Spans of coders on one line of characters: code, start, end.
    case spans(length: Int, coders: [[(code: String, start: Int32, end: Int32)]])
  }

  var name: String
  var source: String
  var work: Work
  /// Figures as they were printed, so that their last digit says how far they were rounded.
  var published: [(statistic: String, figure: String)]

  /// What this program makes of it.
  func figures() throws -> [AgreementFigure] {
    switch work {
    case .lines(let lines): try JudgementAgreement(Self.judgements(lines)).figures().figures
    case .table(let counts): try JudgementAgreement(Self.judgements(counts)).figures().figures
    case .spans(let length, let coders): try SpanAgreement(Self.spans(length, coders)).figures()
    }
  }

  private static func letters(_ count: Int) -> [String] {
    (0..<count).map { String(UnicodeScalar(UInt8(ascii: "A") + UInt8($0))) }
  }

  private static func judgements(_ lines: [String]) -> Judgements {
    let rows = lines.map { $0.map(String.init) }
    let values = Set(rows.joined()).subtracting(["."]).sorted()
    var judgements = Judgements(coders: letters(lines.count), values: values, isDeclared: true)
    for unit in 0..<(rows.map(\.count).max() ?? 0) {
      for (coder, row) in rows.enumerated() where row[unit] != "." {
        judgements.coder.append(Int32(coder))
        judgements.value.append(Int32(values.firstIndex(of: row[unit]) ?? 0))
      }
      judgements.offsets.append(Int32(judgements.value.count))
    }
    return judgements
  }

  private static func judgements(_ counts: [[Int]]) -> Judgements {
    var judgements = Judgements(coders: letters(2), values: counts.indices.map { "\($0 + 1)" }, isDeclared: true)
    for (first, row) in counts.enumerated() {
      for (second, count) in row.enumerated() {
        for _ in 0..<count {
          judgements.coder += [0, 1]
          judgements.value += [Int32(first), Int32(second)]
          judgements.offsets.append(Int32(judgements.value.count))
        }
      }
    }
    return judgements
  }

  private static func spans(
    _ length: Int, _ coders: [[(code: String, start: Int32, end: Int32)]]
  ) -> CodedSpans {
    let codes = Set(coders.joined().map(\.code)).sorted()
    var spans = CodedSpans(
      documents: ["text"], lengths: [length], coders: letters(coders.count), codes: codes)
    for (coder, marks) in coders.enumerated() {
      for mark in marks {
        spans.append(
          document: 0, coder: Int32(coder), code: Int32(codes.firstIndex(of: mark.code) ?? 0), start: mark.start,
          end: mark.end)
      }
    }
    return spans
  }
}
