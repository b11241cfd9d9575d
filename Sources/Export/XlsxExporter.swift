import Model

/// A workbook of two sheets: the result with numbers that are numbers, and the recipe of what was counted.
struct XlsxExporter: Exporter {
  func export(_ result: ExportedResult, options: ExportOptions) throws(Problem) -> [UInt8] {
    switch result {
    case .table(let table):
      let notes = RoundingNote.all(of: table, options)
      return try workbook(table, notes: notes.map { ($0.label, $0.text) }, options)
    case .excerpts(let excerpts):
      let remainder = options.labels.remainder(of: excerpts).map { [("Limit", $0)] } ?? []
      return try workbook(excerpts.sheet, notes: remainder + excerpts.notes.map { ($0.label, $0.text) }, options)
    }
  }

  private func workbook(
    _ table: Table, notes: [(label: String, text: String)], _ options: ExportOptions
  ) throws(Problem) -> [UInt8] {
    guard table.rows.count <= XlsxSheet.mostRows, table.columns.count <= XlsxSheet.mostColumns else {
      throw Problem(
        "A spreadsheet holds \(XlsxSheet.mostRows) rows and \(XlsxSheet.mostColumns) columns; this result has "
          + "\(table.rows.count) and \(table.columns.count).",
        hint: "Write it as CSV: --format csv")
    }
    let book = try XlsxWorkbook(title: options.labels.title(table.title))
    let sheet = try book.sheet(options.labels.label("Result"))
    let cut = sheet.write(table, options)
    let cutNote =
      cut == 0 ? [] : [("Cut", "\(cut) cell\(cut == 1 ? "" : "s") longer than \(XlsxText.limit) characters")]
    let recipe = try book.sheet(options.labels.label("Recipe"))
    let title = table.title.isEmpty ? [] : [("Title", options.labels.title(table.title))]
    recipe.write(recipe: title + notes + cutNote, options.labels)
    return try book.close()
  }
}
