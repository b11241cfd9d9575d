import Model
import Store

/// Words of a transcript as a person is shown them.
struct ShownPassage: Equatable {
  /// As a person types it: `s01-team:12-14`.
  var address: String
  /// On one line.
  var words: String
}

extension Workbench {
  /// Where words stand, and the words; each transcript is read once, in whatever order its passages come.
  func passages(_ places: [(transcript: String, span: TextSpan)]) throws -> [ShownPassage] {
    var shown = [ShownPassage](repeating: ShownPassage(address: "", words: ""), count: places.count)
    for (name, numbers) in Dictionary(grouping: places.indices, by: { places[$0].transcript }) {
      guard let stored = try store.transcript(named: name) else {
        for number in numbers { shown[number].address = name }
        continue
      }
      let bytes = Array(stored.transcript.text.utf8)
      for number in numbers { shown[number] = Self.passage(places[number].span, of: name, bytes, stored.segments) }
    }
    return shown
  }

  private static func passage(
    _ span: TextSpan, of name: String, _ bytes: [UInt8], _ segments: [Segment]
  ) -> ShownPassage {
    // Segments are in order and do not overlap.
    var (low, high) = (0, segments.count)
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    let touched = segments.indices[low...].prefix { segments[$0].span.overlaps(span) }
    let (first, last) = (touched.first.map { $0 + 1 } ?? 1, touched.last.map { $0 + 1 } ?? 1)
    let words = String(decoding: bytes[min(span.start, bytes.count)..<min(span.end, bytes.count)], as: UTF8.self)
    return ShownPassage(
      address: "\(name):\(first == last ? "\(first)" : "\(first)-\(last)")",
      words: words.split(whereSeparator: \.isNewline).joined(separator: " "))
  }
}
