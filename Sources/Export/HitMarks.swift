import Model

/// A quote whose hits are highlighted on a terminal; without colour nothing is added to the words.
struct HitMarks {
  private let bytes: [UInt8]
  /// Sorted, in bytes, and not overlapping.
  private let hits: [TextSpan]

  init(_ text: String, _ hits: [TextSpan], colour: Bool) {
    bytes = Array(text.utf8)
    guard colour else {
      self.hits = []
      return
    }
    var merged: [TextSpan] = []
    for hit in hits.sorted() {
      if let last = merged.last, hit.start <= last.end {
        merged[merged.count - 1].end = max(last.end, hit.end)
      } else if hit.length > 0 {
        merged.append(hit)
      }
    }
    self.hits = merged
  }

  /// The words in a range of bytes; a hit that crosses its border is marked up to it.
  func text(in range: Range<Int>) -> String {
    var text = ""
    var offset = range.lowerBound
    let line = TextSpan(range.lowerBound, range.upperBound)
    for hit in hits.compactMap({ $0.intersection(line) }) {
      text += words(offset..<hit.start) + TerminalCode.hit + words(hit.start..<hit.end) + TerminalCode.end
      offset = hit.end
    }
    return text + words(offset..<range.upperBound)
  }

  private func words(_ range: Range<Int>) -> String {
    DisplayWidth.printable(String(decoding: bytes[range], as: UTF8.self))
  }
}
