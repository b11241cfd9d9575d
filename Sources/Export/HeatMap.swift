/// A matrix as shaded cells with their numbers in them.
struct HeatMap: Drawable {
  let grid: NumberGrid

  private static let size = 11.0
  private static let labelWidth = 230.0

  func draw() -> SVGCanvas {
    let most = grid.values.indices.reduce(0.0) { most, row in
      grid.columns.indices.reduce(most) { grid.isOwn[row][$1] ? $0 : max($0, grid.values[row][$1] ?? 0) }
    }
    let cell = cellSize
    let rowLines = grid.rows.map { PictureText.lines(of: $0, width: Self.labelWidth, size: Self.size, most: 2) }
    let left = 10 + (rowLines.joined().map { PictureText.width(of: $0, size: Self.size) }.max() ?? 0)
    let columnLines = grid.columns.map { PictureText.lines(of: $0, width: 150, size: Self.size, most: 1).first ?? "" }
    let widest = columnLines.map { PictureText.width(of: $0, size: Self.size) }.max() ?? 0
    let isTurned = widest > cell.width - 4
    let top = (isTurned ? widest : Self.size) + 8
    let right = left + Double(grid.columns.count) * cell.width
    let bottom = top + Double(grid.rows.count) * cell.height
    var canvas = SVGCanvas(width: max(right + 2, left + 220), height: bottom + 44)
    for (place, label) in columnLines.enumerated() {
      let middle = left + (Double(place) + 0.5) * cell.width
      canvas.text(
        label, isTurned ? middle + 4 : middle, top - 6, size: Self.size, anchor: isTurned ? .start : .middle,
        turned: isTurned ? -90 : nil, tip: label == grid.columns[place] ? nil : grid.columns[place])
    }
    for (row, lines) in rowLines.enumerated() {
      let y = top + Double(row) * cell.height
      label(lines, left - 8, y + cell.height / 2, tip: grid.rows[row], on: &canvas)
      for place in grid.columns.indices {
        draw(row, place, left + Double(place) * cell.width, y, cell, most: most, on: &canvas)
      }
    }
    legend(left, bottom + 16, most: most, on: &canvas)
    return canvas
  }

  private var cellSize: (width: Double, height: Double) {
    if grid.columns.count > 40 { return (16, 26) }
    let widest = grid.shown.joined().map { PictureText.width(of: $0, size: Self.size) }.max() ?? 0
    return (max(34, min(widest, 90) + 10), 28)
  }

  private func label(_ lines: [String], _ x: Double, _ middle: Double, tip: String, on canvas: inout SVGCanvas) {
    for (number, line) in lines.enumerated() {
      let y = middle + 4 + (Double(number) - Double(lines.count - 1) / 2) * 12.5
      canvas.text(line, x, y, size: Self.size, anchor: .end, tip: line.hasSuffix("…") ? tip : nil)
    }
  }

  private func draw(
    _ row: Int, _ place: Int, _ x: Double, _ y: Double, _ cell: (width: Double, height: Double), most: Double,
    on canvas: inout SVGCanvas
  ) {
    let value = grid.values[row][place]
    let heat = most > 0 ? max(0, value ?? 0) / most : 0
    let isOwn = grid.isOwn[row][place]
    canvas.rectangle(
      x, y, cell.width, cell.height,
      fill: isOwn || value == nil || value == 0 ? "#FFFFFF" : HeatColour.hex(heat), stroke: SVGCanvas.rule,
      tip: "\(grid.rows[row]) × \(grid.columns[place]): \(grid.shown[row][place])")
    let words = grid.shown[row][place]
    let size = cell.width < 30 ? 7.0 : Self.size
    guard PictureText.width(of: words, size: size) <= cell.width - 2 else { return }
    let ink =
      isOwn || value == nil || value == 0 ? SVGCanvas.faint : HeatColour.isDark(heat) ? "#FFFFFF" : SVGCanvas.ink
    canvas.text(
      words, x + cell.width / 2, y + cell.height / 2 + size * 0.36, size: size, anchor: .middle, fill: ink)
  }

  /// Five shades from nothing to the most.
  private func legend(_ x: Double, _ y: Double, most: Double, on canvas: inout SVGCanvas) {
    guard most > 0, let largest = largestShown(most) else { return }
    canvas.text("0", x, y + 11, size: 10, fill: SVGCanvas.faint)
    for step in 0..<5 {
      canvas.rectangle(
        x + 14 + Double(step) * 24, y, 24, 14, fill: HeatColour.hex(Double(step) / 4), stroke: SVGCanvas.rule)
    }
    let words = grid.isMatrix || grid.measure.isEmpty ? largest : "\(largest)  \(grid.measure)"
    canvas.text(words, x + 140, y + 11, size: 10, fill: SVGCanvas.faint)
  }

  private func largestShown(_ most: Double) -> String? {
    for row in grid.values.indices {
      for place in grid.columns.indices where !grid.isOwn[row][place] && grid.values[row][place] == most {
        return grid.shown[row][place]
      }
    }
    return nil
  }
}
