import Model

/// A picture of a table: what is drawn follows from the shape of the table, or from what is asked.
struct SVGExporter: TextualExporter {
  private static let margin = 20.0
  private static let leastWidth = 420.0

  func text(of result: ExportedResult, options: ExportOptions) throws(Problem) -> String {
    guard case .table(let table) = result else {
      throw Problem(
        "Quotes are no picture.", hint: "Count them first: 'frequencies --format svg'; or write them: --format docx",
        kind: .usage)
    }
    let picture = try Picture.of(table, options)
    return framed(picture.draw(), table, options)
  }

  /// The drawing with its title above and what was counted below.
  private func framed(_ drawing: SVGCanvas, _ table: Table, _ options: ExportOptions) -> String {
    let inner = max(Self.leastWidth, drawing.width)
    let titles = PictureText.lines(of: options.labels.title(table.title), width: inner, size: 16, most: 3)
    let notes = PictureNotes.lines(table, options).flatMap {
      PictureText.lines(of: $0, width: inner, size: 10, most: 5)
    }
    let top = Self.margin + Double(titles.count) * 21 + (titles.isEmpty ? 0 : 9)
    let foot = top + drawing.height + 14
    let height = foot + Double(notes.count) * 14 + Self.margin - (notes.isEmpty ? 14 : 4)
    var canvas = SVGCanvas(width: inner + 2 * Self.margin, height: height)
    canvas.rectangle(0, 0, canvas.width, canvas.height, fill: "#FFFFFF")
    for (number, line) in titles.enumerated() {
      canvas.text(line, Self.margin, Self.margin + 15 + Double(number) * 21, size: 16, isBold: true)
    }
    canvas.put(drawing, Self.margin, top)
    for (number, line) in notes.enumerated() {
      canvas.text(line, Self.margin, foot + 10 + Double(number) * 14, size: 10, fill: SVGCanvas.faint)
    }
    let name = MarkupText.escaped(String(options.labels.title(table.title).prefix(300)))
    let told = MarkupText.escaped(notes.joined(separator: " "))
    let (width, tall) = (SVGCanvas.px(canvas.width), SVGCanvas.px(canvas.height))
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(tall)" viewBox="0 0 \(width) \(tall)" \
      font-family="Helvetica, Arial, sans-serif" role="img" aria-labelledby="title desc" \
      xml:lang="\(options.labels.rawValue)">
      <title id="title">\(name)</title>
      <desc id="desc">\(told)</desc>
      \(PictureFill.patterns)\(canvas.shapes)</svg>

      """
  }
}
