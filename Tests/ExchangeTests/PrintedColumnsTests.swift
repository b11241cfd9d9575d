import Testing

@testable import Exchange

struct PrintedColumnsTests {
  @Test("n beside a count is its base; n beside a percentage alone is the count")
  func n() {
    let based = PrintedColumns(heads: ["a", "count", "n", "%"], rows: [["x", "1", "2", "50"]])
    #expect(based.series == [.init(count: 1, base: 2, percent: 3)])
    let alone = PrintedColumns(heads: ["a", "n", "%"], rows: [["x", "1", "50"]])
    #expect(alone.series == [.init(count: 1, percent: 2)])
    #expect(alone.label == 0)
  }

  @Test("Columns of numbers that do not tell are left out beside those that do")
  func others() {
    let columns = PrintedColumns(heads: ["code", "a", "year", "count", "%"], rows: [["1", "ja", "2021", "1", "50"]])
    #expect(columns.series == [.init(count: 3, percent: 4)] && columns.label == 1)
  }

  @Test("Very many columns are not all looked at")
  func many() {
    let row = [String](repeating: "1", count: 5000)
    #expect(PrintedColumns(heads: [], rows: [row]).series == [])
  }
}
