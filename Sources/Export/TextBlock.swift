/// Columns side by side: heads, a rule, rows; numbers stand right, text left and wrapped.
struct TextBlock {
  let columns: [TextColumn]
  let rowCount: Int
  let colour: Bool

  var text: String {
    let width = columns.reduce(0) { $0 + $1.width + TextLayout.gap } - TextLayout.gap
    let heads = columns.map { TextWrap.pieces(of: $0.head, width: $0.width) }
    let height = heads.map(\.count).max() ?? 0
    // Heads stand on the rule.
    let standing = heads.map { Array(repeating: "", count: height - $0.count) + $0 }
    var text = lines(of: standing).map { TerminalCode.bold($0, colour) + "\n" }.joined()
    text += String(repeating: "─", count: max(0, width)) + "\n"
    for row in 0..<rowCount {
      let cells = columns.map { column in
        column.isNumeric ? [column.cells[row]] : TextWrap.pieces(of: column.cells[row], width: column.width)
      }
      for line in lines(of: cells, row: row) { text += line + "\n" }
    }
    return text
  }

  private func lines(of cells: [[String]], row: Int? = nil) -> [String] {
    (0..<(cells.map(\.count).max() ?? 0)).map { number in
      var line = ""
      var owed = 0
      for (column, pieces) in zip(columns, cells) {
        let piece = number < pieces.count ? pieces[number] : ""
        let room = max(0, column.width - DisplayWidth.of(piece))
        if !piece.isEmpty {
          let cell = String(repeating: " ", count: column.isNumeric ? room : 0) + piece
          let heat = row.flatMap { $0 < column.heat.count ? column.heat[$0] : nil }
          line += String(repeating: " ", count: owed) + (heat.map { TerminalCode.shaded(cell, $0) } ?? cell)
        }
        owed = (piece.isEmpty ? owed + room : column.isNumeric ? 0 : room) + TextLayout.gap
      }
      return line
    }
  }
}
