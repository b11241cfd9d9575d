import Model

/// Tables in long form and excerpts as JSON, a row a line.
///
/// JSON knows no infinity: such a number is null, and the row ends with `"infinite": {"lift": "inf"}`.
struct JSONExporter: TextualExporter {
  func text(of result: ExportedResult, options: ExportOptions) -> String {
    switch result {
    case .table(let table): JSONValue.document(members(of: table.longForm))
    case .excerpts(let excerpts): JSONValue.document(members(of: excerpts))
    }
  }

  private func members(of table: Table) -> [(name: String, value: JSONValue)] {
    let columns = table.columns.map { column in
      JSONValue.object([
        ("key", .string(column.key)), ("heading", .string(column.heading)), ("kind", .string(column.kind.name)),
      ])
    }
    return [("title", .string(table.title)), ("notes", object(of: table.notes))] + members(of: table.recipe)
      + [("columns", .array(columns)), ("rows", .array(table.rows.map { row($0, table.columns) }))]
  }

  private func row(_ cells: [Table.Cell], _ columns: [Table.Column]) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = []
    var infinite: [(name: String, value: JSONValue)] = []
    for (column, cell) in zip(columns, cells) {
      members.append((column.key, value(of: cell)))
      if case .number(let number) = cell, number.isInfinite {
        infinite.append((column.key, .optional(NumberText.exact(number))))
      }
    }
    return .object(infinite.isEmpty ? members : members + [("infinite", .object(infinite))])
  }

  private func value(of cell: Table.Cell) -> JSONValue {
    switch cell {
    case .none: .null
    case .text(let text): .string(text)
    case .count(let count): .number(String(count))
    case .number(let number): number.isFinite ? NumberText.exact(number).map { .number($0) } ?? .null : .null
    }
  }

  private func members(of excerpts: Excerpts) -> [(name: String, value: JSONValue)] {
    let head: [(name: String, value: JSONValue)] =
      [("title", .string(excerpts.title)), ("notes", object(of: excerpts.notes))] + members(of: excerpts.recipe)
      + [("total", .number(String(excerpts.total)))]
    guard !excerpts.sections.isEmpty else { return head + [("excerpts", .array(excerpts.items.map(value)))] }
    let sections = excerpts.parts.map { part in
      JSONValue.object(members(of: part.section) + [("excerpts", .array(part.items.map(value)))])
    }
    return head + [("sections", .array(sections))]
  }

  private func members(of section: ExcerptSection?) -> [(name: String, value: JSONValue)] {
    guard let section else { return [] }
    return [
      ("code", .string(section.code)), ("name", .string(section.name)), ("definition", .optional(section.definition)),
      ("quotes", .number(String(section.quotes))), ("transcripts", .number(String(section.transcripts))),
      ("cases", .number(String(section.cases))),
    ] + value(of: section.memos)
  }

  private func members(of recipe: Recipe?) -> [(name: String, value: JSONValue)] {
    guard let recipe else { return [] }
    var members: [(name: String, value: JSONValue)] = [
      ("command", .string(recipe.command)), ("version", .string(recipe.version)),
    ]
    if let content = recipe.content { members.append(("content", .string(content))) }
    if !recipe.files.isEmpty {
      let files = recipe.files.map { JSONValue.object([("name", .string($0.name)), ("sha256", .string($0.sha256))]) }
      members.append(("files", .array(files)))
    }
    if let last = recipe.lastChange { members.append(("last_change", .string(last))) }
    return [("recipe", .object(members))]
  }

  private func value(of excerpt: Excerpt) -> JSONValue {
    let positions = TextPositions(excerpt.text)
    let hits = excerpt.hits.compactMap { hit -> JSONValue? in
      guard let start = positions.codePoint(ofByte: hit.start), let end = positions.codePoint(ofByte: hit.end) else {
        return nil
      }
      return .array([.number(String(start)), .number(String(end))])
    }
    var members: [(name: String, value: JSONValue)] = [
      ("case", .optional(excerpt.caseName)), ("transcript", .string(excerpt.transcript)),
      ("segment", .string(excerpt.segments)), ("speaker", .optional(excerpt.speaker)),
      ("role", .optional(excerpt.role)),
      ("time", excerpt.time.map { value(of: .number($0)) } ?? .null), ("start", .number(String(excerpt.start))),
      ("end", .number(String(excerpt.end))), ("codes", .array(excerpt.codes.map { .string($0) })),
      ("text", .string(excerpt.text)), ("hits", .array(hits)),
    ]
    if let page = excerpt.page { members.append(("page", .number(String(page)))) }
    if !excerpt.before.isEmpty || !excerpt.after.isEmpty {
      members += [("before", context(excerpt.before)), ("after", context(excerpt.after))]
    }
    return .object(members + value(of: excerpt.memos))
  }

  private func value(of memos: [ExcerptMemo]) -> [(name: String, value: JSONValue)] {
    guard !memos.isEmpty else { return [] }
    return [
      ("memos", .array(memos.map { .object([("coder", .optional($0.coder)), ("text", .string($0.text))]) }))
    ]
  }

  private func context(_ segments: [ContextSegment]) -> JSONValue {
    .array(
      segments.map { segment in
        .object([
          ("speaker", .optional(segment.speaker)), ("role", .optional(segment.role)), ("text", .string(segment.text)),
        ])
      })
  }

  /// The text by label; texts under one label are joined by a line end.
  private func object(of notes: [Table.Note]) -> JSONValue {
    var members: [(name: String, text: String)] = []
    for note in notes {
      if let place = members.firstIndex(where: { $0.name == note.label }) {
        members[place].text += "\n" + note.text
      } else {
        members.append((note.label, note.text))
      }
    }
    return .object(members.map { ($0.name, .string($0.text)) })
  }
}

extension Table.Kind {
  fileprivate var name: String {
    switch self {
    case .text: "text"
    case .count: "count"
    case .percent: "percent"
    case .number: "number"
    case .time: "time"
    }
  }
}
