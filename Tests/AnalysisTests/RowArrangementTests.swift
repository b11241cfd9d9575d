import Analysis
import Model
import Testing

@Suite struct RowArrangementTests {
  private let table = Table(
    title: "Codes",
    columns: [.init("code", "Code", .text), .init("n", "N", .count), .init("share", "", .percent)],
    rows: [
      [.text("b"), .count(2), .number(0.5)], [.text("a"), .count(10), .none], [.text("C"), .none, .none],
      [.text("d"), .count(2), .number(2.5)],
    ], notes: [.init("Filter", "none")])

  private func codes(_ table: Table) -> [String] {
    table.rows.map { if case .text(let code) = $0[0] { code } else { "" } }
  }

  @Test("Without an order and a limit a table stays as it was")
  func same() throws { #expect(try table.arranged(sort: nil, limit: nil) == table) }

  @Test(
    "Numbers stand from high to low, texts from a to z, what is empty last, and equal rows as they were",
    arguments: zip(
      ["N", "n", "Code", "share"],
      [["a", "b", "d", "C"], ["a", "b", "d", "C"], ["a", "b", "C", "d"], ["d", "b", "a", "C"]]))
  func sorted(column: String, order: [String]) throws {
    #expect(codes(try table.arranged(sort: column, limit: nil)) == order)
  }

  @Test("Texts that are numbers all of them stand as numbers do, and else from a to z")
  func numbersAsText() throws {
    func order(_ values: [String]) throws -> [Table.Cell] {
      let table = Table(title: "", columns: [.init("size", "size", .text)], rows: values.map { [.text($0)] })
      return try table.arranged(sort: "size", limit: nil).rows.map { $0[0] }
    }
    #expect(try order(["92", "1100", "212"]) == [.text("1100"), .text("212"), .text("92")])
    #expect(try order(["92", "1100", "n.v.t."]) == [.text("1100"), .text("92"), .text("n.v.t.")])
  }

  @Test("Notes say by what a table is ordered, and how many rows were left out")
  func notes() throws {
    let arranged = try table.arranged(sort: "n", limit: 2)
    #expect(codes(arranged) == ["a", "b"])
    #expect(
      arranged.notes == [
        .init("Filter", "none"), .init("Order", "By 'N', from high to low."), .init("Limit", "The first 2 of 4 rows."),
      ])
    #expect(try table.arranged(sort: "code", limit: 9).notes.last == .init("Order", "By 'Code', from a to z."))
  }

  @Test("A column that is not there is a problem that names those that are")
  func wrongColumn() {
    #expect(
      throws: Problem(
        "There is no column 'x' to sort by.", hint: "After --sort comes one of: code, n, share.", kind: .usage)
    ) { try table.arranged(sort: "x", limit: nil) }
  }
}
