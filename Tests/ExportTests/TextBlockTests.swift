@testable import Export
import Testing

struct TextBlockTests {
  @Test("Heads stand on the rule, and a cell that wraps pushes the next row down")
  func block() {
    var name = TextColumn(head: "Name", cells: ["rust en sfeer", "a"], isNumeric: false)
    name.width = 8
    var count = TextColumn(head: "po Count", cells: ["1", "22"], isNumeric: true)
    count.width = 5
    let empty = TextColumn(head: "", cells: ["", ""], isNumeric: false)
    #expect(
      TextBlock(columns: [name, count, empty], rowCount: 2, colour: false).text == """
                     po
        Name      Count
        ─────────────────
        rust en       1
        sfeer
        a            22

        """)
  }
}
