import Model
import Retrieval
import Testing

private func word(_ text: String) -> WordExpression { .term(.word(text)) }

@Suite("Words part of a query")
struct WordExpressionTests {
  @Test(
    "Words are read as they are meant",
    arguments: [
      ("toets", word("toets")),
      ("=Één", .term(.exact("Één"))),
      ("=\"kleine groepen\"", .term(.exact("kleine groepen"))),
      ("=and", .term(.exact("and"))),
      ("leer*", .term(.prefix("leer"))),
      ("~achterstand", .term(.part("achterstand"))),
      ("\"kleine groepen\"", .term(.phrase("kleine groepen"))),
      ("„kleine groepen”", .term(.phrase("kleine groepen"))),
      ("\"kleine groep*\"", .term(.phrase("kleine groep*"))),
      ("“kleine groep”*", .term(.phrase("kleine groep*"))),
      ("tekort leraren", .and([word("tekort"), word("leraren")])),
      ("tekort and leraren or nood", .or([.and([word("tekort"), word("leraren")]), word("nood")])),
      ("tekort not leraren", .and([word("tekort"), .not(word("leraren"))])),
      ("NOT not x", .not(.not(word("x")))),
      ("tekort near/5 leraren", .near([[.word("tekort")], [.word("leraren")]], within: 5)),
      (
        "(tekort or gebrek) near/0 \"de leraren\" near/0 x*",
        .near([[.word("tekort"), .word("gebrek")], [.phrase("de leraren")], [.prefix("x")]], within: 0)
      ),
      ("a (b c)", .and([word("a"), .and([word("b"), word("c")])])),
      ("zo'n mr-lid", .and([word("zo'n"), word("mr-lid")])),
      ("\"leer* van ~groep\"", .term(.phrase("leer* van ~groep"))),
      (
        "~punt !knelpunt !pijnpunten x",
        .and([.term(.except(.part("punt"), forms: ["knelpunt", "pijnpunten"])), word("x")])
      ),
      ("a near/2 toets !toetsen", .near([[.word("a")], [.except(.word("toets"), forms: ["toetsen"])]], within: 2)),
    ])
  func reads(_ typed: String, _ expression: WordExpression) throws {
    #expect(try WordExpression.parse(typed) == expression)
  }

  @Test(
    "A mistake is named with the place where it is",
    arguments: [
      ("", 0, "The query stops where a word is expected."),
      ("*", 0, "The '*' stands alone."),
      ("a *", 2, "The '*' stands alone."),
      ("le*r", 2, "A '*' stands at the end of a word."),
      ("\"a*b c\"", 2, "A '*' stands at the end of a word."),
      ("=leer*", 5, "A '*' stands at the end of a word."),
      ("~", 0, "The '~' stands alone."),
      ("!toets", 0, "'!toets' stands behind no word."),
      ("a !", 2, "'!' names no form."),
      ("=a !b", 3, "'!b' leaves a form out of a word, and '=a' has only one."),
      ("\"de ~ab\"", 5, "'~' needs 3 letters or more of one word."),
      ("\"de *\"", 4, "A '*' or '~' stands alone."),
      ("~ab", 1, "'~' needs 3 letters or more of one word."),
      ("~abc*", 4, "After '~' a '*' adds nothing."),
      ("a - b", 2, "'-' has no letters to search for."),
      ("\"…\"", 0, "Between the quotes stands no word."),
      ("a = b", 2, "The '=' stands alone."),
      ("a < b", 2, "'<' means nothing among words."),
      ("tekort, nood", 6, "A comma means nothing here."),
      ("a near b", 6, "'near' needs a number of words after a slash."),
      ("a near/x b", 7, "'near' needs a number of words after a slash."),
      ("a near/5", 8, "The query stops where a word is expected."),
      ("a near/5 b near/6 c", 11, "A row of words has one distance, here it changes."),
      ("a near/5 (b and c)", 2, "'near/5' stands between words, phrases, or words joined by 'or' in brackets."),
      ("a near/5 not b", 9, "A word is expected before 'not'."),
      ("a or", 4, "The query stops where a word is expected."),
      ("a and or b", 6, "A word is expected before 'or'."),
      ("(a or b", 0, "The bracket '(' is never closed."),
      ("()", 1, "A word is expected before ')'."),
      ("a where x = 1", 2, "Only words are expected here, no condition."),
    ])
  func mistakes(_ typed: String, _ caret: Int, _ what: String) {
    let problem = #expect(throws: Problem.self) { try WordExpression.parse(typed) }
    #expect(problem?.what == what)
    #expect(problem?.caret == caret)
  }
}
