/// Breaks words into the lines of a terminal.
enum TextFlow {
  /// The lines as ranges of UTF-8 bytes, without the blanks at a break; a word wider than the width is cut.
  ///
  /// A line end in the text ends a line; there is always at least one line.
  static func lines(of text: String, width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var place = Place()
    for character in text {
      let length = character.utf8.count
      if character.isNewline {
        lines.append(place.lineStart..<place.wordsEnd)
        place.begin(at: place.offset + length)
      } else if character.isWhitespace {
        place.pass(blank: length, TerminalText.shown(character).width)
      } else {
        let columns = TerminalText.shown(character).width
        if place.column > 0, place.column + columns > width { place.breakLine(&lines) }
        place.pass(letter: length, columns)
      }
    }
    lines.append(place.lineStart..<place.wordsEnd)
    return lines
  }

  /// How far a line has come.
  private struct Place {
    var offset = 0
    var lineStart = 0
    var column = 0
    /// Where the last word, and the blanks before it, begin; and the columns up to there.
    private var blankStart = 0
    private var wordStart = 0
    private var wordColumn = 0
    private var isInBlank = true
    private var hasBreak = false

    /// Where the words of the line end.
    var wordsEnd: Int { isInBlank ? max(lineStart, blankStart) : offset }

    mutating func begin(at start: Int) {
      (offset, lineStart, column) = (start, start, 0)
      (blankStart, wordStart, wordColumn) = (start, start, 0)
      (isInBlank, hasBreak) = (true, false)
    }

    mutating func pass(blank length: Int, _ columns: Int) {
      if !isInBlank || offset == lineStart { blankStart = offset }
      isInBlank = true
      offset += length
      column += columns
    }

    mutating func pass(letter length: Int, _ columns: Int) {
      if isInBlank {
        (wordStart, wordColumn) = (offset, column)
        hasBreak = blankStart > lineStart
        isInBlank = false
      }
      offset += length
      column += columns
    }

    /// Ends the line before the word that does not fit, or inside it where it alone is too wide.
    mutating func breakLine(_ lines: inout [Range<Int>]) {
      if isInBlank {
        lines.append(lineStart..<max(lineStart, blankStart))
        let start = offset
        begin(at: start)
      } else if hasBreak {
        lines.append(lineStart..<blankStart)
        (lineStart, column) = (wordStart, column - wordColumn)
        (wordColumn, hasBreak) = (0, false)
      } else {
        lines.append(lineStart..<offset)
        let start = offset
        begin(at: start)
      }
    }
  }
}
