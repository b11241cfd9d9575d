import Model

/// A workbook of two sheets: the result with numbers that are numbers, and the recipe of what was counted.
struct XlsxExporter: Exporter {
  func export(_ result: ExportedResult, options: ExportOptions) throws(Problem) -> [UInt8] {
    switch result {
    case .table(let table):
      return try workbook(table, notes: RoundingNote.all(of: table, options) + made(by: table.recipe), options)
    case .excerpts(let excerpts):
      let remainder = options.labels.remainder(of: excerpts).map { [Table.Note("Limit", $0)] } ?? []
      return try workbook(excerpts.sheet, notes: remainder + excerpts.notes + made(by: excerpts.recipe), options)
    }
  }

  private func made(by recipe: Recipe?) -> [Table.Note] { recipe.map(RecipeNote.notes) ?? [] }

  private func workbook(_ table: Table, notes: [Table.Note], _ options: ExportOptions) throws(Problem) -> [UInt8] {
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
      cut == 0
      ? [] : [Table.Note("Cut", "\(cut) cell\(cut == 1 ? "" : "s") longer than \(XlsxText.limit) characters")]
    let recipe = try book.sheet(options.labels.label("Recipe"))
    let title = table.title.isEmpty ? [] : [Table.Note("Title", options.labels.title(table.title))]
    recipe.write(recipe: title + notes + cutNote, options.labels)
    return try book.close()
  }
}
