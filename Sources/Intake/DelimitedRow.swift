/// One row of delimited text: where it ends, and whether its quotes are as they should be.
struct DelimitedRow {
  static let quote = UInt8(ascii: "\"")
  /// In bytes; spreadsheets allow a cell 32,767 characters.
  private static let longestCell = 1 << 17

  let start: Int
  /// One past the line feed.
  private(set) var end: Int
  private(set) var lines = 1
  private(set) var cells = 0
  private(set) var isBlank = true
  /// A quote stands where none should, or is never closed.
  private(set) var isBroken = false
  /// False when the text ends within quotes.
  private(set) var isClosed = true

  init(_ bytes: [UInt8], from start: Int, _ separator: UInt8) {
    self.start = start
    end = start
    while true {
      let field = Field(bytes, from: end, separator)
      cells += 1
      lines += field.lineFeeds
      if field.hasStray { isBroken = true }
      if !field.isClosed {
        isBroken = true
        isClosed = false
        end = field.end
        return
      }
      if isBlank, field.words.contains(where: { bytes[$0] > ASCII.blank }) { isBlank = false }
      end = field.end
      guard end < bytes.count else { return }
      end += 1
      if bytes[end - 1] != separator { return }
    }
  }

  /// One cell.
  struct Field {
    /// Without the quotes around it.
    private(set) var words: Range<Int>
    /// At the separator, the line feed or the end.
    private(set) var end: Int
    private(set) var lineFeeds = 0
    /// Its words stand as they are; else a quote in it is doubled.
    private(set) var isPlain = true
    private(set) var hasStray = false
    private(set) var isClosed = true

    /// Where `hasQuotes` is false, quotes are words.
    init(_ bytes: [UInt8], from start: Int, _ separator: UInt8, hasQuotes: Bool = true) {
      var at = start
      guard hasQuotes, at < bytes.count, bytes[at] == DelimitedRow.quote else {
        while at < bytes.count, bytes[at] != separator, bytes[at] != ASCII.lineFeed { at += 1 }
        words = start..<at
        end = at
        return
      }
      at += 1
      let limit = min(bytes.count, start + DelimitedRow.longestCell)
      words = start + 1..<limit
      end = limit
      while at < limit {
        let byte = bytes[at]
        if byte == DelimitedRow.quote {
          guard at + 1 < bytes.count, bytes[at + 1] != separator, bytes[at + 1] != ASCII.lineFeed else {
            words = start + 1..<at
            end = at + 1
            return
          }
          if bytes[at + 1] == byte { at += 1 } else { hasStray = true }
          isPlain = false
        } else if byte == ASCII.lineFeed {
          lineFeeds += 1
        }
        at += 1
      }
      isClosed = false
    }

    /// The words with each doubled quote made one.
    func unquoted(_ bytes: [UInt8]) -> [UInt8] {
      var plain: [UInt8] = []
      plain.reserveCapacity(words.count)
      var at = words.lowerBound
      while at < words.upperBound {
        plain.append(bytes[at])
        let isDoubled =
          bytes[at] == DelimitedRow.quote && at + 1 < words.upperBound && bytes[at + 1] == DelimitedRow.quote
        at += isDoubled ? 2 : 1
      }
      return plain
    }
  }
}
