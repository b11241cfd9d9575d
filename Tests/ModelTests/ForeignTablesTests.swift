import Model
import Testing

@Suite struct ForeignTablesTests {
  private let tables = ForeignTables([
    "source": .init(
      ["id", "name", "at"], [[.integer(7), .text(" "), .number(1.5)], [.text("8"), .text("een"), .none]])
  ])

  @Test("Cells are asked for by the names of their columns, as text or as whole numbers")
  func cells() {
    let rows = tables["source"]
    #expect(rows.map { $0.number("id") } == [7, 8])
    #expect(rows.map { $0.text("id") } == ["7", "8"])
    #expect(rows.map { $0.text("name") } == [nil, "een"])
    #expect(rows.map { $0.text("at") } == ["1.5", nil])
    #expect(rows.map { $0.number("at") } == [nil, nil])
    #expect(rows[0]["nowhere"] == .none && rows[0].text("nowhere") == nil)
  }

  @Test("A table that is not there has no rows and no columns")
  func missing() {
    #expect(tables["codes"].isEmpty)
    #expect(tables.has("source", columns: ["id", "name"]))
    #expect(!tables.has("source", columns: ["memo"]) && !tables.has("codes", columns: []))
  }
}
