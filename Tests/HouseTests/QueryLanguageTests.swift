import Model
import Retrieval
import Testing

@Suite("QueryLanguage.md")
struct QueryLanguageTests {
  @Test("Every example can be typed, and prints back to a query that means the same")
  func examples() throws {
    let rows = try Self.rows(under: "## Examples")
    #expect(rows.count >= 20)
    for row in rows {
      #expect(throws: Never.self, "\(row.typed)") {
        let query = try Self.parse(row.typed)
        #expect(try Query.parse(query.description) == query)
      }
    }
  }

  @Test("What is refused is refused with the sentence that stands there")
  func refusals() throws {
    let rows = try Self.rows(under: "## What is refused")
    #expect(rows.count >= 10)
    for row in rows {
      let problem = try #require(throws: Problem.self, "\(row.typed)") { try Self.parse(row.typed) }
      #expect(problem.what == row.meaning)
      #expect(problem.hint != nil && problem.caret != nil, "\(row.typed)")
    }
  }

  private static func parse(_ typed: String) throws -> Query {
    let space = typed.firstIndex(of: " ") ?? typed.endIndex
    let rest = typed[space...].trimmed.replacing(" --shared", with: "")
    return switch typed[..<space] {
    case "find": try Query.parse(rest)
    case "search": try Query.parse(matching: rest)
    case "--where": Query(condition: try Condition.parse(rest))
    default: throw Problem("'\(typed)' begins with no command of the language.")
    }
  }

  /// The rows of the table below a heading: what is typed, and what is said of it.
  private static func rows(under heading: String) throws -> [(typed: String, meaning: String)] {
    let lines = try #require(Repository.file("Documentation/QueryLanguage.md")).lines
    let start = try #require(lines.firstIndex { $0 == heading })
    return lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }.compactMap { line in
      let cells = line.split(separator: "|").map(\.trimmed)
      guard (2...3).contains(cells.count), cells[0].hasPrefix("`"), cells[0].hasSuffix("`") else { return nil }
      return (String(cells[0].dropFirst().dropLast()), cells[1])
    }
  }
}
