import Model

/// Text of pages made into text of paragraphs: lines and broken words joined, page numbers and running heads left out.
///
/// Pages may be parted by form feeds. No letter or digit is lost, but for those of page numbers and running heads.
struct TextMending {
  /// Canonical text, in which a line is a paragraph.
  private(set) var bytes: [UInt8] = []
  private(set) var repairs: [Repair: Int] = [:]
  /// Where each line that was kept begins in the mended text, with its number, from 0, in the text as it was.
  private var origins: [(offset: Int, line: Int)] = []

  /// Takes canonical UTF-8; speakers named beforehand and bold names at the heads of lines tell where turns begin.
  init(_ text: [UInt8], speakers: [Speaker] = [], boldNames: [Int: String] = [:]) {
    let pages = PageLines(text)
    let paragraphs = LineJoints(text, pages.lines, speakers: speakers, boldNames: boldNames)
    bytes.reserveCapacity(text.count)
    write(text, pages.lines, paragraphs)
    count(.pageNumber, pages.pageNumbers)
    count(.runningHead, pages.runningHeads)
  }

  private mutating func count(_ repair: Repair, _ times: Int) {
    if times > 0 { repairs[repair, default: 0] += times }
  }

  private mutating func write(_ text: [UInt8], _ lines: [PageLines.Line], _ joints: LineJoints) {
    var hasWords = false
    var gap: [PageLines.Line] = []
    for (index, line) in lines.enumerated() {
      guard !line.isBlank else {
        gap.append(line)
        continue
      }
      let joint = joints.joints[index]
      if joint == .none {
        end(gap, text, isFirst: !hasWords, isPage: line.opensPage || gap.contains(where: \.opensPage))
      } else {
        join(joint)
      }
      gap = []
      hasWords = true
      let start =
        joint == .none
        ? line.range.lowerBound : text.skippingBlanks(from: line.range.lowerBound, to: line.range.upperBound)
      origins.append((bytes.count, line.number))
      bytes.append(contentsOf: text[start..<line.range.upperBound])
    }
    guard hasWords else { return }
    if gap.isEmpty || gap.contains(where: \.opensPage) {
      if text.last == ASCII.lineFeed || text.last == PageLines.formFeed { bytes.append(ASCII.lineFeed) }
    } else {
      bytes.append(ASCII.lineFeed)
      append(gap, text, endsLast: text.last == ASCII.lineFeed)
    }
  }

  /// Ends a paragraph, and keeps the blank lines behind it; of those around the end of a page one.
  private mutating func end(_ gap: [PageLines.Line], _ text: [UInt8], isFirst: Bool, isPage: Bool) {
    if !isFirst { bytes.append(ASCII.lineFeed) }
    guard isPage else { return append(gap, text, endsLast: true) }
    if !isFirst, !gap.isEmpty { bytes.append(ASCII.lineFeed) }
  }

  private mutating func append(_ gap: [PageLines.Line], _ text: [UInt8], endsLast: Bool) {
    for (index, line) in gap.enumerated() {
      bytes.append(contentsOf: text[line.range])
      if endsLast || index + 1 < gap.count { bytes.append(ASCII.lineFeed) }
    }
  }

  private mutating func join(_ joint: LineJoints.Joint) {
    bytes.removeSubrange(bytes.trimmingBlanks(from: 0, to: bytes.count)...)
    switch joint {
    case .none: return
    case .blank, .hanging:
      bytes.append(ASCII.blank)
      count(.joinedLine, 1)
    case .slash: count(.joinedLine, 1)
    case .hyphenated: count(.joinedWord, 1)
    case .whole(let hyphen):
      bytes.removeLast(hyphen)
      count(.joinedWord, 1)
    }
  }

  /// The number, from 0, of the line in the text as it was, on which an offset of the mended text lies.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = origins.count
    while low < high {
      let middle = (low + high) / 2
      if origins[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? origins[low - 1].line : 0
  }

  /// Where in the mended text the first line from a line of the text as it was on begins; its end where none was kept.
  func offset(ofLine line: Int) -> Int {
    var low = 0
    var high = origins.count
    while low < high {
      let middle = (low + high) / 2
      if origins[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low < origins.count ? origins[low].offset : bytes.count
  }

  /// Names by the number of the line on which they stand, for the lines of the mended text.
  func moved(_ names: [Int: String]) -> [Int: String] {
    guard !names.isEmpty else { return [:] }
    var moved: [Int: String] = [:]
    var origin = 0
    var number = 0
    var start = 0
    while start < bytes.count {
      while origin < origins.count, origins[origin].offset < start { origin += 1 }
      if origin < origins.count, origins[origin].offset == start { moved[number] = names[origins[origin].line] }
      start = bytes.lineEnd(from: start) + 1
      number += 1
    }
    return moved
  }
}
