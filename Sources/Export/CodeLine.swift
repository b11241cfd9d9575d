import Model

/// Who speaks in a transcript and where each code is: a lane a speaker and then a lane a code, from the first segment to
/// the last.
///
/// It is read from a table with a row a segment in order, its codes in a column `codes` with blanks between and who speaks
/// in a column `speaker`, as `show` gives it.
struct CodeLine: Drawable {
  /// The speakers, the first to speak first.
  private let speakers: Lanes
  /// The codes, in the order of their keys.
  private let codes: Lanes
  private let segmentCount: Int
  private let firstNumber: Int
  private let labels: LabelLanguage

  private static let plot = 620.0
  private static let lane = 20.0
  /// Between the speakers and the codes.
  private static let gap = 8.0
  /// Darker than the stripes, lighter than the codes, also in grey.
  private static let voice = "#8FA6BF"

  init?(_ table: Table, _ labels: LabelLanguage) {
    func place(_ key: String) -> Int? { table.columns.firstIndex { $0.key == key } }
    guard let column = place("codes"), let segment = place("segment"), place("transcript") == nil else { return nil }
    var (speakers, codes) = (Lanes(), Lanes())
    let speaker = place("speaker")
    for (row, cells) in table.rows.enumerated() {
      if let speaker, case .text(let name) = cells[speaker] { speakers.mark(name, at: row) }
      guard case .text(let text) = cells[column] else { continue }
      for key in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) { codes.mark(String(key), at: row) }
    }
    codes.sort()
    (self.speakers, self.codes) = (speakers, codes)
    segmentCount = table.rows.count
    firstNumber = table.rows.first?[segment].double.map { Int(max(1, min($0, 1e9))) } ?? 1
    self.labels = labels
  }

  func draw() -> SVGCanvas {
    let names = (speakers.names + codes.names).map {
      PictureText.lines(of: $0, width: 160, size: 11, most: 1).first ?? ""
    }
    let left = 10 + (names.map { PictureText.width(of: $0, size: 11) }.max() ?? 0)
    let top = speakers.names.isEmpty ? 0 : Self.lane * Double(speakers.names.count) + Self.gap
    let bottom = top + Self.lane * Double(max(1, codes.names.count))
    let pitch = Self.plot / Double(max(1, segmentCount))
    var canvas = SVGCanvas(width: left + Self.plot + 50, height: bottom + 40)
    draw(speakers, names: names.prefix(speakers.names.count), at: (left, 0), pitch, fill: Self.voice, on: &canvas)
    draw(codes, names: names.suffix(codes.names.count), at: (left, top), pitch, fill: PictureFill.dark, on: &canvas)
    if top > 0 {
      canvas.line(left, top - Self.gap / 2, left + Self.plot, top - Self.gap / 2, stroke: SVGCanvas.faint)
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

  private func draw(
    _ lanes: Lanes, names: ArraySlice<String>, at corner: (left: Double, top: Double), _ pitch: Double, fill: String,
    on canvas: inout SVGCanvas
  ) {
    for (lane, name) in names.enumerated() {
      let y = corner.top + Double(lane) * Self.lane
      if lane % 2 == 0 { canvas.rectangle(corner.left, y, Self.plot, Self.lane, fill: "#F3F6F9") }
      let whole = lanes.names[lane]
      canvas.text(name, corner.left - 8, y + 14, size: 11, anchor: .end, tip: name == whole ? nil : whole)
      for run in runs(lanes.marks[lane]) {
        canvas.rectangle(
          corner.left + Double(run.lowerBound) * pitch, y + 3, max(1.5, Double(run.count) * pitch - 0.5),
          Self.lane - 6, fill: fill)
      }
      canvas.text(
        String(lanes.marks[lane].count), corner.left + Self.plot + 8, y + 14, size: 10.5, fill: SVGCanvas.faint)
    }
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

/// Names, each with the places at which it is, ascending.
private struct Lanes {
  private(set) var names: [String] = []
  private(set) var marks: [[Int]] = []
  private var lanes: [String: Int] = [:]

  mutating func mark(_ name: String, at place: Int) {
    let lane = lanes[name] ?? names.count
    if lane == names.count {
      lanes[name] = lane
      names.append(name)
      marks.append([])
    }
    if marks[lane].last != place { marks[lane].append(place) }
  }

  mutating func sort() {
    let order = names.indices.sorted { names[$0] < names[$1] }
    (names, marks) = (order.map { names[$0] }, order.map { marks[$0] })
    lanes = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }
}
