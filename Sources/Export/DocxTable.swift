import Model

/// A table of a Word document, ruled as in a report: above, under the heads, below.
enum DocxTable {
  /// - Parameter room: the width of the page between its margins, in twentieths of a point.
  static func text(of report: ReportTable, room: Int) -> String {
    guard !report.columns.isEmpty else { return "" }
    let widths = widths(of: report, room: room)
    let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    let rows = (0..<report.rowCount).map { row($0, of: report, widths) }.joined()
    let caption = report.title.isEmpty ? "" : "<w:tblCaption w:val=\"\(MarkupText.escaped(report.title))\"/>"
    return
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
      + "<w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:noVBand=\"1\"/>\(caption)</w:tblPr><w:tblGrid>\(grid)</w:tblGrid>"
      + heads(of: report, widths) + rows + "</w:tbl>" + DocxText.paragraph(runs: "", style: "Note")
  }

  /// As wide as the words where the page has room; else numbers keep theirs and words share what is left.
  private static func widths(of report: ReportTable, room: Int) -> [Int] {
    let wanted = report.columns.map { column in
      let longestWord = column.head.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0
      let longest = column.cells.reduce(longestWord) { max($0, min(60, DisplayWidth.of($1))) }
      return longest * 125 + 200
    }
    let all = wanted.reduce(0, +)
    guard all > room else { return wanted }
    // A key of a few letters gives nothing away either.
    let keeps = zip(report.columns, wanted).map { $0.isNumeric || $1 < 1500 }
    let kept = zip(keeps, wanted).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
    guard all > kept, room - kept > room / 8 else { return wanted.map { max(1, $0 * room / all) } }
    return zip(keeps, wanted).map { $0 ? $1 : $1 * (room - kept) / (all - kept) }
  }

  private static func heads(of report: ReportTable, _ widths: [Int]) -> String {
    let cells = zip(report.columns, widths).map { cell($0.head, $1, isNumeric: $0.isNumeric, isHead: true) }
    let head = row(cells.joined(), isHead: true)
    guard report.hasGroups else { return head }
    var place = 0
    let groups = report.headGroups.map { group in
      defer { place += group.count }
      let width = widths[place..<(place + group.count)].reduce(0, +)
      return cell(
        group.name ?? "", width, isNumeric: false, isHead: true, span: group.count, isCentred: group.name != nil)
    }
    return row(groups.joined(), isHead: true) + head
  }

  private static func row(_ number: Int, of report: ReportTable, _ widths: [Int]) -> String {
    let cells = zip(report.columns, widths).map { column, width in
      cell(column.cells[number], width, isNumeric: column.isNumeric, isHead: false, heat: column.heat[number])
    }
    return row(cells.joined(), isHead: false)
  }

  private static func row(_ cells: String, isHead: Bool) -> String {
    "<w:tr><w:trPr><w:cantSplit/>\(isHead ? "<w:tblHeader/>" : "")</w:trPr>\(cells)</w:tr>"
  }

  private static func cell(
    _ text: String, _ width: Int, isNumeric: Bool, isHead: Bool, span: Int = 1, isCentred: Bool = false,
    heat: Double? = nil
  ) -> String {
    var cell = "<w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
    if span > 1 { cell += "<w:gridSpan w:val=\"\(span)\"/>" }
    if isHead {
      cell += "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/></w:tcBorders>"
    }
    if let heat {
      cell += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(HeatColour.digits(HeatColour.rgb(heat)))\"/>"
    }
    if isHead { cell += "<w:vAlign w:val=\"bottom\"/>" }
    var look = isHead ? "<w:b/>" : ""
    if let heat, HeatColour.isDark(heat) { look += "<w:color w:val=\"FFFFFF\"/>" }
    let side = isCentred ? "center" : isNumeric ? "right" : "left"
    let words = DocxText.paragraph(
      runs: DocxText.run(text, look), style: "TableText", more: "<w:jc w:val=\"\(side)\"/>")
    return "<w:tc>\(cell)</w:tcPr>\(words)</w:tc>"
  }
}
