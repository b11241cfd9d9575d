import Foundation
import Model
import TestSupport
import Testing

@testable import Commands

/// The script of the invented survey, carried out line by line, gives the published tables.
///
/// `published.csv` holds the figures of 1,888 school leaders as they were printed in 2022: facts, no words.
struct SurveyStudyTests {
  private static let folder = "Corpus/monitor-2022"

  @Test("Count, n and percentage of every row are those that were printed, but for one that does not follow")
  func tables() throws {
    let answers = try Self.answers()
    var published = try Self.published()
    // Printed is 14%, of 292 of 1,365; the last row has the same count, and 21%.
    #expect(published["2.7a"]?.first == ["Instructie in kleine groepen", "292", "1.365", "14%"])
    published["2.7a"]?[0][3] = "21%"
    #expect(Set(answers.tables.keys) == Set(published.keys))
    for (number, rows) in published.sorted(by: { $0.key < $1.key }) {
      let found = answers.tables[number] ?? []
      #expect(Set(found) == Set(rows), "Table \(number)")
      // Rows with the same count may change places.
      #expect(found.map { $0[1] } == rows.map { $0[1] }, "Table \(number)")
    }
    #expect(
      answers.others == [
        "Imported 245 transcripts: 245 turns, 245 segments, 2673 words, in 236 cases.",
        "Loaded 17 codes from Corpus/monitor-2022/codebook.yaml: 17 added.",
        "Loaded codings from Corpus/monitor-2022/codings-anna.csv: 284 codings added.",
        "Basis: n=233 casussen met een van de codes", "Basis: n=33 casussen met K",
        "Basis: 1: n=400 casussen, 2: n=345 casussen, 3: n=392 casussen, 4: n=370 casussen, 5: n=381",
        "Citaten per code",
      ])
  }

  private struct Answers {
    /// The rows of each table, by the number in the comment above its command.
    var tables: [String: [[String]]] = [:]
    /// What the other commands answer: the base that is told, else the last line; of quotes the first.
    var others: [String] = []
  }

  private static func answers() throws -> Answers {
    let folder = try TemporaryFolder()
    let shell = Shell(
      environment: ["HOME": folder.path, "XDG_STATE_HOME": folder["state"]], clock: { "2026-01-02T03:04:05Z" })
    defer { shell.close() }
    _ = shell.respond(to: "new '\(folder["survey"])'")
    var answers = Answers()
    var number = ""
    for line in try text(of: "tables.txt").split(separator: "\n") {
      if line.hasPrefix("# Table ") { number = String(line.dropFirst(8).prefix { $0 != ":" }) }
      guard !line.hasPrefix("#") else { continue }
      let typed = line.replacingOccurrences(of: "Corpus/", with: RepositoryFiles.path("Corpus") + "/")
      let answer = shell.respond(to: typed)
      if line.hasPrefix("tabulate ") {
        answers.tables[number] = rows(of: answer)
      } else {
        let lines = answer.split(separator: "\n").map {
          $0.replacingOccurrences(of: RepositoryFiles.path("Corpus"), with: "Corpus")
        }
        let told = line.hasPrefix("quotes ") ? lines.first : lines.last
        answers.others.append(lines.first { $0.hasPrefix("Basis: ") } ?? told ?? "")
      }
    }
    return answers
  }

  /// The cells between the rule and the notes: columns stand two blanks apart.
  private static func rows(of answer: String) -> [[String]] {
    let lines = answer.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { !$0.hasPrefix("──") }.dropFirst().prefix { !$0.isEmpty }.map { line in
      line.split(separator: "  ").map(\.trimmed).filter { !$0.isEmpty }
    }
  }

  private static func published() throws -> [String: [[String]]] {
    var tables: [String: [[String]]] = [:]
    for record in DelimitedText(try text(of: "published.csv")).records.dropFirst() {
      let cells = record.fields
      let numbers = cells[2...3].map { $0.count > 3 ? "\($0.dropLast(3)).\($0.suffix(3))" : $0 }
      tables[cells[0], default: []].append([cells[1]] + numbers + ["\(cells[4])%"])
    }
    return tables
  }

  private static func text(of name: String) throws -> String {
    try String(contentsOfFile: RepositoryFiles.path("\(folder)/\(name)"), encoding: .utf8)
  }
}
