/// Breaks text into lines that fit a width in terminal columns.
enum TextWrap {
  /// The lines as ranges of UTF-8 bytes, without the blanks at a break; a word wider than the width is cut.
  static func lines(of text: String, width: Int?) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var column = 0
    var offset = 0
    /// The last blanks of the line: where they begin and end, and the columns up to their end.
    var blank: (start: Int, end: Int, column: Int)?
    for character in text {
      let length = character.utf8.count
      if character == "\n" {
        lines.append(start..<(blank.map { $0.end == offset ? $0.start : offset } ?? offset))
        (start, column, blank) = (offset + length, 0, nil)
      } else if character == " " {
        column += 1
        let begin = blank.map { $0.end == offset ? $0.start : offset } ?? offset
        blank = (begin, offset + 1, column)
      } else {
        let characterWidth = DisplayWidth.of(character)
        if let width, column > 0, column + characterWidth > width {
          if let found = blank, found.start > start || found.end == offset {
            if found.start > start { lines.append(start..<found.start) }
            (start, column) = (found.end, column - found.column)
          } else {
            lines.append(start..<offset)
            (start, column) = (offset, 0)
          }
          blank = nil
        }
        column += characterWidth
      }
      offset += length
    }
    lines.append(start..<(blank.map { $0.end == offset ? max(start, $0.start) : offset } ?? offset))
    return lines
  }

  static func pieces(of text: String, width: Int?) -> [String] {
    let utf8 = text.utf8
    return lines(of: text, width: width).map { range in
      let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
      return String(text[start..<utf8.index(start, offsetBy: range.count)])
    }
  }
}

/// The text as lines that fit into so many terminal columns, broken between words.
public func wrappedText(of text: String, width: Int) -> [String] { TextWrap.pieces(of: text, width: width) }
