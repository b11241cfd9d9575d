import Model

/// A table of a page: a caption, heads that say what they head, cells with the exact value behind the rounded one.
struct HTMLTable {
  private let table: Table
  private let report: ReportTable
  private let options: ExportOptions

  init(_ table: Table, _ report: ReportTable, _ options: ExportOptions) {
    self.table = table
    self.report = report
    self.options = options
  }

  var text: String {
    let caption = report.title.isEmpty ? "" : "<caption>\(MarkupText.escaped(report.title))</caption>\n"
    let rows = (0..<report.rowCount).map(row).joined()
    return "<div class=\"scroll\" tabindex=\"0\">\n<table>\n\(caption)<thead>\n\(heads)</thead>\n"
      + "<tbody>\n\(rows)</tbody>\n</table>\n</div>\n"
  }

  private var heads: String {
    let columns = report.columns.enumerated().map { place, column in
      let kind = column.isNumeric ? " class=\"number\"" : ""
      return "<th scope=\"col\"\(kind) data-column=\"\(place)\">\(MarkupText.escaped(column.head))</th>"
    }
    let line = "<tr>\(columns.joined())</tr>\n"
    guard report.hasGroups else { return line }
    let groups = report.headGroups.map { group in
      group.name.map { "<th scope=\"colgroup\" colspan=\"\(group.count)\">\(MarkupText.escaped($0))</th>" }
        ?? String(repeating: "<td></td>", count: group.count)
    }
    return "<tr>\(groups.joined())</tr>\n" + line
  }

  private func row(_ number: Int) -> String {
    "<tr>" + report.columns.indices.map { cell(number, $0) }.joined() + "</tr>\n"
  }

  private func cell(_ row: Int, _ place: Int) -> String {
    let column = report.columns[place]
    let words = MarkupText.escaped(column.cells[row])
    guard column.isNumeric else {
      return place == 0
        ? "<th scope=\"row\">\(words)</th>" : "<td\(words.utf8.count > 30 ? " class=\"words\"" : "")>\(words)</td>"
    }
    var attributes = " class=\"number\(isOwn(row, place) ? " own" : "")\" data-value=\"\(value(row, place))\""
    if let heat = column.heat[row] {
      attributes +=
        " style=\"background:\(HeatColour.hex(heat))\(HeatColour.isDark(heat) ? ";color:#fff" : "")\""
    }
    return "<td\(attributes)>\(words)</td>"
  }

  /// Whether it is the cell of a code with itself.
  private func isOwn(_ row: Int, _ place: Int) -> Bool {
    table.isMatrix && table.columns[place].group.map { table.rows[row].first == .text($0) } == true
  }

  private func value(_ row: Int, _ place: Int) -> String {
    switch table.rows[row][place] {
    case .count(let count): String(count)
    case .number(let number) where number.isInfinite: number > 0 ? "Infinity" : "-Infinity"
    case .number(let number): NumberText.exact(number) ?? ""
    case .text, .none: ""
    }
  }
}
