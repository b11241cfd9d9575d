import Testing

@testable import Export

struct MarkupTextTests {
  @Test("Markup reads as words")
  func escaped() {
    #expect(
      MarkupText.escaped("<a href=\"x\">&'\u{1B}[0m\u{202E}é")
        == "&lt;a href=&quot;x&quot;&gt;&amp;&#39; [0mé")
    #expect(MarkupText.escaped("een twee") == "een twee")
  }
}
