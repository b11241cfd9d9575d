import Retrieval
import Testing

private func code(_ name: String) -> CodeExpression { .code(CodeName(name)) }

@Suite("Codes part of a query")
struct CodeExpressionTests {
  @Test(
    "Places bind tightest, then and, then or",
    arguments: [
      ("B3", code("B3")),
      ("=B3", .exactCode(CodeName("B3"))),
      ("any AND NOT uncoded", .andNot(.any, .uncoded)),
      (
        "gebrek aan personeel and werkdruk", .and(code("gebrek aan personeel"), code("werkdruk"))
      ),
      ("a or b and c", .or(code("a"), .and(code("b"), code("c")))),
      ("(a or b) and c", .and(.or(code("a"), code("b")), code("c"))),
      ("a and not b and c", .and(.andNot(code("a"), code("b")), code("c"))),
      (
        "a and b near/3 c within d",
        .and(code("a"), .positional(.positional(code("b"), .near(3), code("c")), .within, code("d")))
      ),
      ("a Before/2 =K/b c", .positional(code("a"), .before(2), .exactCode(CodeName("K/b c")))),
      ("a after/10 b", .positional(code("a"), .after(10), code("b"))),
      ("a overlapping (b or c)", .positional(code("a"), .overlapping, .or(code("b"), code("c")))),
      ("a around b", .positional(code("a"), .around, code("b"))),
      ("\"time and money\"", code("time and money")),
      ("K/\"time and money\" or x", .or(code("K/time and money"), code("x"))),
      ("“tijd en geld”", code("tijd en geld")),
      ("Tijd, geld  en\nruimte", code("Tijd, geld en ruimte")),
      ("any other", code("any other")),
      ("\"any\"", code("any")),
    ])
  func reads(_ typed: String, _ expression: CodeExpression) throws {
    #expect(try CodeExpression.parse(typed) == expression)
  }

  @Test("Names know where they were typed")
  func columns() throws {
    let names = try CodeExpression.parse("één twee and (=K/x or \"y z\")").names
    #expect(names.map(\.text) == ["één twee", "K/x", "y z"])
    #expect(names.map(\.column) == [0, 15, 22])
  }
}
