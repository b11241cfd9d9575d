import Model

extension Excerpts {
  /// The excerpts as a table: one row each, with the heads of `find` as CSV.
  ///
  /// Where they stand under codes, that code is the first column, and what stands behind a quote the last.
  var sheet: Table {
    guard !sections.isEmpty else { return plainSheet }
    var sheet = plainSheet
    let codes = parts.flatMap { part in part.items.map { _ in Table.Cell.text(part.section?.code ?? "") } }
    sheet.columns = [.init("code", "Code", .text)] + sheet.columns + [.init("attribution", "Attribution", .text)]
    let haveMemos = items.contains { !$0.memos.isEmpty }
    if haveMemos { sheet.columns.append(.init("memos", "Memos", .text)) }
    for place in sheet.rows.indices {
      let source = items[place].ascription.map { Table.Cell.text($0.joined(separator: " ")) } ?? .none
      sheet.rows[place] =
        [place < codes.count ? codes[place] : .none] + sheet.rows[place] + [source]
        + (haveMemos ? [items[place].memoCell] : [])
    }
    return sheet
  }

  private var plainSheet: Table {
    let columns: [Table.Column] = [
      .init("case", "Case", .text), .init("transcript", "Transcript", .text), .init("segment", "Segment", .text),
      .init("speaker", "Speaker", .text), .init("role", "Role", .text), .init("start", "Start", .count),
      .init("end", "End", .count), .init("codes", "Codes", .text), .init("text", "Text", .text),
    ]
    guard items.contains(where: { !$0.before.isEmpty || !$0.after.isEmpty }) else {
      return Table(title: title, columns: columns, rows: items.map(\.row), notes: notes)
    }
    let around: [Table.Column] = [.init("before", "Before", .text), .init("after", "After", .text)]
    return Table(title: title, columns: columns + around, rows: items.map { $0.row + $0.around }, notes: notes)
  }
}

extension Excerpt {
  /// `12` or `12-14`.
  var segments: String { firstSegment == lastSegment ? "\(firstSegment)" : "\(firstSegment)-\(lastSegment)" }

  /// The segments before and after, a line each.
  fileprivate var around: [Table.Cell] {
    [before, after].map { $0.isEmpty ? .none : .text($0.map(\.spoken).joined(separator: "\n")) }
  }

  fileprivate var memoCell: Table.Cell {
    memos.isEmpty ? .none : .text(memos.flatMap(\.paragraphs).joined(separator: "\n"))
  }

  fileprivate var row: [Table.Cell] {
    [
      caseName.map { .text($0) } ?? .none, .text(transcript), .text(segments), speaker.map { .text($0) } ?? .none,
      role.map { .text($0) } ?? .none, .count(start), .count(end), .text(codes.joined(separator: " ")), .text(text),
    ]
  }
}
