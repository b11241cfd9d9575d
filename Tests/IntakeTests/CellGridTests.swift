import Testing

@testable import Intake

@Suite struct CellGridTests {
  private func grid(_ rows: [[(Int, String)]]) -> CellGrid {
    var grid = CellGrid()
    for (number, row) in rows.enumerated() {
      for (column, words) in row { grid.fill(column, grid.keep(words.utf8)) }
      grid.endRow(line: number + 1)
    }
    return grid
  }

  @Test("Cells are found by row and column, also behind gaps; white space around them goes")
  func cells() {
    let grid = grid([[(0, "a"), (1, " b\n"), (5, "één")], [(0, " \u{A0}")], [(3, "c")]])
    #expect(grid.rows.map(\.line) == [1, 3])
    #expect((0..<7).map { grid.text(grid.rows[0], $0) } == ["a", "b", "", "", "", "één", ""])
    #expect((0..<5).map { grid.text(grid.rows[1], $0) } == ["", "", "", "c", ""])
    #expect(grid.width == 6)
    #expect(grid.length == 8)
  }

  @Test("Cells that come out of order are put in order, and of two in one place the last one counts")
  func order() {
    let grid = grid([[(2, "c"), (0, "a"), (2, "d")]])
    #expect(grid.cells(of: grid.rows[0]).map { grid.text($0) } == ["a", "d"])
  }

  @Test("A row can be dropped before it ends")
  func drop() {
    var grid = grid([[(0, "a")]])
    grid.fill(3, grid.keep("b".utf8))
    #expect(grid.lastColumn == 3)
    grid.dropRow()
    #expect(grid.lastColumn == nil)
    grid.endRow(line: 2)
    #expect(grid.rows == [CellGrid.Row(line: 1, cells: 0..<1)])
  }
}
