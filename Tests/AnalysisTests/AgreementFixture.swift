import Foundation
import Model

import TestSupport
import Testing

@testable import Analysis

/// A worked example of the folder `Fixtures/agreement`, with what must come out.
struct AgreementFixture: Decodable, Sendable, CustomTestStringConvertible {
  struct Interval: Decodable, Sendable {
    var lo: Double
    var hi: Double
    var se: Double
    var undefined: Int
    var tolerance: Double
  }

  var file: String
  var kind: String
  var values: [String]?
  var expected: [String: Double]
  var undefined: [String]?
  var bootstrap: [String: Interval]?

  var testDescription: String { file }

  static let all: [AgreementFixture] = {
    let data = FileManager.default.contents(atPath: path("expected.json")) ?? Data()
    let read = (try? JSONDecoder().decode([String: AgreementFixture].self, from: data)) ?? [:]
    return read.values.sorted { $0.file < $1.file }
  }()

  static func named(_ start: String) throws -> AgreementFixture {
    try #require(all.first { $0.file.hasPrefix(start) })
  }

  private static func path(_ name: String) -> String {
    RepositoryFiles.path("Tests/AnalysisTests/Fixtures/agreement/" + name)
  }

  private static func rows(_ name: String) throws -> [[String]] {
    let text = try String(contentsOfFile: path(name), encoding: .utf8)
    return DelimitedText(text).records.dropFirst().map(\.fields)
  }

  /// Of kind `single`.
  func judgements() throws -> Judgements {
    Judgements(rows: try Self.rows(file), values: values)
  }

  /// Of kind `multi`.
  func codeSets() throws -> CodeSetJudgements {
    CodeSetJudgements(rows: try Self.rows(file))
  }

  /// Of kind `spans`.
  func spans() throws -> CodedSpans {
    let rows = try Self.rows(file)
    let lengths = try Self.rows(file.replacing(".csv", with: ".documents.csv"))
    let documents = lengths.map { $0[0] }
    var spans = CodedSpans(
      documents: documents, lengths: lengths.compactMap { Int($0[1]) }, coders: Array(Set(rows.map { $0[1] })).sorted(),
      codes: Array(Set(rows.map { $0[2] })).sorted())
    for row in rows {
      spans.append(
        document: index(row[0], documents), coder: index(row[1], spans.coders),
        code: index(row[2], spans.codes), start: Int32(row[3]) ?? 0, end: Int32(row[4]) ?? 0)
    }
    return spans
  }

  /// The figures by name, as `statistic:code:coders`, `statistic:code` and `statistic`; the first of a name counts.
  func figures(resamples: Int? = nil) throws -> [String: AgreementFigure] {
    let figures =
      switch kind {
      case "single": try JudgementAgreement(try judgements(), resamples: resamples).figures().figures
      case "multi": try CodeSetAgreement(try codeSets(), resamples: resamples).figures(called: "units").figures
      default: try SpanAgreement(spans()).figures()
      }
    var named: [String: AgreementFigure] = [:]
    for figure in figures {
      let parts = [figure.statistic, figure.code, figure.coders].filter { !$0.isEmpty }
      for name in [parts.prefix(2).joined(separator: ":"), parts.joined(separator: ":"), figure.statistic]
      where named[name] == nil {
        named[name] = figure
      }
    }
    return named
  }
}

private func index(_ name: String, _ names: [String]) -> Int32 { Int32(names.firstIndex(of: name) ?? 0) }

extension Judgements {
  /// Rows of unit, coder and value, grouped the slow way.
  init(rows: [[String]], values declared: [String]? = nil) {
    let rows = rows.filter { !$0[2].isEmpty }
    let coders = Array(Set(rows.map { $0[1] })).sorted()
    let values = declared ?? Array(Set(rows.map { $0[2] })).sorted()
    self.init(coders: coders, values: values, isDeclared: declared != nil)
    var units: [String] = []
    for row in rows where !units.contains(row[0]) { units.append(row[0]) }
    for unit in units {
      for row in rows.filter({ $0[0] == unit }).sorted(by: { $0[1] < $1[1] }) {
        coder.append(index(row[1], coders))
        value.append(index(row[2], values))
      }
      offsets.append(Int32(value.count))
    }
  }
}

extension CodeSetJudgements {
  /// Rows of unit, coder and codes with `|` between.
  init(rows: [[String]]) {
    let lists = rows.map { $0[2].split(separator: "|").map(String.init) }
    let codes = Array(Set(lists.joined())).sorted()
    var sets: [[Int32]] = []
    let numbered = zip(rows, lists).map { row, list in
      let set = list.map { index($0, codes) }.sorted()
      if !sets.contains(set) { sets.append(set) }
      return [row[0], row[1], "\(sets.firstIndex(of: set) ?? 0)"]
    }
    let names = sets.indices.map { "\($0)" }
    self.init(codes: codes, sets: sets, judgements: Judgements(rows: numbered, values: names))
  }
}
