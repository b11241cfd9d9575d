@testable import Export
import Model
import TestSupport
import Testing

struct TextLayoutTests {
  private func column(_ head: String, _ cell: String, numeric: Bool = true, group: String? = nil) -> TextColumn {
    TextColumn(head: head, cells: [cell], isNumeric: numeric, group: group)
  }

  private func heads(_ columns: [TextColumn], _ width: Int?) -> [[String]] {
    TextLayout.blocks(of: columns, width: width).map { $0.map(\.head) }
  }

  @Test("Columns of a group stay together in a block where they fit")
  func groups() {
    let columns =
      [column("Code", "B3", numeric: false)]
      + ["po", "so", "vo"].flatMap { (group: String) in
        ["n", "m"].map { column("\(group) \($0)", "100", group: group) }
      }
    #expect(heads(columns, nil).count == 1)
    #expect(heads(columns, 26) == [["Code", "po n", "po m", "so n", "so m"], ["Code", "vo n", "vo m"]])
    #expect(heads(columns, 14) == [["Code", "po n", "po m"], ["Code", "so n", "so m"], ["Code", "vo n", "vo m"]])
    #expect(heads(columns, 9).count == 6)
  }

  @Test("What moves sideways stays in one block, its text as wide as is easily read")
  func sideways() {
    let columns =
      [column("Code", String(repeating: "x ", count: 40), numeric: false)] + (1...9).map { column("n\($0)", "100") }
    let blocks = TextLayout.blocks(of: columns, width: 40, movesSideways: true)
    #expect(blocks.map { $0.map(\.width) } == [[40] + Array(repeating: 3, count: 9)])
    #expect(TextLayout.blocks(of: Array(columns.dropFirst()), width: 60, movesSideways: true).count == 1)
  }

  @Test("Text columns give way before a table is split, the widest first")
  func shrinking() {
    let columns = [
      column("Code", "a code", numeric: false), column("Name", String(repeating: "x", count: 60), numeric: false),
      column("Count", "1"),
    ]
    #expect(TextLayout.blocks(of: columns, width: 50).map { $0.map(\.width) } == [[6, 35, 5]])
  }

  @Test("No line of any table is wider than the page")
  func fits() {
    var generator = SeededGenerator(seed: 80)
    let words = ["rust", "é", "instructie", "漢字", "in kleine groepen", "😀", "a"]
    func text(_ count: Int) -> String {
      (0..<Int.random(in: 0...count, using: &generator)).map { _ in
        words[Int.random(in: 0..<words.count, using: &generator)]
      }
      .joined(separator: " ")
    }
    for _ in 0..<300 {
      let kinds: [Table.Kind] = [.text, .text] + (0..<Int.random(in: 0...12, using: &generator)).map { _ in .count }
      let columns = kinds.map { Table.Column("k", text(3), $0) }
      let rows = (0..<3).map { _ in
        kinds.map { $0 == .text ? Table.Cell.text(text(9)) : .count(Int.random(in: 0...99_999, using: &generator)) }
      }
      let width = Int.random(in: 40...100, using: &generator)
      let output = ExportFormat.text.text(
        Table(title: "", columns: columns, rows: rows), options: ExportOptions(width: width))
      #expect(output.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= width && $0.last != " " })
    }
  }
}
