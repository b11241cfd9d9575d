import Model

/// Where in a transcript each code is: a lane a code, from the first segment to the last.
///
/// It is read from a table with a row a segment in order, its codes in a column `codes` with blanks between, as `show`
/// gives it.
struct CodeLine: Drawable {
  private let codes: [String]
  /// For each code the places of its segments.
  private let marks: [[Int]]
  private let segmentCount: Int
  private let firstNumber: Int
  private let labels: LabelLanguage

  private static let plot = 620.0
  private static let lane = 20.0

  init?(_ table: Table, _ labels: LabelLanguage) {
    func place(_ key: String) -> Int? { table.columns.firstIndex { $0.key == key } }
    guard let column = place("codes"), let segment = place("segment"), place("transcript") == nil else { return nil }
    var lanes: [String: Int] = [:]
    var codes: [String] = []
    var marks: [[Int]] = []
    for (row, cells) in table.rows.enumerated() {
      guard case .text(let text) = cells[column] else { continue }
      for key in text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init) {
        if lanes[key] == nil {
          lanes[key] = codes.count
          codes.append(key)
          marks.append([])
        }
        if let lane = lanes[key], marks[lane].last != row { marks[lane].append(row) }
      }
    }
    let order = codes.indices.sorted { codes[$0] < codes[$1] }
    self.codes = order.map { codes[$0] }
    self.marks = order.map { marks[$0] }
    segmentCount = table.rows.count
    firstNumber = table.rows.first?[segment].double.map { Int(max(1, min($0, 1e9))) } ?? 1
    self.labels = labels
  }

  func draw() -> SVGCanvas {
    let names = codes.map { PictureText.lines(of: $0, width: 160, size: 11, most: 1).first ?? "" }
    let left = 10 + (names.map { PictureText.width(of: $0, size: 11) }.max() ?? 0)
    let bottom = Self.lane * Double(max(1, codes.count))
    let pitch = Self.plot / Double(max(1, segmentCount))
    var canvas = SVGCanvas(width: left + Self.plot + 50, height: bottom + 40)
    for (lane, name) in names.enumerated() {
      let y = Double(lane) * Self.lane
      if lane % 2 == 0 { canvas.rectangle(left, y, Self.plot, Self.lane, fill: "#F3F6F9") }
      canvas.text(name, left - 8, y + 14, size: 11, anchor: .end, tip: name == codes[lane] ? nil : codes[lane])
      for run in runs(marks[lane]) {
        canvas.rectangle(
          left + Double(run.lowerBound) * pitch, y + 3, max(1.5, Double(run.count) * pitch - 0.5), Self.lane - 6,
          fill: PictureFill.dark)
      }
      canvas.text(
        String(marks[lane].count), left + Self.plot + 8, y + 14, size: 10.5, fill: SVGCanvas.faint)
    }
    canvas.line(left, bottom, left + Self.plot, bottom, stroke: SVGCanvas.ink)
    for number in PictureScale.numbers(to: segmentCount, pitch: pitch) {
      let x = left + (Double(number) - 0.5) * pitch
      canvas.line(x, bottom, x, bottom + 4, stroke: SVGCanvas.ink)
      canvas.text(
        String(number + firstNumber - 1), x, bottom + 16, size: 10, anchor: .middle, fill: SVGCanvas.faint)
    }
    canvas.text(
      labels.label("Segment"), left + Self.plot / 2, bottom + 33, size: 11, anchor: .middle)
    return canvas
  }

  /// Neighbouring segments as one.
  private func runs(_ places: [Int]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for place in places {
      if let last = runs.last, last.upperBound == place {
        runs[runs.count - 1] = last.lowerBound..<(place + 1)
      } else {
        runs.append(place..<(place + 1))
      }
    }
    return runs
  }
}
