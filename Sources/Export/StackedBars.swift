import Model

/// Bars of a hundred per cent, one for each group, in which each row has its share of the counts.
struct StackedBars: Drawable {
  private let grid: NumberGrid
  private let options: ExportOptions

  private static let plot = 520.0
  private static let pitch = 38.0

  /// Nil for a table without counts; throws for more parts than can be told apart.
  init?(_ table: Table, _ options: ExportOptions) throws(Problem) {
    self.options = options
    if let grid = NumberGrid(table, options, preferring: .count) {
      self.grid = grid
    } else {
      let counts = Table(
        title: table.title, columns: table.columns.filter { $0.kind == .text || $0.key == "count" },
        rows: table.rows.map { row in
          zip(table.columns, row).filter { $0.0.kind == .text || $0.0.key == "count" }.map(\.1)
        })
      guard let grid = NumberGrid(bars: counts, options) else { return nil }
      self.grid = grid
    }
    guard grid.rows.count <= PictureFill.count else {
      throw Problem(
        "A stacked bar tells \(PictureFill.count) parts apart; this result has \(grid.rows.count).",
        hint: "Name fewer codes, or draw bars: --picture bars", kind: .usage)
    }
  }

  func draw() -> SVGCanvas {
    let labels = grid.columns.map { PictureText.lines(of: $0, width: 180, size: 12, most: 1).first ?? "" }
    let left = labels.allSatisfy(\.isEmpty) ? 0 : 10 + (labels.map { PictureText.width(of: $0, size: 12) }.max() ?? 0)
    let top = PictureLegend.height(of: grid.rows, width: left + Self.plot) + 10
    let bottom = top + Self.pitch * Double(labels.count)
    var canvas = SVGCanvas(width: left + Self.plot + 16, height: bottom + 22)
    PictureLegend.draw(grid.rows, width: left + Self.plot, on: &canvas)
    for (place, label) in labels.enumerated() {
      let y = top + Self.pitch * Double(place)
      canvas.text(label, left - 8, y + Self.pitch / 2 + 4, size: 12, anchor: .end)
      bar(place, left, y + 5, on: &canvas)
    }
    for tick in stride(from: 0, through: 100, by: 25) {
      let x = left + Double(tick) / 100 * Self.plot
      canvas.line(x, bottom, x, bottom + 4, stroke: SVGCanvas.faint)
      let anchor: SVGCanvas.Anchor = tick == 0 ? .start : tick == 100 ? .end : .middle
      canvas.text("\(tick)%", x, bottom + 16, size: 10, anchor: anchor, fill: SVGCanvas.faint)
    }
    return canvas
  }

  private func bar(_ place: Int, _ left: Double, _ top: Double, on canvas: inout SVGCanvas) {
    let parts = grid.rows.indices.map { max(0, grid.values[$0][place] ?? 0) }
    let sum = parts.reduce(0, +)
    guard sum > 0 else { return }
    let cellText = CellText(options)
    let shares = parts.map { $0 / sum * 100 }
    let together =
      options.rounding == .largestRemainder ? Apportionment.rounded(shares, decimals: options.decimals ?? 0) : nil
    var x = left
    for (row, share) in shares.enumerated() where share > 0 {
      let width = share / 100 * Self.plot
      let words = cellText.text(.number(together?[row] ?? share), .percent)
      canvas.rectangle(
        x, top, width, Self.pitch - 10, fill: PictureFill.fill(row), stroke: SVGCanvas.ink,
        tip: "\(grid.rows[row]): \(grid.shown[row][place]), \(words)")
      let room = PictureText.width(of: words, size: 10.5) + 6
      if room <= width {
        canvas.rectangle(x + (width - room) / 2, top + 7, room, 15, fill: "#FFFFFF")
        canvas.text(words, x + width / 2, top + 18, size: 10.5, anchor: .middle)
      }
      x += width
    }
  }
}
