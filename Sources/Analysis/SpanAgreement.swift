public import Model

/// How far coders agree who marked spans of text of their own choosing.
public struct SpanAgreement: Sendable {
  private let spans: CodedSpans
  private let families: [[Int]]?
  private let goingOn: @Sendable () throws -> Void

  /// - Parameters:
  ///   - families: for each code the codes that count for it, itself among them, in what is said of one code; each code
  ///     alone where this is not given. The codes together are looked at as they were applied.
  ///   - goingOn: asked at least for each code; what it throws ends the work.
  public init(
    _ spans: CodedSpans, families: [[Int]]? = nil, goingOn: @escaping @Sendable () throws -> Void = {}
  ) {
    self.goingOn = goingOn
    self.spans = spans
    self.families = families
  }

  /// The names of the statistics.
  public static let names: Set = [
    "u", "bar_u", "cu", "cu_coverage", "k", "k_coverage", "binary_u", "char_kappa",
  ]

  /// Every statistic as a row, of all codes together first; `n` counts characters.
  ///
  /// - Parameter shown: the statistics that have rows; all where none is named.
  public func table(showing shown: Set<String> = []) throws -> Table {
    AgreementFigure.table("Agreement between coders on spans of text", try figures(), shown: shown, notes: notes)
  }

  func figures() throws -> [AgreementFigure] {
    let line = UnitizedLine(spans)
    let alpha = try UnitizingAlpha(line, goingOn: goingOn)
    var figures = [
      figure("u", alpha.all), figure("bar_u", alpha.bar), figure("cu", alpha.coded),
      figure("cu_coverage", alpha.codedCoverage),
    ]
    // Where codes overlap, what is said of all together has no value; to say so once is enough.
    if alpha.refusal == nil {
      for code in spans.codes.indices {
        figures.append(figure("k", alpha.value(code), code: code))
        figures.append(figure("k_coverage", alpha.valueCoverage(code), code: code))
      }
    }
    let byCode = families == nil ? alpha : try UnitizingAlpha(UnitizedLine(spans, families: families), goingOn: goingOn)
    for code in spans.codes.indices {
      try goingOn()
      figures.append(figure("binary_u", byCode.binary(code), code: code))
      for (first, second) in pairs {
        figures.append(
          figure("char_kappa", byCode.characterKappa(code, first, second), code: code, pair: (first, second)))
      }
    }
    return figures
  }

  private var pairs: [(Int, Int)] {
    let count = spans.coders.count
    guard count <= RatingStatistics.mostCodersByPair else { return [] }
    return (0..<count).flatMap { first in ((first + 1)..<max(first + 1, count)).map { (first, $0) } }
  }

  private func figure(
    _ statistic: String, _ coefficient: Coefficient, code: Int? = nil, pair: (Int, Int)? = nil
  ) -> AgreementFigure {
    AgreementFigure(
      statistic, code: code.map { spans.codes[$0] } ?? "",
      coders: pair.map { "\(spans.coders[$0.0])-\(spans.coders[$0.1])" } ?? "", coefficient
    ) { $0.sentence(coders: spans.coders) { "'\(spans.codes[$0])'" } }
  }

  private var notes: [Table.Note] {
    let length = spans.lengths.reduce(0, +)
    let names = spans.coders.prefix(20).joined(separator: ", ") + (spans.coders.count > 20 ? ", …" : "")
    return [
      Table.Note("Unit", "n counts characters (Unicode code points)"),
      Table.Note(
        "Base",
        "\(length) characters in \(spans.documents.count) \(spans.documents.count == 1 ? "document" : "documents"),"
          + " \(spans.count) spans"),
      Table.Note("Judged by", "\(spans.coders.count) (\(names))"),
      Table.Note("Interval", "none: characters are not independent of each other"),
    ]
  }
}
