/// The lines of a text that was set in pages, without page numbers and without what recurs at the head or foot of pages.
///
/// Pages are told by form feeds; where there are none, by page numbers that go up.
struct PageLines {
  struct Line: Equatable {
    /// Without its line feed.
    var range: Range<Int>
    /// In the text, from 0.
    var number: Int
    var isBlank: Bool
    /// A page ended between the line before and this one.
    var opensPage: Bool
  }

  private(set) var lines: [Line] = []
  private(set) var pageNumbers = 0
  private(set) var runningHeads = 0

  static let formFeed: UInt8 = 0x0C

  init(_ bytes: [UInt8]) {
    cut(bytes)
    let numbers = numbers(in: bytes)
    guard numbers.contains(true) || lines.contains(where: \.opensPage) else { return }
    let heads = RunningHeads(lines, numbers: numbers, in: bytes).isHead
    pageNumbers = numbers.count { $0 }
    runningHeads = heads.count { $0 }
    drop(zip(numbers, heads).map { $0 || $1 })
  }

  /// The number, from 0, of the line with which each page begins; a page that begins within a line begins with the next.
  static func firstLines(ofPagesIn bytes: [UInt8]) -> [Int] {
    var firsts = [0]
    var line = 0
    var isLineStart = true
    for byte in bytes {
      if byte == formFeed { firsts.append(isLineStart ? line : line + 1) }
      if byte == ASCII.lineFeed { line += 1 }
      isLineStart = byte == ASCII.lineFeed || isLineStart && byte == formFeed
    }
    if bytes.last == formFeed { firsts.removeLast() }
    return firsts
  }

  private mutating func cut(_ bytes: [UInt8]) {
    var start = 0
    var number = 0
    var opensPage = false
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != ASCII.lineFeed, bytes[end] != Self.formFeed { end += 1 }
      let isFeed = end < bytes.count && bytes[end] == Self.formFeed
      if !(isFeed && end == start) {
        let isBlank = bytes.skippingBlanks(from: start, to: end) == end
        lines.append(Line(range: start..<end, number: number, isBlank: isBlank, opensPage: opensPage))
        opensPage = false
      }
      if isFeed { opensPage = true } else { number += 1 }
      start = end + 1
    }
  }

  private mutating func drop(_ isDropped: [Bool]) {
    var kept: [Line] = []
    kept.reserveCapacity(lines.count)
    var opensPage = false
    for (line, isDropped) in zip(lines, isDropped) {
      opensPage = opensPage || line.opensPage || isDropped
      guard !isDropped else { continue }
      kept.append(line)
      kept[kept.count - 1].opensPage = opensPage
      opensPage = false
    }
    lines = kept
  }

  /// Which lines are page numbers: those that say so, and bare ones that go up from page to page.
  private func numbers(in bytes: [UInt8]) -> [Bool] {
    var isNumber = Array(repeating: false, count: lines.count)
    var bare: [PageNumberChains.Sighting] = []
    for (index, line) in lines.enumerated() where !line.isBlank {
      let start = bytes.skippingBlanks(from: line.range.lowerBound, to: line.range.upperBound)
      let end = bytes.trimmingBlanks(from: start, to: line.range.upperBound)
      guard let number = PageNumber(bytes[start..<end]) else { continue }
      if number.isCertain { isNumber[index] = true } else { bare.append(.init(line: index, number: number)) }
    }
    guard !bare.isEmpty else { return isNumber }
    for index in atEdges(bare) { isNumber[index] = true }
    var rest = bare.filter { !isNumber[$0.line] }
    // What one chain leaves may hold another; a few rounds are enough for any real text.
    for _ in 0..<8 {
      let chained = PageNumberChains(rest).lines
      if chained.isEmpty { break }
      for index in chained { isNumber[index] = true }
      rest.removeAll { isNumber[$0.line] }
    }
    return isNumber
  }

  /// Bare numbers among the first or last two lines of a page, that are as far from the count of pages as others are.
  private func atEdges(_ bare: [PageNumberChains.Sighting]) -> [Int] {
    let edges = PageEdges(lines)
    guard edges.pages > 1 else { return [] }
    var offsets: [Int: [Int]] = [:]
    for sighting in bare {
      guard let page = edges.page(of: sighting.line) else { continue }
      offsets[(sighting.number.value - page) * 2 + (sighting.number.isRoman ? 1 : 0), default: []].append(sighting.line)
    }
    return offsets.values.filter { $0.count == edges.pages || ($0.count > 2 && $0.count * 4 >= edges.pages) }.flatMap {
      $0
    }.sorted()
  }
}

/// The first and last two lines with words of each page.
struct PageEdges {
  private var pageOfLine: [Int: Int] = [:]
  private(set) var pages = 0
  /// Lines at the head and foot of pages, each with its page.
  private(set) var heads: [(line: Int, page: Int)] = []
  private(set) var feet: [(line: Int, page: Int)] = []

  init(_ lines: [PageLines.Line], skipping isSkipped: [Bool] = []) {
    var page: [Int] = []
    for (index, line) in lines.enumerated() {
      if line.opensPage { end(&page) }
      if !line.isBlank, isSkipped.isEmpty || !isSkipped[index] { page.append(index) }
    }
    end(&page)
  }

  private mutating func end(_ page: inout [Int]) {
    for line in page.prefix(2) { heads.append((line, pages)) }
    for line in page.dropFirst(2).suffix(2) { feet.append((line, pages)) }
    for line in page.prefix(2) + page.suffix(2) { pageOfLine[line] = pages }
    pages += 1
    page = []
  }

  func page(of line: Int) -> Int? { pageOfLine[line] }
}

/// Numbers alone on a line that go up by one or two, with a page of lines between them.
///
/// Numbers of a figure stand close together, so one that has another beside it is none; and most must go up so.
struct PageNumberChains {
  struct Sighting {
    /// An index among the lines.
    var line: Int
    var number: PageNumber
  }

  /// The lines of chains of three and more.
  private(set) var lines: [Int] = []
  /// Lines of a page, at the least.
  private static let page = 8

  init(_ sightings: [Sighting]) {
    let alone = sightings.indices.filter { index in
      let before = index > 0 ? sightings[index].line - sightings[index - 1].line : Self.page
      let after = index + 1 < sightings.count ? sightings[index + 1].line - sightings[index].line : Self.page
      return before >= Self.page && after >= Self.page
    }
    var chains: [[Int]] = []
    var open: [Int: Int] = [:]
    for sighting in alone.map({ sightings[$0] }) {
      let key = sighting.number.value * 2 + (sighting.number.isRoman ? 1 : 0)
      if let chain = open[key - 2] ?? open[key - 4] {
        chains[chain].append(sighting.line)
        open[key] = chain
      } else if open[key] == nil {
        chains.append([sighting.line])
        open[key] = chains.count - 1
      }
    }
    let chained = chains.filter { $0.count > 2 }.flatMap { $0 }
    if chained.count * 2 > sightings.count { lines = chained.sorted() }
  }
}
