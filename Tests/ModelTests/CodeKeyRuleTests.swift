import Model
import Testing

@Suite struct CodeKeyRuleTests {
  @Test(
    "Letters, digits, dashes, underscores and points make a key", arguments: ["B3", "1", "één.a-b_c", "_x", "nota"])
  func good(_ key: String) { #expect(CodeKeyRule.fault(in: key) == nil) }

  @Test(
    "A key that would be read as something else is refused",
    arguments: ["", "AND", "uncoded", "near", "a b", "a/b", "a,b", "=a", "-a", ".a", "a:b", "a\"", "(a)", "a*", "a|b"])
  func bad(_ key: String) { #expect(CodeKeyRule.fault(in: key) != nil) }
}
