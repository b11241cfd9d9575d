import Testing

@testable import Exchange

@Suite struct HTMLWordsTests {
  @Test(
    "Words are parted where paragraphs, lines and cells end",
    arguments: [
      ("<p>Een <b>twee</b></p><p>drie</p>", "Een twee\ndrie\n"), ("<p>Een</p>\n<p>twee</p>", "Een\ntwee\n"),
      ("Een<br/>twee", "Een\ntwee\n"), ("a &amp; b &lt;c&gt; &#233;&#x1F600;&nbsp;d", "a & b <c> é😀\u{A0}d\n"),
      ("<!-- niets -->Een", "Een\n"), ("a < b & c &unknown; d", "a < b & c &unknown; d\n"),
      ("<a href=\"x>y\">Een</a>", "Een\n"),
      ("", ""), ("<p>", ""), ("<", "<\n"), ("<p", "<p\n"),
    ])
  func words(html: String, text: String) { #expect(HTMLWords(html).text == text) }

  @Test("Bytes of text as a browser counts them are found again")
  func positions() {
    let words = HTMLWords("<p>Eén</p><p>tw&amp;ee 😀</p>")
    #expect(words.text == "Eén\ntw&ee 😀\n")
    // E, the two bytes of é, n; then t after the line end that was put in.
    #expect((0...4).map { words.character(ofByte: $0) } == [0, 1, 1, 2, 4])
    #expect(words.character(ofByte: 10) == 10)
    #expect(words.character(ofByte: 14) == 11)
    #expect(words.character(ofByte: 15) == nil && words.character(ofByte: -1) == nil)
  }

  @Test("Tags that never end are words, in time that grows with the text")
  func endless() {
    let html = String(repeating: "<a \"", count: 100_001)
    #expect(HTMLWords(html).text == html + "\n")
  }
}
