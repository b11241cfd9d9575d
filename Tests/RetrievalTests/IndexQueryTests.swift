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

  @Test("A phrase of words with many forms is left to the check of the text")
  func manyForms() {
    let forms = WordPattern.Slot.forms((0..<40).map { "f\($0)" })
    let bounds = IndexBounds(.pattern(WordPattern([forms, .forms(["x"]), forms])))
    let some = (0..<40).map { "\"f\($0)\"" }.joined(separator: " OR ")
    #expect(bounds.upper == .match("(\(some)) AND \"x\""))
    #expect(bounds.lower == IndexQuery.none)
  }
}
