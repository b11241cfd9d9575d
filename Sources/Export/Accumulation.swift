import Model

/// How the number of different codes grows with each transcript.
///
/// It is read from a table with a row a transcript, in the order in which they were coded, and columns of new codes
/// (`new`, `new_codes`) and of all so far (`total`, `cumulative`, `cumulative_codes`); a column of what is expected of
/// any order (`expected`, `rarefaction_expected`) is drawn too.
struct Accumulation: Drawable {
  private let totals: [Double]
  private let added: [Double]
  private let expected: [Double]?
  private let labels: LabelLanguage
  /// Whether the rows are cases rather than transcripts.
  private let countsCases: Bool

  private static let plot = (width: 560.0, height: 280.0)

  init?(_ table: Table, _ labels: LabelLanguage) {
    func place(_ keys: String...) -> Int? {
      table.columns.firstIndex { keys.contains($0.key) && $0.kind.isNumeric }
    }
    guard let total = place("total", "cumulative", "cumulative_codes"), let new = place("new", "new_codes") else {
      return nil
    }
    totals = table.rows.map { max(0, $0[total].double ?? 0) }
    added = table.rows.map { max(0, $0[new].double ?? 0) }
    let numbers = place("expected", "rarefaction_expected").map { place in table.rows.compactMap { $0[place].double } }
    expected = numbers?.count == table.rows.count ? numbers : nil
    self.labels = labels
    countsCases = table.columns.first?.key == "case"
  }

  func draw() -> SVGCanvas {
    let names =
      labels == .nl
      ? ["codes tot dan toe", "nieuw", "verwacht in willekeurige volgorde"]
      : ["codes so far", "new", "expected in any order"]
    let scale = PictureScale(most: max(totals.max() ?? 0, expected?.max() ?? 0), isPercent: false)
    let (left, top) = (40.0, 30.0)
    let bottom = top + Self.plot.height
    var canvas = SVGCanvas(width: left + Self.plot.width + 8, height: bottom + 42)
    canvas.width = max(canvas.width, legend(names, left, on: &canvas))
    for tick in scale.ticks {
      let y = bottom - tick / scale.top * Self.plot.height
      canvas.line(left, y, left + Self.plot.width, y, width: 0.75)
      canvas.text(scale.word(tick), left - 7, y + 4, size: 10.5, anchor: .end, fill: SVGCanvas.faint)
    }
    let pitch = Self.plot.width / Double(max(1, totals.count))
    func point(_ place: Int, _ value: Double) -> (x: Double, y: Double) {
      (left + (Double(place) + 0.5) * pitch, bottom - value / scale.top * Self.plot.height)
    }
    for (place, new) in added.enumerated() where new > 0 {
      let at = point(place, new)
      let wide = min(26, pitch * 0.7)
      canvas.rectangle(
        at.x - wide / 2, at.y, wide, bottom - at.y, fill: "#C6D6E6", stroke: pitch > 6 ? SVGCanvas.ink : nil)
    }
    canvas.line(left, bottom, left + Self.plot.width, bottom, stroke: SVGCanvas.ink)
    if let expected {
      canvas.path(path(expected.enumerated().map(point)), stroke: SVGCanvas.faint, width: 1.5, dashes: "5 4")
    }
    canvas.path(path(totals.enumerated().map(point)), stroke: PictureFill.dark, width: 2.5)
    if totals.count <= 60 {
      for (place, total) in totals.enumerated() {
        let at = point(place, total)
        canvas.circle(at.x, at.y, radius: 3.5, fill: PictureFill.dark)
      }
    }
    numbers(pitch, left, bottom, on: &canvas)
    return canvas
  }

  private func path(_ points: [(x: Double, y: Double)]) -> String {
    points.enumerated().map { "\($0 == 0 ? "M" : "L")\(SVGCanvas.px($1.x)) \(SVGCanvas.px($1.y))" }.joined()
  }

  /// The numbers of the transcripts under the plot, as many as have room.
  private func numbers(_ pitch: Double, _ left: Double, _ bottom: Double, on canvas: inout SVGCanvas) {
    for number in PictureScale.numbers(to: totals.count, pitch: pitch) {
      canvas.text(
        String(number), left + (Double(number) - 0.5) * pitch, bottom + 15, size: 10.5, anchor: .middle,
        fill: SVGCanvas.faint)
    }
    canvas.text(
      labels.label(countsCases ? "Cases" : "Transcripts"), left + Self.plot.width / 2, bottom + 34, size: 11,
      anchor: .middle)
  }

  /// - Returns: where it ends.
  private func legend(_ names: [String], _ left: Double, on canvas: inout SVGCanvas) -> Double {
    var x = left
    for (place, name) in names.enumerated() where place < 2 || expected != nil {
      switch place {
      case 0: canvas.line(x, 9, x + 22, 9, stroke: PictureFill.dark, width: 2.5)
      case 1: canvas.rectangle(x + 5, 3, 12, 12, fill: "#C6D6E6", stroke: SVGCanvas.ink)
      default: canvas.path("M\(SVGCanvas.px(x)) 9h22", stroke: SVGCanvas.faint, width: 1.5, dashes: "5 4")
      }
      canvas.text(name, x + 28, 13, size: 11)
      x += 28 + PictureText.width(of: name, size: 11) + 16
    }
    return x
  }
}
