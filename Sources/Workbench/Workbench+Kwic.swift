public import Model
import Retrieval
import Store

extension Workbench {
  /// Words in their context, one row a place.
  public func kwic(_ text: String, _ filter: FilterRequest, width: Int, limit: Int?) throws -> Table {
    let query = try Query.parse(matching: text)
    let selection = try select(filter, also: query.condition)
    guard let words = query.words else { throw Problem("There is no word to look for.", kind: .usage) }
    let expansion = try store.expand(words)
    let found = try find(query, expansion, typed: text, in: selection, limit: nil)
    guard !found.items.isEmpty else { throw try nothingFound(query, expansion, typed: text, in: selection) }
    var rows: [[Table.Cell]] = []
    var total = 0
    for excerpt in found.items {
      for line in Kwic.lines(in: excerpt.text, hits: excerpt.hits, width: width) {
        total += 1
        if let limit, rows.count >= limit { continue }
        rows.append([
          .text(excerpt.address), excerpt.speaker.map { .text($0) } ?? .none, .text(line.left.trimmed),
          .text(line.keyword), .text(line.right.trimmed),
        ])
      }
    }
    var notes = [Table.Note("Found", "\(counted(total, "place")) in \(counted(found.items.count, "segment"))")]
    if rows.count < total {
      notes.append(.init("Left out", "\(counted(total - rows.count, "place")); all with --limit 0"))
    }
    return Table(
      title: query.description,
      columns: [
        .init("place", "Place", .text), .init("speaker", "Speaker", .text), .init("left", "Before", .text),
        .init("keyword", "Word", .text), .init("right", "After", .text),
      ], rows: rows, notes: notes + Self.notes(on: expansion) + (try self.notes(selection)))
  }
}
