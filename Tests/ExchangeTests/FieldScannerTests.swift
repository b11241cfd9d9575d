import Testing

@testable import Exchange

@Suite struct FieldScannerTests {
  private func rows(_ text: String) -> [[String]] {
    var scanner = FieldScanner(separator: UInt8(ascii: ","), position: 0, line: 1)
    let bytes = text.utf8.span
    var rows: [[String]] = []
    while scanner.advance(in: bytes) {
      let cells = scanner.fields.map { field in
        bytes.extracting(field.start..<field.end).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
          + (field.isRough ? " (rough)" : "")
      }
      rows.append(["\(scanner.line)"] + cells)
    }
    return rows
  }

  @Test("Cells are found with the line of their row")
  func cells() {
    #expect(
      rows("a,b\n,\n\"c\nd\",\"e\"\r\nf,") == [
        ["1", "a", "b"], ["2", "", ""], ["3", "c\nd", "e"], ["5", "f", ""],
      ])
    #expect(rows("") == [])
  }

  @Test("A cell that has to be read again keeps its quotes")
  func rough() {
    #expect(
      rows("\"a \"\"b\"\"\",\"c\"d,e\"f\n\"open\nto the end") == [
        ["1", "\"a \"\"b\"\"\" (rough)", "\"c\"d (rough)", "e\"f"], ["2", "\"open\nto the end (rough)"],
      ])
  }
}
