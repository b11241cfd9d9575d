/// The text of the pages of a PDF, as `pdftotext` of poppler draws it out.
struct PdfPages: Equatable {
  /// UTF-8; each page ends with a form feed.
  let bytes: [UInt8]

  private static let formFeed: UInt8 = 0x0C

  /// Why there are no pages.
  enum Refusal: Error, Equatable {
    case notInstalled
    case tookTooLong
    case tooLarge
    case locked
    case damaged
  }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Draws the text out of a PDF: lines as they lie on the page, or column after column where there are columns.
  init(_ pdf: [UInt8], program: String = "pdftotext") throws(Refusal) {
    let asLaidOut = PdfPages(bytes: try Self.run(program, ["-layout"], pdf))
    let drawn = asLaidOut.hasColumns ? PdfPages(bytes: try Self.run(program, [], pdf)) : asLaidOut
    bytes = Self.evened(drawn.bytes)
  }

  /// Three blanks or more within a line are a tab, as between the cells of a table, or one blank behind `Anna:`.
  ///
  /// Of blank lines that follow one another one stays.
  static func evened(_ bytes: [UInt8]) -> [UInt8] {
    var evened: [UInt8] = []
    evened.reserveCapacity(bytes.count)
    var blankLines = 0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == ASCII.lineFeed || $0 == formFeed } ?? bytes.count
      let last = bytes.trimmingBlanks(from: start, to: end)
      blankLines = last > start ? 0 : blankLines + 1
      append(bytes[start..<last], to: &evened)
      if end < bytes.count, bytes[end] == formFeed || blankLines < 2 { evened.append(bytes[end]) }
      if end < bytes.count, bytes[end] == formFeed { blankLines = 0 }
      start = end + 1
    }
    return evened
  }

  private static func append(_ line: ArraySlice<UInt8>, to evened: inout [UInt8]) {
    let words = line.firstIndex { $0 != ASCII.blank } ?? line.endIndex
    evened.append(contentsOf: line[..<words])
    let start = evened.count
    var at = words
    while at < line.endIndex {
      guard line[at] == ASCII.blank else {
        evened.append(line[at])
        at += 1
        continue
      }
      let gap = at
      while at < line.endIndex, line[at] == ASCII.blank { at += 1 }
      let isAfterLabel = evened.last == ASCII.colon && evened.count - start <= LineHead.longest
      evened.append(at - gap < 3 || isAfterLabel ? ASCII.blank : ASCII.tab)
    }
  }

  private static func run(_ program: String, _ arguments: [String], _ pdf: [UInt8]) throws(Refusal) -> [UInt8] {
    switch ChildProcess.run(program, arguments + ["-enc", "UTF-8", "-eol", "unix", "-", "-"], input: pdf) {
    case .notFound, .notStarted: throw .notInstalled
    case .tookTooLong: throw .tookTooLong
    case .wroteTooMuch: throw .tooLarge
    case .ended(0, let output, _): return output
    case .ended(_, _, let messages): throw messages.contains("Incorrect password") ? .locked : .damaged
    }
  }

  /// Whether words stand side by side on many lines, the left ones too long for a label or a time.
  var hasColumns: Bool {
    var lines = 0
    var split = 0
    for line in bytes.split(whereSeparator: { $0 == ASCII.lineFeed || $0 == Self.formFeed }) {
      let words = line.drop { $0 == ASCII.blank }
      guard !words.isEmpty else { continue }
      lines += 1
      if let gap = Self.gap(in: words), gap > 24 { split += 1 }
    }
    return lines >= 20 && split * 3 > lines
  }

  /// How many bytes stand before the first three blanks with words behind them.
  private static func gap(in words: ArraySlice<UInt8>) -> Int? {
    var blanks = 0
    for (offset, byte) in words.enumerated() {
      if byte != ASCII.blank {
        if blanks >= 3 { return offset - blanks }
        blanks = 0
      } else {
        blanks += 1
      }
    }
    return nil
  }

  var count: Int { bytes.count { $0 == Self.formFeed } }

  /// The numbers, from 1, of pages without words: scans, or pictures.
  var silent: [Int] {
    var silent: [Int] = []
    var start = 0
    var number = 1
    while let end = bytes[start...].firstIndex(of: Self.formFeed) {
      if !CanonicalText.hasWords(bytes[start..<end]) { silent.append(number) }
      start = end + 1
      number += 1
    }
    return silent
  }
}
