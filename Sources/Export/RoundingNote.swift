import Model

/// How the percentages of a table were rounded, as a note.
enum RoundingNote {
  private static let label = "Rounding"

  /// The notes of the table, and at their end how its percentages are rounded, in the place of a note on that.
  static func all(of table: Table, _ options: ExportOptions) -> [Table.Note] {
    let rounding = notes(for: table, options)
    return rounding.isEmpty ? table.notes : table.notes.filter { $0.label != label } + rounding
  }

  /// All notes where rounding was asked for; a terminal is not told each time what is usual.
  static func shown(of table: Table, _ options: ExportOptions) -> [Table.Note] {
    options.decimals != nil || options.rounding != .halfAwayFromZero ? all(of: table, options) : table.notes
  }

  private static func notes(for table: Table, _ options: ExportOptions) -> [Table.Note] {
    guard table.columns.contains(where: { $0.kind == .percent }) else { return [] }
    let together = table.apportioned(options).map { options.labels.heading(of: table.columns[$0.place]) }
    return [Table.Note(label, sentence(options, together: together))]
  }

  private static func sentence(_ options: ExportOptions, together: [String]) -> String {
    let decimals = options.decimals ?? 0
    let list = together.joined(separator: ", ")
    switch options.labels {
    case .en:
      let unit =
        decimals == 0 ? "to whole numbers" : decimals == 1 ? "to one decimal" : "to \(decimals) decimals"
      let half = "percentages \(unit), a half away from zero"
      return together.isEmpty ? half : "\(half); '\(list)' by largest remainder, so that it adds up to 100"
    case .nl:
      let unit =
        decimals == 0 ? "op hele getallen" : decimals == 1 ? "op één decimaal" : "op \(decimals) decimalen"
      let half = "percentages \(unit), een half van nul af"
      return together.isEmpty ? half : "\(half); '\(list)' naar grootste rest, zodat het optelt tot 100"
    }
  }
}
