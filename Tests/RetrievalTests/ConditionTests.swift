import Model
import Retrieval
import Testing

private func equal(_ attribute: String, _ value: String) -> Condition {
  .comparison(attribute: attribute, .equal, value: value)
}

@Suite("Condition")
struct ConditionTests {
  @Test(
    "Conditions are read as they are meant",
    arguments: [
      ("sector = vo", equal("sector", "vo")),
      ("sector=vo", equal("sector", "vo")),
      ("sector='vo'", equal("sector", "vo")),
      ("\"aantal leerlingen\">=300", .comparison(attribute: "aantal leerlingen", .greaterOrEqual, value: "300")),
      ("type != \"speciaal onderwijs\"", .comparison(attribute: "type", .notEqual, value: "speciaal onderwijs")),
      ("wave in (1,2 , \"3, 4\")", .oneOf(attribute: "wave", ["1", "2", "3, 4"])),
      ("wave NOT IN (1)", .not(.oneOf(attribute: "wave", ["1"]))),
      ("a=1 or b=2 and not c=3", .or([equal("a", "1"), .and([equal("b", "2"), .not(equal("c", "3"))])])),
      ("(a=1 or b=2) and c=3", .and([.or([equal("a", "1"), equal("b", "2")]), equal("c", "3")])),
      ("date<2022-05-01", .comparison(attribute: "date", .less, value: "2022-05-01")),
      ("x = \"\"", equal("x", "")),
    ])
  func reads(_ typed: String, _ condition: Condition) throws {
    #expect(try Condition.parse(typed) == condition)
  }

  @Test(
    "A mistake is named with the place where it is",
    arguments: [
      ("", 0, "The condition stops where an attribute is expected."),
      ("sector", 6, "After the attribute 'sector' a comparison is expected."),
      ("sector == vo", 7, "'==' is no comparison."),
      ("sector =", 8, "The condition stops where a value is expected."),
      ("sector = and", 9, "A value is expected where 'and' stands."),
      ("type = speciaal onderwijs", 16, "Before 'onderwijs' stands no 'and' or 'or'."),
      ("wave in 1", 8, "After 'in' a bracket is expected."),
      ("wave in (1 2)", 11, "Before '2' a comma is expected."),
      ("wave in (1", 8, "The bracket '(' is never closed."),
      ("wave not 1", 9, "After 'wave not' comes 'in'."),
      ("(a = 1", 0, "The bracket '(' is never closed."),
      ("a/b = 1", 1, "'a/b' has a '/' in it."),
      ("a = 1, b = 2", 5, "A comma means nothing here."),
    ])
  func mistakes(_ typed: String, _ caret: Int, _ what: String) {
    let problem = #expect(throws: Problem.self) { try Condition.parse(typed) }
    #expect(problem?.what == what)
    #expect(problem?.caret == caret)
  }

  @Test("Attributes are named once, in order")
  func attributes() throws {
    #expect(try Condition.parse("b=1 and (a>2 or not b in (3)) and c=4").attributes == ["b", "a", "c"])
  }

  @Test("Not is pushed to the comparisons and stays there")
  func negation() throws {
    let condition = try Condition.parse("not (a=1 and (b=2 or not c=3) and not not d=4)")
    #expect(condition.negationNormalForm.description == "not a = 1 or not b = 2 and c = 3 or not d = 4")
  }
}
