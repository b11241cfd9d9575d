@testable import Export
import Testing

struct DisplayWidthTests {
  @Test(
    "Wide characters take two columns, marks none",
    arguments: [
      ("rust", 4), ("één", 3), ("e\u{301}", 1), ("\u{301}", 0), ("漢字", 4), ("ｆ", 2), ("😀", 2), ("👩‍👩‍👧", 2), ("🇳🇱", 2),
      ("❤\u{FE0F}", 2), ("–…“", 3), ("한", 2), ("\u{AD}", 0), ("", 0),
    ])
  func widths(text: String, width: Int) { #expect(DisplayWidth.of(text) == width) }

  @Test("Control characters become blanks")
  func printable() { #expect(DisplayWidth.printable("a\u{1B}b\nc\u{9B}d\u{7F}é") == "a b c d é") }
}
