public import Model
import Retrieval
import Store

extension Workbench {
  /// A transcript, or some of its segments, to be read: one excerpt a segment.
  public func segments(at typed: String, _ filter: FilterRequest, limit: Int? = nil) throws -> Excerpts {
    let seen = try seen(filter)
    let (address, selection, passages) = try passages(at: typed, seen.filter)
    let found = try store.excerpts(of: passages, in: selection.scope, limit: limit) { _ in [] }
    return Excerpts(title: address.transcript, items: found.items, total: found.total, notes: seen.notes)
  }

  /// The same as a table: one row a segment, positions of the whole segment in code points.
  public func segmentsTable(at typed: String, _ filter: FilterRequest) throws -> Table {
    let seen = try seen(filter)
    let (address, selection, passages) = try passages(at: typed, seen.filter)
    let found = try store.excerpts(of: passages, in: selection.scope, limit: nil) { _ in [] }
    let positions = TextPositions(try store.text(ofTranscript: address.transcript) ?? "")
    let rows: [[Table.Cell]] = zip(found.items, passages).map { item, passage in
      var span = passage.span
      let text = positions.text(of: span)
      if let last = text.lastIndex(where: { !$0.isWhitespace }) { span.end = span.start + text[...last].utf8.count }
      return [
        .count(item.firstSegment), item.speaker.map { .text($0) } ?? .none, item.role.map { .text($0) } ?? .none,
        item.time.map { .number($0) } ?? .none, .count(positions.codePoint(ofByte: span.start) ?? 0),
        .count(positions.codePoint(ofByte: span.end) ?? 0), .text(item.codes.joined(separator: " ")), .text(item.text),
      ]
    }
    return Table(
      title: address.transcript,
      columns: [
        .init("segment", "Segment", .count), .init("speaker", "Speaker", .text), .init("role", "Role", .text),
        .init("time", "Time", .time), .init("start", "Start", .count), .init("end", "End", .count),
        .init("codes", "Codes", .text), .init("text", "Text", .text),
      ], rows: rows, notes: seen.notes)
  }

  private func passages(at typed: String, _ filter: FilterRequest) throws -> (Address, Selection, [Passage]) {
    let address = try readAddress(typed)
    let selection = try select(filter, and: .comparison(attribute: "transcript", .equal, value: address.transcript))
    guard let stored = try store.transcript(named: address.transcript) else {
      throw try unknownTranscript(address.transcript)
    }
    let index = selection.scope.members.firstIndex { $0.name == address.transcript }.map(Int32.init)
    let numbers = address.segments ?? 1...max(1, stored.segments.count)
    guard numbers.upperBound <= max(1, stored.segments.count) else {
      throw Problem(
        "'\(address.transcript)' has no segment \(numbers.upperBound): it has \(stored.segments.count).",
        hint: "See them with: show \(address.transcript)")
    }
    let passages = stored.segments.enumerated().compactMap { number, segment in
      index.flatMap {
        numbers.contains(number + 1) ? Passage(transcript: $0, span: segment.span, isSegment: true) : nil
      }
    }
    return (address, selection, passages)
  }

  /// A name with a colon in it may be a transcript's whole name.
  func readAddress(_ typed: String) throws -> Address {
    if try store.transcriptNames().contains(typed) { return Address(transcript: typed) }
    return try Address(typed)
  }
}
