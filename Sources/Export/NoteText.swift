public import Model

/// The notes of a table as lines `Label: text`, for standard error where the format has no place for them.
public func noteText(for table: Table, options: ExportOptions = ExportOptions()) -> String {
  lines(of: table.allNotes(options, tellsRounding: false), options)
}

/// The notes of excerpts, and how many were left out by a limit.
public func noteText(for excerpts: Excerpts, options: ExportOptions = ExportOptions()) -> String {
  let remainder = options.labels.remainder(of: excerpts).map { wrapped($0, options) } ?? ""
  return remainder + lines(of: excerpts.allNotes(options.labels), options)
}

private func lines(of notes: [Table.Note], _ options: ExportOptions) -> String {
  notes.map { wrapped(options.labels.line($0), options) }.joined()
}

private func wrapped(_ note: String, _ options: ExportOptions) -> String {
  let text = DisplayWidth.printable(note)
  let lines = TextWrap.pieces(of: text, width: options.width.map { max(10, $0 - 2) })
  return lines.joined(separator: "\n  ") + "\n"
}
