import Model
import Retrieval
import TestSupport
import Testing

@Suite("Query")
struct QueryTests {
  @Test("A query has codes, words and a condition")
  func parts() throws {
    let query = try Query.parse("find-me matching tekort where sector=vo and role=schoolleider")
    #expect(
      query
        == Query(
          codes: .code(CodeName("find-me")), words: .term(.word("tekort")),
          condition: .and([
            .comparison(attribute: "sector", .equal, value: "vo"),
            .comparison(attribute: "role", .equal, value: "schoolleider"),
          ])))
    #expect(query.description == "find-me matching tekort where sector = vo and role = schoolleider")
  }

  @Test("Each part may stand alone, and search begins with words")
  func eachPart() throws {
    let condition = Condition.comparison(attribute: "wave", .greater, value: "1")
    #expect(try Query.parse("MATCHING toets") == Query(words: .term(.word("toets"))))
    #expect(try Query.parse("Where wave>1") == Query(condition: condition))
    #expect(
      try Query.parse(matching: "toets where wave > 1") == Query(words: .term(.word("toets")), condition: condition))
  }

  @Test("What is printed reads back as the same query")
  func printsBack() throws {
    var queries = RandomQueries(seed: 5)
    for _ in 0..<3000 {
      let query = queries.query()
      let text = query.description
      #expect(try Query.parse(text) == query, "\(text)")
    }
  }

  @Test(
    "Very long and very deep queries are refused",
    arguments: [
      String(repeating: "(", count: 5000), String(repeating: "not ", count: 4000),
      String(repeating: "a or ", count: 3000) + "a", String(repeating: "x", count: 100_000),
      "matching " + String(repeating: "not ", count: 1000) + "a",
      "where " + String(repeating: "not ", count: 1000) + "a=1",
    ])
  func tooMuch(_ text: String) {
    #expect(throws: Problem.self) { try Query.parse(text) }
  }

  @Test(
    "A mistake is named with the place where it is",
    arguments: [
      ("", 0, "The query is empty."),
      ("   ", 0, "The query is empty."),
      ("knelpunt and (", 14, "The query stops where a code is expected."),
      ("knelpunt and ", 12, "The query stops where a code is expected."),
      ("(a and b", 0, "The bracket '(' is never closed."),
      ("a and b)", 7, "The bracket ')' closes nothing."),
      ("a \"b c", 2, "The quote is never closed."),
      ("a near/x b", 7, "'near' needs a number of segments after a slash."),
      ("a before b", 8, "'before' needs a number of segments after a slash."),
      ("not a", 0, "'not' comes after 'and'."),
      ("a and and b", 6, "A code is expected before 'and'."),
      ("a or )", 5, "A code is expected where ')' stands."),
      ("\"a\" b", 4, "Before 'b' stands no 'and' or 'or'."),
      ("sector=vo", 6, "'=' belongs to a condition, and a condition begins with 'where'."),
      ("\"\"", 0, "Between the quotes stands no code."),
      ("a where b=1 matching c", 12, "Before 'matching' stands no 'and' or 'or'."),
      ("é and matching x", 6, "A code is expected before 'matching'."),
    ])
  func mistakes(_ typed: String, _ caret: Int, _ what: String) {
    let problem = #expect(throws: Problem.self) { try Query.parse(typed) }
    #expect(problem?.what == what)
    #expect(problem?.caret == caret)
    #expect(problem?.typed == typed)
    #expect(problem?.kind == .refused)
    #expect(problem?.hint != nil)
  }
}
