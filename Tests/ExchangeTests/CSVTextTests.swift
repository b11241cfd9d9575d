import Testing

@testable import Exchange

@Suite struct CSVTextTests {
  @Test("A cell is quoted only where it must be")
  func quotes() {
    #expect(
      CSVText.row(["plain", "a,b", "a;b", "say \"x\"", " edge", "two\nlines", ""])
        == "plain,\"a,b\",\"a;b\",\"say \"\"x\"\"\",\" edge\",\"two\nlines\",\n")
  }

  @Test(
    "A cell that looks like a formula is defused and comes back",
    arguments: [
      ("=1+1", "'=1+1"), ("-x", "'-x"), ("+3", "'+3"), ("@home", "'@home"), ("'=1", "''=1"), ("\u{1}", "'\u{1}"),
      ("'s ochtends", "'s ochtends"), ("3-4", "3-4"), ("'", "'"), ("", ""),
    ])
  func formulas(_ text: String, _ cell: String) {
    #expect(CSVText.defused(text) == cell)
    #expect(CSVText.restored(cell) == text)
  }
}
