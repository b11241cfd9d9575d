import Model

/// Positions in one text as they are written: code points, or units of UTF-16.
struct QDAPositions {
  private let bytes: [UInt8]
  /// For each byte that begins a character, and for the end, its position; -1 for others.
  private var units: [Int32]

  init(_ text: String, utf16: Bool) {
    bytes = Array(text.utf8)
    units = []
    units.reserveCapacity(bytes.count + 1)
    var unit: Int32 = 0
    var width: Int32 = 0
    for byte in bytes {
      if byte & 0xC0 == 0x80 {
        units.append(-1)
      } else {
        unit += width
        units.append(unit)
        width = utf16 && byte >= 0xF0 ? 2 : 1
      }
    }
    units.append(unit + width)
  }

  /// nil for a span that does not lie in the text with whole characters.
  subscript(_ span: TextSpan) -> (start: Int, end: Int)? {
    guard span.start >= 0, span.start < span.end, span.end < units.count, units[span.start] >= 0, units[span.end] >= 0
    else { return nil }
    return (Int(units[span.start]), Int(units[span.end]))
  }

  /// The first hundred characters of the words of a span, in one line, with which a reader can check the position.
  func name(of span: TextSpan) -> String {
    let end = min(span.end, span.start + 400)
    var scalars = String(decoding: bytes[span.start..<end], as: UTF8.self).unicodeScalars.prefix(100).map { $0 }
    // What was cut within a character.
    if end < span.end, scalars.count < 100, scalars.last == "\u{FFFD}" { scalars.removeLast() }
    var name = String.UnicodeScalarView()
    for scalar in scalars { name.append(scalar.value < 0x20 ? " " : scalar) }
    return String(name)
  }
}
