/// What counts as a word: a run of characters between blanks that has at least one letter or digit in it.
///
/// A blank is a space, tab, line end, or one of the spaces of Unicode that text programs write (no-break, narrow, thin, zero-width).
public enum SpokenWords {
  /// The byte offsets in `bytes` at which words begin, ascending.
  public static func starts(in bytes: UnsafeBufferPointer<UInt8>, from begin: Int = 0) -> [Int32] {
    var starts: [Int32] = []
    scan(bytes, from: begin) { starts.append(Int32($0)) }
    return starts
  }

  public static func count(in bytes: UnsafeBufferPointer<UInt8>, from begin: Int = 0) -> Int {
    var count = 0
    scan(bytes, from: begin) { _ in count += 1 }
    return count
  }

  /// The words of a transcript that stand in its segments, labels left out.
  public static func count(in transcript: Transcript, _ segments: [Segment]) -> Int {
    var text = transcript.text
    return text.withUTF8 { bytes in
      segments.reduce(0) { sum, segment in
        let part = UnsafeBufferPointer(rebasing: bytes[segment.span.start..<segment.span.end])
        return sum + count(in: part, from: segment.wordsStart - segment.span.start)
      }
    }
  }

  private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, from begin: Int, _ word: (Int) -> Void) {
    var index = begin
    var start = -1
    var counts = false
    while index < bytes.count {
      let byte = bytes[index]
      var length = 1
      var isBlank = false
      var isLetter = false
      if byte < 0x80 {
        isBlank = byte <= 0x20
        isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
      } else {
        length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        let third = index + 2 < bytes.count ? bytes[index + 2] : 0
        isBlank =
          byte == 0xC2 && second == 0xA0 || byte == 0xE2 && second == 0x80 && (third <= 0x8B || third == 0xAF)
        // U+0080...00BF and U+2000...2BFF are signs (quotes, dashes, dots, arrows), U+1F000...1FFFF pictures.
        isLetter = !isBlank && byte != 0xC2 && !(byte == 0xE2 && second < 0xB0) && !(byte == 0xF0 && second == 0x9F)
      }
      if isBlank {
        if start >= 0, counts { word(start) }
        start = -1
        counts = false
      } else {
        if start < 0 { start = index }
        counts = counts || isLetter
      }
      index += length
    }
    if start >= 0, counts { word(start) }
  }
}
