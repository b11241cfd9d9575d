import Testing

@testable import Intake

@Suite struct DelimitedRowTests {
  private func row(_ text: String) -> DelimitedRow { DelimitedRow(Array(text.utf8), from: 0, UInt8(ascii: ";")) }

  @Test("A row ends with its line, but for line ends in quotes")
  func ends() {
    let row = row("a;\"b\nc\"\nd")
    #expect([row.start, row.end, row.lines, row.cells] == [0, 8, 2, 2])
    #expect(!row.isBroken && row.isClosed && !row.isBlank)
    #expect(self.row(";\"\" ;\n").isBroken)
    #expect(self.row(" ;\"\";\t\nx").isBlank)
  }

  @Test("A stray quote and one that is never closed are told apart")
  func broken() {
    #expect(row("\"a\"b\"").isBroken && row("\"a\"b\"").isClosed)
    #expect(row("\"a").isBroken && !row("\"a").isClosed)
    #expect(!row("\"a\"\"b\"").isBroken)
    #expect(!row("a\"b").isBroken)
  }

  @Test("A quote that closes nowhere near is never closed")
  func long() {
    let row = row("\"" + String(repeating: "a", count: 200_000) + "\"")
    #expect(!row.isClosed && row.end < 200_000)
  }

  @Test("Quotes may be words")
  func words() {
    let bytes = Array("\"a\"\"b\";c".utf8)
    let quoted = DelimitedRow.Field(bytes, from: 0, UInt8(ascii: ";"))
    #expect(quoted.unquoted(bytes) == Array("a\"b".utf8))
    let plain = DelimitedRow.Field(bytes, from: 0, UInt8(ascii: ";"), hasQuotes: false)
    #expect(plain.words == 0..<6 && plain.isPlain)
  }
}
