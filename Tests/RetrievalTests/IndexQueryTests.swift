import Testing

@testable import Retrieval

@Suite("Questions to the index")
struct IndexQueryTests {
  @Test("Sets of rows are joined without a NOT that FTS5 could not read")
  func algebra() {
    let a = IndexQuery.match("\"a\"")
    let b = IndexQuery.exclude("\"b\"")
    #expect(IndexQuery.intersection([a, b, .all]) == .match("\"a\" NOT \"b\""))
    #expect(IndexQuery.union([a, b, .none]) == .exclude("\"b\" NOT \"a\""))
    #expect(IndexQuery.intersection([a, .none]) == IndexQuery.none)
    #expect(IndexQuery.union([a, .all]) == .all)
    #expect(IndexQuery.intersection([a, a]) == a)
    #expect(IndexQuery.intersection([]) == .all)
    #expect(IndexQuery.union([]) == IndexQuery.none)
  }

  @Test("A form with a quote in it stays within its quotes")
  func quotes() {
    let words = ExpandedWords.pattern(WordPattern([.forms(["a\" OR \"b"])]))
    #expect(IndexBounds(words).upper == .match("\"a\"\" OR \"\"b\""))
  }

  @Test("A pattern without a word is found nowhere")
  func empty() {
    #expect(IndexBounds(.pattern(WordPattern([.forms([])]))).upper == IndexQuery.none)
    #expect(IndexBounds(.near([[], []], within: 3)).upper == IndexQuery.none)
  }
}
