import Foundation
import TestSupport
import Testing

@testable import Commands

/// The study in `Reference`, typed in and counted, gives the tables that stand beside it: counts exactly, the rest to 1e-9.
struct ReferenceStudyTests {
  private static let files = RepositoryFiles.path("Tests/CommandsTests/Reference")
  private let folder: TemporaryFolder
  private let shell: Shell

  init() throws {
    folder = try TemporaryFolder()
    shell = Shell(
      environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], clock: { "2026-01-02T03:04:05Z" })
    let corpus = Self.files + "/corpus"
    let documents = try Self.rows(of: corpus + "/documents.csv")
    let codes = try Self.rows(of: corpus + "/codes.csv").map {
      "  - key: \($0["code"] ?? "")\n    name: \($0["code"] ?? "")\n"
    }
    let assigned = documents.filter { $0["case"] != "" }.map { "\($0["document"] ?? ""),\($0["case"] ?? "")\n" }
    let codings = try Self.rows(of: corpus + "/codings.csv").map { row in
      ["document", "start", "end", "code", "coder"].map { row[$0] ?? "" }.joined(separator: ",") + "\n"
    }
    try folder.write("codes:\n" + codes.joined(), to: "codes.yaml")
    try folder.write("transcript,case\n" + assigned.joined(), to: "assign.csv")
    try folder.write("transcript,start,end,code,coder\n" + codings.joined(), to: "codings.csv")
    for line in [
      "new '\(folder["study"])'", "import '\(corpus)/docs' --segment paragraph", "cases load '\(corpus)/cases.csv'",
      "cases assign '\(folder["assign.csv"])'", "codebook load '\(folder["codes.yaml"])'",
      "codings load '\(folder["codings.csv"])'",
    ] {
      let answer = shell.respond(to: line)
      #expect(!answer.contains("Error"), "\(answer)")
    }
  }

  @Test("Codes by an attribute of cases", arguments: ["sector", "role"])
  func crosstab(attribute: String) throws {
    try expect("crosstab --by \(attribute) --long", gives: "crosstab_\(attribute)", keys: ["code", attribute])
    try expect("crosstab --by \(attribute) --tests", gives: "chi2_\(attribute)", keys: ["code"])
  }

  @Test("Saturation over the documents in their order")
  func saturation() throws {
    try expect("saturation", gives: "saturation_documents", keys: ["document"])
    try expect(
      "saturation --show runs", gives: "saturation_guest2020", keys: ["base_size", "run_length", "run_from"])
    try expect(
      "saturation --show points", gives: "saturation_point", keys: ["base_size", "run_length", "threshold"])
    try expect("saturation --show richness", gives: "richness", keys: [])
  }

  @Test(
    "Pairs of codes that are in one unit",
    arguments: [("segment", "segment"), ("turn", "turn"), ("transcript", "document"), ("case", "case")])
  func pairs(level: String, file: String) throws {
    try expect("cooccurrence --long --level \(level)", gives: "pairs_\(file)", keys: ["code_a", "code_b"])
  }

  @Test("Pairs of codings that meet", arguments: ["exact", "overlap"])
  func coefficients(level: String) throws {
    try expect("cooccurrence --long --level \(level)", gives: "c_coefficient_\(level)", keys: ["code_a", "code_b"])
  }

  @Test(
    "Matrices of pairs of codings",
    arguments: [
      ("exact", "exact"), ("overlap", "overlap"), ("within/0", "within_0_segments"), ("within/2", "within_2_segments"),
    ])
  func matrices(level: String, file: String) throws {
    try expect("cooccurrence --level \(level)", gives: "cooc_\(file)", keys: ["code"])
  }

  @Test("Within one border of each other, a coding that begins on a line break does not touch the line before")
  func withinOne() throws {
    try expect("cooccurrence --level within/1", gives: "cooc_within_1_segments", keys: ["code"])
  }

  /// Every cell of the file stands in what a line gives, in the row with the same keys.
  private func expect(_ line: String, gives file: String, keys: [String]) throws {
    _ = shell.respond(to: "\(line) --output '\(folder["out.csv"])' --force")
    let given = try Self.rows(of: folder["out.csv"])
    let expected = try Self.rows(of: Self.files + "/expected/\(file).csv")
    #expect(given.count == expected.count, "\(line)")
    func key(_ row: [String: String]) -> [String] {
      keys.map { Double(row[$0] ?? "").map { "\($0)" } ?? row[$0] ?? "" }
    }
    let found = Dictionary(given.map { (key($0), $0) }) { first, _ in first }
    for row in expected {
      for (head, cell) in row.sorted(by: { $0.key < $1.key }) {
        let answer = found[key(row)]?[head] ?? "absent"
        #expect(Self.isSame(answer, cell), "\(line): \(key(row)) \(head): \(answer), not \(cell)")
      }
    }
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    guard let first = Double(one), let second = Double(other), first.isFinite else { return one == other }
    return abs(first - second) <= 1e-9 * max(1, abs(second))
  }

  /// The rows of a file without quotes, by their heads.
  private static func rows(of path: String) throws -> [[String: String]] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    guard let heads = lines.first else { return [] }
    return lines.dropFirst().map { line in
      Dictionary(zip(heads.map(String.init), line.map(String.init))) { first, _ in first }
    }
  }
}
