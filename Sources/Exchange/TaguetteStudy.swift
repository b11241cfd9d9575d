public import Model

/// A project of Taguette: the SQLite file it exports (github.com/remram44/taguette, as of version 1.5).
///
/// A document is HTML there, and a highlight counts bytes of UTF-8 in its text, tags left out.
public enum TaguetteStudy {
  public static let tables = ["projects", "documents", "highlights", "highlight_tags", "tags", "commands"]

  public static func read(
    _ tables: ForeignTables, name: String, path: String, coder: String,
    isStopped: @escaping () -> Bool = { false }
  ) throws(Problem) -> ForeignStudy {
    guard tables.has("documents", columns: ["id", "name", "contents"]),
      tables.has("highlights", columns: ["document_id", "start_offset", "end_offset"])
    else {
      throw Problem(
        "'\(PathText.name(of: path))' is no project of Taguette: its tables are others.", file: path,
        hint: "Export the project from Taguette as SQLite3.")
    }
    let project = tables["projects"].first
    guard tables["projects"].count <= 1 else {
      throw Problem(
        "'\(PathText.name(of: path))' holds \(tables["projects"].count) projects of Taguette.", file: path,
        hint: "Export one of them from Taguette as SQLite3.")
    }
    let title = project?.text("name") ?? name
    var draft = ForeignStudyDraft(
      title, seed: "Taguette/\(title)/\(project?.text("created") ?? "")", file: path, coder: coder, isStopped: isStopped
    )
    readTags(tables, &draft)
    var documents: [String: HTMLWords] = [:]
    for row in tables["documents"] {
      let id = row.text("id") ?? ""
      let words = HTMLWords(row.text("contents") ?? "")
      documents[id] = words
      draft.add(
        source: id, name: row.text("name") ?? "document", text: words.text, memo: row.text("description"), coder: nil)
    }
    readHighlights(tables, documents, coder: coder, &draft)
    draft.add(memo: project?.text("description"), about: .study, "project", "1", coder: nil)
    return draft.foreign
  }

  /// Paths whose beginning is a tag of its own stand under it: `work.pressure` under `work`.
  private static func readTags(_ tables: ForeignTables, _ draft: inout ForeignStudyDraft) {
    let rows = tables["tags"]
    let ids = Dictionary(
      rows.compactMap { row in row.text("path").map { ($0, row.text("id") ?? "") } },
      uniquingKeysWith: { first, _ in first })
    draft.add(
      tree: rows.map { row in
        let path = row.text("path") ?? "tag"
        var above = path
        var parent = row.text("parent_id")
        while parent == nil, let dot = above.lastIndex(of: ".") {
          above = String(above[..<dot])
          parent = ids[above]
        }
        return (
          id: row.text("id") ?? "", name: path, definition: row.text("description"), color: nil, parent: parent,
          isFolder: false
        )
      })
  }

  private static func readHighlights(
    _ tables: ForeignTables, _ documents: [String: HTMLWords], coder: String, _ draft: inout ForeignStudyDraft
  ) {
    let authors = authors(tables["commands"])
    let tags = Dictionary(grouping: tables["highlight_tags"]) { $0.text("highlight_id") ?? "" }
    for row in tables["highlights"] {
      let (id, source) = (row.text("id") ?? "", row.text("document_id") ?? "")
      let quote = row.text("snippet").map { HTMLWords($0).text }
      guard let words = documents[source], let start = row.number("start_offset"), let end = row.number("end_offset"),
        let place = draft.span(source, words.character(ofByte: start), words.character(ofByte: end), quote: quote)
      else { continue }
      let own = tags[id, default: []]
      if own.isEmpty { draft.report.lose("highlight without a tag", "highlights without a tag") }
      for tag in own {
        let number = tag.text("tag_id") ?? ""
        draft.add(place, code: number, coder: authors[id] ?? coder, memo: nil, id: id + "/" + number)
      }
    }
  }

  /// Who made a highlight, as far as the log of the project tells: by the number of the highlight.
  private static func authors(_ commands: [ForeignTables.Row]) -> [String: String] {
    var authors: [String: String] = [:]
    for row in commands {
      guard let payload = row.text("payload"), payload.contains("highlight_add"), let login = row.text("user_login"),
        let place = payload.firstRange(of: "\"highlight_id\":")
      else { continue }
      let digits = payload[place.upperBound...].drop { $0 == " " }.prefix { $0.isNumber }
      if !digits.isEmpty, authors[String(digits)] == nil { authors[String(digits)] = login }
    }
    return authors
  }
}
