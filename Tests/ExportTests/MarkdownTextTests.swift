@testable import Export
import Testing

struct MarkdownTextTests {
  @Test(
    "What would be markup is escaped",
    arguments: [
      ("a*b_c_d _e_", #"a\*b_c_d \_e\_"#), ("<b>[x](y)`\\", #"\<b>\[x\](y)\`\\"#), ("2 > 1 # 3", "2 > 1 # 3"), ("", ""),
    ])
  func running(text: String, escaped: String) { #expect(MarkdownText.escaped(text) == escaped) }

  @Test("A pipe does not end its cell")
  func cell() { #expect(MarkdownText.cell("a|b\\|") == #"a\|b\\\|"#) }

  @Test(
    "A line of a quote is no heading, list or quote",
    arguments: [
      ("# a", "\\# a"), ("- a", #"\- a"#), ("  > a", #"\> a"#), ("12. a", #"12\. a"#), ("12 a", "12 a"),
      ("1) a", #"1\) a"#),
      ("a # b", "a # b"), (" ", " "),
    ])
  func line(text: String, escaped: String) { #expect(MarkdownText.line(text) == escaped) }
}
