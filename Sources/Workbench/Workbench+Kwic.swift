public import Model
import Retrieval
import Store

extension Workbench {
  /// Words in their context, one row a place.
  public func kwic(
    _ text: String, _ filter: FilterRequest, width: Int, sort typed: String? = nil, limit: Int?
  ) throws -> Table {
    let order = try typed.map(KwicOrder.init(typed:))
    let query = try query(matching: text)
    let search = try search(query, typed: text, filter)
    guard let expansion = search.expansion else { throw Problem("There is no word to look for.", kind: .usage) }
    let found = try find(search, QuoteRequest())
    guard !found.items.isEmpty else { throw try nothingFound(search) }
    var lines = found.items.flatMap { excerpt in
      Kwic.lines(in: excerpt.text, hits: excerpt.hits, width: width).map { (excerpt: excerpt, line: $0) }
    }
    if let order {
      let keys = lines.map { order.key(of: $0.line) }
      lines = lines.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { lines[$0] }
    }
    let total = lines.count
    let rows: [[Table.Cell]] = (limit.map { lines.prefix($0) } ?? lines[...]).map { excerpt, line in
      [
        .text(excerpt.address), excerpt.speaker.map { .text($0) } ?? .none, .text(line.left.trimmed),
        .text(line.keyword), .text(line.right.trimmed),
      ]
    }
    var notes = [Table.Note("Found", "\(counted(total, "place")) in \(counted(found.items.count, "segment"))")]
    if rows.count < total {
      notes.append(.init("Left out", "\(counted(total - rows.count, "place")); all with --limit 0"))
    }
    if let order { notes.append(.init("Order", order.sentence)) }
    return Table(
      title: query.description,
      columns: [
        .init("place", "Place", .text), .init("speaker", "Speaker", .text), .init("left", "Before", .text),
        .init("keyword", "Word", .text), .init("right", "After", .text),
      ], rows: rows, notes: notes + Self.notes(on: expansion) + (try self.notes(search.selection)), recipe: try recipe()
    )
  }
}
