/// Lying bars, one a row, or one for each group side by side.
struct BarChart: Drawable {
  let grid: NumberGrid

  private static let size = 12.0
  private static let labelWidth = 250.0
  private static let plot = 420.0

  func draw() -> SVGCanvas {
    let series = grid.columns.count
    let thick = series == 1 ? 18.0 : series < 5 ? 13.0 : 10.0
    let pitch = max(30, thick * Double(series) + 12)
    let lines = grid.rows.map { PictureText.lines(of: $0, width: Self.labelWidth, size: Self.size, most: 2) }
    let left = 10 + (lines.joined().map { PictureText.width(of: $0, size: Self.size) }.max() ?? 0)
    let widest = grid.shown.joined().map { PictureText.width(of: $0, size: 11) }.max() ?? 0
    let top = series > 1 ? PictureLegend.height(of: grid.columns, width: left + Self.plot) + 8 : 0
    let bottom = top + pitch * Double(grid.rows.count)
    var canvas = SVGCanvas(width: left + Self.plot + min(widest, 160) + 12, height: bottom + 24)
    if series > 1 { PictureLegend.draw(grid.columns, width: left + Self.plot, on: &canvas) }
    let scale = PictureScale(most: grid.values.joined().compactMap { $0 }.max() ?? 0, isPercent: grid.isPercent)
    axis(scale, left: left, top: top, bottom: bottom, on: &canvas)
    for row in grid.rows.indices {
      let y = top + pitch * Double(row)
      for (number, line) in lines[row].enumerated() {
        let baseline = y + pitch / 2 + 4 + (Double(number) - Double(lines[row].count - 1) / 2) * 13.5
        canvas.text(
          line, left - 8, baseline, size: Self.size, anchor: .end, tip: line.hasSuffix("…") ? grid.rows[row] : nil)
      }
      for place in 0..<series {
        let barTop = y + (pitch - thick * Double(series)) / 2 + thick * Double(place)
        let length = max(0, grid.values[row][place] ?? 0) / scale.top * Self.plot
        canvas.rectangle(
          left, barTop + 0.5, length, thick - 1, fill: PictureFill.fill(place),
          stroke: length > 0 ? SVGCanvas.ink : nil)
        let words = PictureText.lines(of: grid.shown[row][place], width: 160, size: 11, most: 1).first ?? ""
        canvas.text(words, left + length + 6, barTop + thick / 2 + 4, size: series == 1 ? 11 : 9.5)
      }
    }
    canvas.line(left, top, left, bottom, stroke: SVGCanvas.ink)
    return canvas
  }

  private func axis(
    _ scale: PictureScale, left: Double, top: Double, bottom: Double, on canvas: inout SVGCanvas
  ) {
    for tick in scale.ticks {
      let x = left + tick / scale.top * Self.plot
      canvas.line(x, top, x, bottom, width: 0.75)
      canvas.text(scale.word(tick), x, bottom + 15, size: 10, anchor: .middle, fill: SVGCanvas.faint)
    }
  }
}
