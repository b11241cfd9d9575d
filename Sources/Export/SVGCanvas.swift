/// The shapes of a picture, in pixels from its top left corner.
struct SVGCanvas {
  enum Anchor: String { case start, middle, end }

  static let ink = "#1C2430"
  static let faint = "#5B6675"
  static let rule = "#C9D1DA"

  var width: Double
  var height: Double
  private(set) var shapes = ""

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String, stroke: String? = nil,
    tip: String? = nil
  ) {
    let line = stroke.map { " stroke=\"\($0)\" stroke-width=\"0.75\"" } ?? ""
    shape(
      "rect x=\"\(px(x))\" y=\"\(px(y))\" width=\"\(px(max(0, width)))\" height=\"\(px(max(0, height)))\" fill=\"\(fill)\"\(line)",
      tip)
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, stroke: String = SVGCanvas.rule, width: Double = 1
  ) {
    shape(
      "line x1=\"\(px(x1))\" y1=\"\(px(y1))\" x2=\"\(px(x2))\" y2=\"\(px(y2))\" stroke=\"\(stroke)\" "
        + "stroke-width=\"\(px(width))\"", nil)
  }

  mutating func circle(_ x: Double, _ y: Double, radius: Double, fill: String, tip: String? = nil) {
    shape(
      "circle cx=\"\(px(x))\" cy=\"\(px(y))\" r=\"\(px(radius))\" fill=\"\(fill)\" stroke=\"#FFFFFF\" "
        + "stroke-width=\"1.5\"", tip)
  }

  /// A line without filling, by the path language of SVG.
  mutating func path(
    _ path: String, stroke: String, width: Double, dashes: String? = nil, opacity: Double = 1, tip: String? = nil
  ) {
    let dash = dashes.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    let faded = opacity < 1 ? " stroke-opacity=\"\(px(opacity))\"" : ""
    shape(
      "path d=\"\(path)\" fill=\"none\" stroke=\"\(stroke)\" stroke-width=\"\(px(width))\" stroke-linecap=\"round\""
        + "\(dash)\(faded)", tip)
  }

  /// Words on one line; `y` is where they stand.
  mutating func text(
    _ words: String, _ x: Double, _ y: Double, size: Double, anchor: Anchor = .start, fill: String = SVGCanvas.ink,
    isBold: Bool = false, turned: Double? = nil, tip: String? = nil
  ) {
    guard !words.isEmpty else { return }
    let weight = isBold ? " font-weight=\"600\"" : ""
    let turn = turned.map { " transform=\"rotate(\(px($0)) \(px(x)) \(px(y)))\"" } ?? ""
    let side = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    let title = tip.map { "<title>\(MarkupText.escaped(String($0.prefix(300))))</title>" } ?? ""
    shapes +=
      "<text x=\"\(px(x))\" y=\"\(px(y))\" font-size=\"\(px(size))\" fill=\"\(fill)\"\(weight)\(side)\(turn)>"
      + "\(title)\(MarkupText.escaped(words))</text>\n"
  }

  /// Puts another canvas at a place in this one.
  mutating func put(_ other: SVGCanvas, _ x: Double, _ y: Double) {
    shapes += "<g transform=\"translate(\(px(x)) \(px(y)))\">\n\(other.shapes)</g>\n"
  }

  private mutating func shape(_ element: String, _ tip: String?) {
    guard let tip else {
      shapes += "<\(element)/>\n"
      return
    }
    let name = element.prefix { $0 != " " }
    shapes += "<\(element)><title>\(MarkupText.escaped(String(tip.prefix(300))))</title></\(name)>\n"
  }

  private func px(_ number: Double) -> String { Self.px(number) }

  /// Two decimals at most, without zeros at the end.
  static func px(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e9 else { return "0" }
    let hundredths = Int((number * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
