/// Reads the rows of delimited text with quotes that may be broken: what cannot be told is left out and named.
struct DelimitedGrid {
  private(set) var grid: CellGrid
  private(set) var leftOut: [LeftOut] = []

  /// A row that was not read, or from which on nothing was, with the reason and the remedy as sentences.
  struct LeftOut: Equatable {
    var line: Int
    var reason: String
    var hint: String
  }

  private static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), ASCII.tab]
  private static let openQuote = "A quote opens in this row and is not closed as it should be; it was left out."
  private static let quoteHint = "A cell that opens with a quote closes with one, and quotes in it are doubled."
  /// Bytes that may be looked at for each byte of the text, where quotes are broken.
  private static let looks = 16
  /// A nought, which no text has, where each row is one cell.
  private let separator: UInt8
  private var headCount: Int?
  private var work = 0

  /// Takes canonical text; the first row says how many cells a row has.
  init(_ bytes: [UInt8]) {
    let start = Self.separatorLine(bytes)
    separator = start.separator ?? Self.separator(of: bytes)
    grid = CellGrid(bytes)
    read(bytes, from: start.end)
  }

  /// Excel's `sep=;` in a line of its own.
  private static func separatorLine(_ bytes: [UInt8]) -> (separator: UInt8?, end: Int) {
    guard bytes.count > 4, bytes[..<4].map({ $0 | 0x20 }).elementsEqual("sep=".utf8.map { $0 | 0x20 }) else {
      return (nil, 0)
    }
    let end = bytes.lineEnd(from: 0)
    return end == 5 && (separators + [UInt8(ascii: "|")]).contains(bytes[4])
      ? (bytes[4], min(end + 1, bytes.count)) : (nil, 0)
  }

  /// The one that cuts the first rows into most cells alike.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    let sample = Array(bytes.prefix(1 << 18))
    var best = (separator: UInt8(0), score: 0)
    for separator in separators {
      var counts: [Int] = []
      var at = 0
      while at < sample.count, counts.count < 30 {
        let row = DelimitedRow(sample, from: at, separator)
        if row.cells > 1 || !row.isBlank { counts.append(row.cells) }
        at = row.end
      }
      guard let head = counts.first, head > 1 else { continue }
      let score = counts.count { $0 == head } * 1000 / counts.count * 1000 + min(head, 999)
      if score > best.score { best = (separator, score) }
    }
    return best.separator
  }

  private mutating func read(_ bytes: [UInt8], from start: Int) {
    var at = start
    var line = start == 0 ? 1 : 2
    while at < bytes.count {
      let end = bytes.lineEnd(from: at)
      if isRowOfWords(bytes[at..<end]) {
        take(at, line, bytes, hasQuotes: false)
        at = end + 1
        line += 1
        continue
      }
      let row = DelimitedRow(bytes, from: at, separator)
      work += row.end - at
      if !row.isBroken || isWhole(row, bytes) {
        if !row.isBlank { take(at, line, bytes, hasQuotes: true) }
        at = row.end
        line += row.lines
        continue
      }
      let isHopeless = work / Self.looks > bytes.count + (1 << 20)
      let reason = isHopeless ? "From here on the quotes are broken, and nothing was read." : Self.openQuote
      leftOut.append(LeftOut(line: line, reason: reason, hint: Self.quoteHint))
      if isHopeless { return }
      at = end + 1
      line += 1
    }
  }

  /// Whether a line such as `"Goed" vond ik het;5` is a row in which quotes were not meant for the sheet.
  ///
  /// A cell that is quoted and goes on in the next line has an odd number of quotes so far.
  private func isRowOfWords(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.contains(DelimitedRow.quote) else { return false }
    let cells = line.split(separator: separator, omittingEmptySubsequences: false)
    guard cells.count == headCount ?? cells.count, cells.allSatisfy(Self.isEven) else { return false }
    return cells.contains { $0.first == DelimitedRow.quote && $0.last != DelimitedRow.quote }
  }

  /// Whether a row with a stray quote is a row all the same.
  private func isWhole(_ row: DelimitedRow, _ bytes: [UInt8]) -> Bool {
    guard row.isClosed else { return false }
    if row.lines == 1 { return true }
    guard row.cells == headCount ?? row.cells else { return false }
    // A later line that is a row by itself was swallowed by a quote.
    var at = bytes.lineEnd(from: row.start) + 1
    while at < row.end {
      let end = bytes.lineEnd(from: at)
      if Self.isEven(bytes[at..<end]), bytes[at..<end].count(where: { $0 == separator }) + 1 >= row.cells {
        return false
      }
      at = end + 1
    }
    return true
  }

  /// Whether as many quotes close in a stretch as open.
  private static func isEven(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count(where: { $0 == DelimitedRow.quote }) % 2 == 0
  }

  private mutating func take(_ start: Int, _ line: Int, _ bytes: [UInt8], hasQuotes: Bool) {
    var count = 0
    var at = start
    while true {
      let field = DelimitedRow.Field(bytes, from: at, separator, hasQuotes: hasQuotes)
      grid.fill(count, field.isPlain ? field.words : grid.keep(field.unquoted(bytes)))
      count += 1
      guard field.end < bytes.count, bytes[field.end] == separator else { break }
      at = field.end + 1
    }
    guard let expected = headCount else {
      headCount = count
      return grid.endRow(line: line)
    }
    let isFilledBeyond = grid.lastColumn.map { $0 >= expected } ?? false
    if count < expected || isFilledBeyond {
      grid.dropRow()
      let cells = counted(count, "cell", "cells")
      let sign = separator == ASCII.tab ? "a tab" : "'\(UnicodeScalar(separator))'"
      leftOut.append(
        LeftOut(
          line: line, reason: "This row has \(cells) where the first line has \(expected); it was left out.",
          hint: "A cell with \(sign) or a line end in it stands in double quotes."))
    } else {
      grid.endRow(line: line)
    }
  }
}
