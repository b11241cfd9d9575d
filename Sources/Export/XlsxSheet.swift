import CXlsxWriter
import Model

/// A sheet of a workbook: a frozen head, columns as wide as their words, cells of the right kind.
struct XlsxSheet {
  /// Without the head.
  static let mostRows = 1_048_575
  static let mostColumns = 16_384

  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let formats: XlsxFormats

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, of book: UnsafeMutablePointer<lxw_workbook>) {
    self.sheet = sheet
    formats = XlsxFormats(book)
  }

  /// Writes heads and rows; gives the number of cells whose words had to be cut.
  func write(_ table: Table, _ options: ExportOptions) -> Int {
    let heat = table.heat
    let decimals = options.decimals
    var cut = 0
    // Printed, it is as wide as a page and has its head on each.
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_repeat_rows(sheet, 0, 0)
    worksheet_freeze_panes(sheet, 1, lxw_col_t(table.columns.first?.kind.isNumeric == false ? 1 : 0))
    for (place, column) in table.columns.enumerated() {
      let head = XlsxText.cell(DisplayWidth.printable(options.labels.heading(of: column))).text
      let longest = table.rows.prefix(2000).reduce(DisplayWidth.of(String(head.prefix(80)))) {
        max($0, width(of: $1[place], column.kind))
      }
      // Numbers are narrow; words wrap beyond 60 characters.
      worksheet_set_column(sheet, lxw_col_t(place), lxw_col_t(place), Double(min(60, max(8, longest + 2))), nil)
      worksheet_write_string(sheet, 0, lxw_col_t(place), head, formats.head(isNumeric: column.kind.isNumeric))
      for (row, cells) in table.rows.enumerated() {
        let format = formats.cell(column.kind, decimals: decimals, heat: heat[place][row])
        if write(cells[place], column.kind, lxw_row_t(row + 1), lxw_col_t(place), format) { cut += 1 }
      }
    }
    return cut
  }

  /// A label and a text a row.
  func write(recipe: [Table.Note], _ labels: LabelLanguage) {
    worksheet_set_column(sheet, 0, 0, 18, nil)
    worksheet_set_column(sheet, 1, 1, 90, nil)
    for (row, note) in recipe.enumerated() {
      let text = labels == .nl ? DutchNotes.text(note.text, under: note.label) : note.text
      worksheet_write_string(
        sheet, lxw_row_t(row), 0, XlsxText.cell(labels.label(note.label)).text, formats.head(isNumeric: false))
      worksheet_write_string(sheet, lxw_row_t(row), 1, XlsxText.cell(text).text, formats.words)
    }
  }

  /// - Returns: whether words had to be cut.
  private func write(
    _ cell: Table.Cell, _ kind: Table.Kind, _ row: lxw_row_t, _ column: lxw_col_t,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) -> Bool {
    switch cell {
    case .none: break
    case .text(let words):
      let shown = XlsxText.cell(words)
      worksheet_write_string(sheet, row, column, shown.text, format)
      return shown.isCut
    case .count(let count): worksheet_write_number(sheet, row, column, value(Double(count), kind), format)
    case .number(let number) where number.isFinite:
      worksheet_write_number(sheet, row, column, value(number, kind), format)
    case .number(let number):
      if let word = NumberText.exact(number) { worksheet_write_string(sheet, row, column, word, format) }
    }
    return false
  }

  /// A spreadsheet keeps percentages as parts of one, and times as parts of a day.
  private func value(_ number: Double, _ kind: Table.Kind) -> Double {
    switch kind {
    case .percent: number / 100
    case .time: number / 86_400
    case .text, .count, .number: number
    }
  }

  private func width(of cell: Table.Cell, _ kind: Table.Kind) -> Int {
    switch cell {
    case .none: 0
    case .text(let words): DisplayWidth.of(String(words.prefix(80)))
    case .count(let count): String(count).count
    case .number: kind == .percent ? 6 : 10
    }
  }
}
