import Model
import Workbench

/// The words of one segment with how each of them looks.
struct SegmentWords {
  private let reader: Reader
  private let start: Int
  private let base: Style
  /// What is chosen, what was coded in part, and what a query found; in bytes of the transcript.
  private var chosen: TextSpan?
  private var coded: [(span: TextSpan, colour: CodeColour?)] = []
  private var hits: [TextSpan] = []

  init(_ reader: Reader, _ segment: Int) {
    self.reader = reader
    let words = reader.spokenSpan(of: segment)
    start = words.start
    base = segment == reader.focus ? .plain : .faint
    if segment == reader.focus {
      chosen = reader.part?.span
      coded = reader.codings(on: segment).compactMap { coding in
        guard coding.coder == reader.copy.coder, !coding.span.contains(words) else { return nil }
        return (coding.span, reader.colours[coding.code])
      }
    }
    if let found = reader.hits, found.has(segment) {
      hits = found.marks(reader.text(of: words)).map { TextSpan($0.start + words.start, $0.end + words.start) }
    }
  }

  /// Adds the words in a range of bytes from where the segment's words begin.
  func append(_ range: Range<Int>, to line: inout StyledLine) {
    var byte = start + range.lowerBound
    for character in reader.text(of: TextSpan(byte, start + range.upperBound)) {
      line.append(character, style(at: byte))
      byte += character.utf8.count
    }
  }

  private func style(at byte: Int) -> Style {
    func holds(_ span: TextSpan) -> Bool { span.start <= byte && byte < span.end }
    var style = base
    if let own = coded.first(where: { holds($0.span) }) { style = style.underlined().coloured(own.colour) }
    if hits.contains(where: holds) { style = Style.bold.underlined().coloured(style.colour) }
    if let chosen, holds(chosen) { style = style.reversed() }
    return style
  }
}

extension ReadingHits {
  func has(_ segment: Int) -> Bool {
    var (low, high) = (0, segments.count)
    while low < high {
      let middle = (low + high) / 2
      if segments[middle] < segment { low = middle + 1 } else { high = middle }
    }
    return low < segments.count && segments[low] == segment
  }
}
