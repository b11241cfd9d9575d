import Glibc

/// Codes on a circle in the order of the codebook, with a line between those that meet.
///
/// The circle is as large as its labels need, and the same codes always stand in the same places.
struct NetworkDrawing: Drawable {
  let network: CodeNetwork
  let labels: LabelLanguage

  private static let size = 11.5
  private static let labelWidth = 190.0

  func draw() -> SVGCanvas {
    let names = network.nodes.map {
      PictureText.lines(of: $0.key, width: Self.labelWidth, size: Self.size, most: 1).first ?? ""
    }
    let weights = network.weights
    let most = max(1, weights.max() ?? 1)
    let radii = weights.map { 4 + 11 * (max(0, $0) / most).squareRoot() }
    let circle = max(150, Double(names.count) * 32 / (2 * .pi))
    let reach = circle + 24 + (names.map { PictureText.width(of: $0, size: Self.size) }.max() ?? 0)
    var canvas = SVGCanvas(width: 2 * reach, height: 2 * reach + 50)
    let points = names.indices.map { place -> (x: Double, y: Double, angle: Double) in
      let angle = 2 * Double.pi * Double(place) / Double(max(1, names.count)) - .pi / 2
      return (reach + circle * cos(angle), reach + circle * sin(angle), angle)
    }
    let widest = max(1, network.edges.map(\.count).max() ?? 1)
    let shown = strongest
    for edge in shown.sorted(by: { ($0.count, $1.a, $1.b) < ($1.count, $0.a, $0.b) }) {
      let (from, to) = (points[edge.a], points[edge.b])
      // Lines bend a third of the way to the middle, so that neighbours' lines do not run through other codes.
      let bend = (x: (from.x + to.x) / 2 * 0.65 + reach * 0.35, y: (from.y + to.y) / 2 * 0.65 + reach * 0.35)
      let path =
        "M\(SVGCanvas.px(from.x)) \(SVGCanvas.px(from.y))Q\(SVGCanvas.px(bend.x)) \(SVGCanvas.px(bend.y)) "
        + "\(SVGCanvas.px(to.x)) \(SVGCanvas.px(to.y))"
      let share = edge.count / widest
      canvas.path(
        path, stroke: PictureFill.dark, width: width(share), opacity: 0.2 + 0.6 * share,
        tip: "\(network.nodes[edge.a].key) – \(network.nodes[edge.b].key): \(number(edge.count))")
    }
    for (place, point) in points.enumerated() {
      let tip = "\(network.nodes[place].key): \(number(weights[place]))"
      canvas.circle(point.x, point.y, radius: radii[place], fill: PictureFill.dark, tip: tip)
      label(names[place], point.angle, reach, circle + radii[place] + 6, on: &canvas)
    }
    legend(shown, widest, at: 2 * reach + 18, reach, on: &canvas)
    return canvas
  }

  /// The lines that are drawn: all, or in a dense network those of the pairs that meet most, about three a code.
  private var strongest: [CodeNetwork.Edge] {
    let room = max(60, 3 * network.nodes.count)
    guard network.edges.count > room else { return network.edges }
    let counts = network.edges.map(\.count).sorted(by: >)
    // Of equals either all are drawn or none.
    let least = counts[..<room].last { $0 > counts[room] } ?? counts[0]
    return network.edges.filter { $0.count >= least }
  }

  private func width(_ share: Double) -> Double { 0.8 + 7.2 * share }

  private func number(_ count: Double) -> String {
    CellText(labels: labels).text(.number(count), .count)
  }

  /// Words that point away from the middle, never upside down.
  private func label(
    _ words: String, _ angle: Double, _ middle: Double, _ distance: Double, on canvas: inout SVGCanvas
  ) {
    let degrees = angle * 180 / .pi
    let isLeft = degrees > 90
    let (x, y) = (middle + distance * cos(angle), middle + distance * sin(angle))
    let turn = isLeft ? degrees - 180 : degrees
    // Letters stand on their line; a third of their size brings their middle onto the ray.
    let down = Self.size * 0.35
    canvas.text(
      words, x - down * sin(turn * .pi / 180), y + down * cos(turn * .pi / 180), size: Self.size,
      anchor: isLeft ? .end : .start, turned: turn == 0 ? nil : turn)
  }

  /// How wide a line is for the least, for half of the most and for the most; and how many pairs are not drawn.
  private func legend(
    _ shown: [CodeNetwork.Edge], _ most: Double, at y: Double, _ middle: Double, on canvas: inout SVGCanvas
  ) {
    guard let least = shown.map(\.count).min() else { return }
    let counts = Set([least, max(least, (most / 2).rounded(.up)), most]).sorted()
    if shown.count < network.edges.count {
      let words =
        labels == .nl
        ? "\(shown.count) van de \(network.edges.count) paren: vanaf \(number(least)) keer"
        : "\(shown.count) of \(network.edges.count) pairs: those that meet \(number(least)) times or more"
      canvas.text(words, middle, y + 26, size: 10.5, anchor: .middle, fill: SVGCanvas.faint)
    }
    var x = middle - Double(counts.count) * 40
    for count in counts {
      canvas.line(x, y, x + 30, y, stroke: PictureFill.dark, width: width(count / most))
      canvas.text(number(count), x + 37, y + 4, size: 10.5, fill: SVGCanvas.faint)
      x += 80
    }
  }
}
