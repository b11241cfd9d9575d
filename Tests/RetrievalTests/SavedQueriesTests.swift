import Model
import Testing

@testable import Retrieval

@Suite("Saved queries")
struct SavedQueriesTests {
  private let saved = SavedQueries([
    ("staff", "K1 or K2"), ("Primary", "where sector = po"), ("few", "matching \"te weinig\" or tekort"),
    ("all", "K matching tekort where sector = vo"), ("loop", "K3 and @pool"), ("pool", "@loop or S1"),
    ("broken", "K1 and"), ("big", Array(repeating: "K1", count: 300).joined(separator: " or ")),
  ])

  @Test(
    "A name stands for its query, in brackets of its own",
    arguments: [
      ("@staff", "K1 or K2"),
      ("@staff and S1", "(K1 or K2) and S1"),
      ("S1 overlapping @STAFF", "S1 overlapping (K1 or K2)"),
      (
        "@staff matching @few and werk where @primary or sector = so",
        "K1 or K2 matching (\"te weinig\" or tekort) and werk where sector = po or sector = so"
      ),
      ("@all", "K matching tekort where sector = vo"),
      ("@all matching rust where role = ib", "K matching tekort and rust where sector = vo and role = ib"),
      ("@primary matching rust", "matching rust where sector = po"),
      ("any where not @primary", "any where not sector = po"),
      ("\"@staff\"", "\"@staff\""),
    ])
  func stands(_ typed: String, _ meant: String) throws {
    let query = try Query.parse(typed, saved: saved)
    #expect(query.description == meant)
    #expect(try Query.parse(query.description) == query)
  }

  @Test(
    "A name that cannot stand where it stands is told with its place",
    arguments: [
      (
        "S1 and @none", 7,
        "No saved query named '@none'."
      ),
      ("S1 and @primary", 7, "'@primary' stands for 'where sector = po', and only codes fit here."),
      (
        "matching werk and @all", 18,
        "'@all' stands for 'K matching tekort where sector = vo', and only words fit here."
      ),
      ("any where @staff", 10, "'@staff' stands for 'K1 or K2', and only conditions fit here."),
      ("@broken", 0, "'@broken' cannot be read: The query stops where a code is expected."),
      ("@big or @big", 8, "The query has more than 500 terms."),
      ("@staff werk", 7, "Before 'werk' stands no 'and' or 'or'."),
    ])
  func refused(_ typed: String, _ caret: Int, _ what: String) {
    let problem = #expect(throws: Problem.self) { try Query.parse(typed, saved: saved) }
    #expect(problem?.what == what)
    #expect(problem?.caret == caret)
    #expect(problem?.typed == typed)
  }

  @Test("Queries that stand for each other are refused")
  func circle() {
    let problem = #expect(throws: Problem.self) { try Query.parse("@loop", saved: saved) }
    #expect(
      problem?.what
        == "'@loop' cannot be read: '@pool' cannot be read: '@loop' stands for itself, by way of others.")
  }

  @Test("A query that saved ones make too deep is refused, by names and by brackets")
  func deep() {
    let nested = (1...6).map { (name: "q\($0)", text: $0 == 1 ? "K1 or K2" : "S1 and (@q\($0 - 1) overlapping S2)") }
    let names = #expect(throws: Problem.self) { try Query.parse("@q6", saved: SavedQueries(nested)) }
    #expect(names?.what.hasSuffix("'@q2' stands more than 4 names deep.") == true)
    let brackets = String(repeating: "S1 overlapping (", count: 8) + "K1" + String(repeating: " or K2)", count: 8)
    let two = SavedQueries([("a", brackets), ("b", brackets.replacing("K1", with: "@a"))])
    let printed = #expect(throws: Problem.self) { try Query.parse("@b", saved: two) }
    #expect(printed?.what == "'@b' cannot be read: The query goes more than 12 levels deep.")
  }

  @Test("Names are words that can be typed")
  func names() {
    #expect(SavedQueries.fault(in: "te-weinig_2") == nil)
    #expect(SavedQueries.fault(in: "") == "A saved query needs a name.")
    for name in ["2x", "a b", "@a", "a/b"] { #expect(SavedQueries.fault(in: name) != nil) }
  }
}
