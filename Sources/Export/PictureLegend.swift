/// Which fill is which series, in lines above a picture.
enum PictureLegend {
  private static let line = 18.0

  static func height(of names: [String], width: Double) -> Double {
    Double((places(of: names, width: width).last?.line ?? 0) + 1) * line
  }

  static func draw(_ names: [String], width: Double, on canvas: inout SVGCanvas) {
    for (series, place) in places(of: names, width: width).enumerated() {
      let y = Double(place.line) * line
      canvas.rectangle(place.x, y + 2, 11, 11, fill: PictureFill.fill(series), stroke: SVGCanvas.ink)
      canvas.text(
        place.words, place.x + 16, y + 11.5, size: 11, tip: place.words == names[series] ? nil : names[series])
    }
  }

  private static func places(of names: [String], width: Double) -> [(x: Double, line: Int, words: String)] {
    var (x, number) = (0.0, 0)
    return names.map { name in
      let words = PictureText.lines(of: name, width: min(320, width - 16), size: 11, most: 1).first ?? ""
      let wide = 16 + PictureText.width(of: words, size: 11) + 18
      if x > 0, x + wide > width { (x, number) = (0, number + 1) }
      defer { x += wide }
      return (x, number, words)
    }
  }
}
