import Model

/// Decides for each line of a text whether it goes on where the line before it stopped, and how.
struct LineJoints {
  enum Joint: Equatable {
    case none, blank
    /// A blank behind a hyphen that stays: `school- en teamleiders`.
    case hanging
    /// Nothing behind a stroke or in a link.
    case slash
    case hyphenated
    /// Without the hyphen of so many bytes.
    case whole(hyphen: Int)
  }

  /// How each line is joined to the last one with words before it.
  private(set) var joints: [Joint]

  private let text: [UInt8]
  private let lines: [PageLines.Line]
  private let stock: WordStock
  private var shapes: [LineShape?] = []
  /// Lines with words that stand together, as indices.
  private var blocks: [Range<Int>] = []
  private var labels: [Int: Int] = [:]

  init(_ text: [UInt8], _ lines: [PageLines.Line], speakers: [Speaker], boldNames: [Int: String]) {
    self.text = text
    self.lines = lines
    joints = Array(repeating: .none, count: lines.count)
    guard lines.count > 1 else {
      stock = WordStock([])
      return
    }
    stock = WordStock(text)
    findLabels(speakers, boldNames)
    shapes = lines.enumerated().map { index, line in
      line.isBlank ? nil : LineShape(line.range, label: labels[index], in: text)
    }
    findBlocks()
    joinSentences()
    joinFullLines()
    // A line of mere numbers or an aside that has become part of a sentence may go on.
    joinSentences()
  }

  /// Where turns begin: the line, and where their words do.
  private mutating func findLabels(_ speakers: [Speaker], _ boldNames: [Int: String]) {
    var clean: [UInt8] = []
    var starts: [Int] = []
    var bold: [Int: String] = [:]
    for (index, line) in lines.enumerated() {
      starts.append(clean.count)
      clean.append(contentsOf: text[line.range])
      clean.append(ASCII.lineFeed)
      if let name = boldNames[line.number] { bold[index] = name }
    }
    var index = 0
    for turn in TurnFinder(clean, known: speakers, boldNames: bold).turns where turn.speaker != nil {
      while index + 1 < starts.count, starts[index + 1] <= turn.span.start { index += 1 }
      // A turn may begin with blank lines or with a time alone on a line.
      while index < lines.count, starts[index] < max(turn.wordsStart, turn.span.start + 1) {
        labels[index] = lines[index].range.lowerBound + turn.wordsStart - starts[index]
        index += 1
      }
      index = max(0, index - 1)
    }
  }

  /// Whether nothing may be joined to this line's end.
  private func isClosed(_ index: Int, _ shape: LineShape) -> Bool {
    if shape.standsAlone || shape.endsPassage { return true }
    return labels[index].map { $0 >= lines[index].range.upperBound } ?? false
  }

  /// Finds the lines that stand together.
  private mutating func findBlocks() {
    var start = 0
    for (index, line) in lines.enumerated() where line.isBlank || line.opensPage {
      if index > start { blocks.append(start..<index) }
      start = line.isBlank ? index + 1 : index
    }
    if lines.count > start { blocks.append(start..<lines.count) }
  }

  /// Joins halves of words, and sentences that stop at a line end and go on with a small letter.
  private mutating func joinSentences() {
    var last: Int?
    var isPage = false
    var blanks = false
    for (index, line) in lines.enumerated() {
      isPage = isPage || line.opensPage
      guard let shape = shapes[index] else {
        blanks = true
        continue
      }
      if let last, !blanks || isPage, joints[index] == .none, mayJoin(last, index) {
        joints[index] = joint(last, shape)
      }
      last = index
      isPage = false
      blanks = false
    }
  }

  private func mayJoin(_ last: Int, _ index: Int) -> Bool {
    guard let before = shapes[last], let next = shapes[index], labels[index] == nil else { return false }
    return !next.opensItem && !next.standsAlone && !isClosed(last, before)
  }

  /// Whether neither line is one of mere numbers, nor the first an aside; what was joined to words is none.
  private func areWords(_ last: Int, _ next: LineShape) -> Bool {
    guard !next.isNumbers, let before = shapes[last] else { return false }
    return !(before.isNumbers || before.isAside) || joints[last] != .none
  }

  private func joint(_ last: Int, _ next: LineShape) -> Joint {
    guard let before = shapes[last] else { return .none }
    if let word = brokenWord(before, next) { return word }
    guard areWords(last, next) else { return .none }
    let end = before.words.upperBound
    let sign = text[end - 1]
    if sign == UInt8(ascii: "/"), end - 1 > before.words.lowerBound, text[end - 2] != ASCII.blank,
      WordStock.letter(at: next.words.lowerBound, in: text) > 0
    {
      return .slash
    }
    return !before.endsSentence && next.beginsSmall && !next.isAside ? .blank : .none
  }

  private func brokenWord(_ before: LineShape, _ next: LineShape) -> Joint? {
    let end = before.words.upperBound
    let hyphen = (1...3).first {
      end - $0 > before.words.lowerBound && LineShape.hyphen(from: end - $0, in: text) == $0
    }
    guard let hyphen, let left = wordBefore(end - hyphen, from: before.words.lowerBound) else { return nil }
    var at = next.words.lowerBound
    guard WordStock.letter(at: at, in: text) > 0, let right = WordStock.word(from: &at, in: text),
      !Self.melt(text[left], text[right])
    else { return nil }
    let isSoft = text[end - hyphen] == 0xC2
    switch BrokenWord(text[left], text[right], isSoft: isSoft, stock: stock).writing {
    case .whole: return .whole(hyphen: hyphen)
    case .hyphenated: return .hyphenated
    case .hanging: return .hanging
    }
  }

  /// Whether the halves would not stay as they are: a loose accent goes to the letter before it.
  private static func melt(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    guard let first = right.first, first >= 0xCC else { return false }
    let whole = Array(left + right)
    return CanonicalText(whole).bytes != whole
  }

  /// The word that ends here, which a letter or digit must do.
  private func wordBefore(_ end: Int, from start: Int) -> Range<Int>? {
    var from = end
    while from > start, end - from < 80, !LineShape.isGap(text[from - 1]) { from -= 1 }
    while from < end, text[from] & 0xC0 == 0x80 { from += 1 }
    var word: Range<Int>?
    while from < end, let found = WordStock.word(from: &from, in: text), found.upperBound <= end { word = found }
    return word?.upperBound == end ? word : nil
  }

  private static let pageWidths = 50...140
  /// A line of more words that goes on in no sentence before it is no heading either.
  private static let mostWordsOfHeading = 9

  /// Joins lines that end because the next word had no room, in blocks and texts that show they were broken for a page.
  private mutating func joinFullLines() {
    let all = lines.indices.filter { shapes[$0] != nil }
    let stops = joints.count { $0 != .none }
    let pairs = blocks.reduce(0) { $0 + $1.count - 1 }
    let isWrapped = stops * 5 >= pairs
    let pageWidth = isWrapped ? width(leaving: all.count / 25, of: all) : 0
    for block in blocks {
      let runsOn = block.dropFirst().count { joints[$0] != .none }
      guard isWrapped || (runsOn > 0 && runsOn * 4 >= block.count - 1) else { continue }
      let widest = block.reduce(0) { max($0, shapes[$1]?.width ?? 0) }
      let width = block.count > 2 ? widest : max(widest, pageWidth)
      guard Self.pageWidths.contains(width) else { continue }
      for index in block.dropFirst() where joints[index] == .none && isFull(index - 1, of: width, before: index) {
        joints[index] = .blank
      }
    }
  }

  /// Below a line without an end a capital is that of a name, or of a sentence under a heading.
  private func beginsSentence(_ line: LineShape) -> Bool {
    var at = line.words.lowerBound
    guard let word = WordStock.word(from: &at, in: text), text[word.lowerBound] &- 0x41 < 26 else { return false }
    return stock.isWrittenSmall(text[word])
  }

  /// The width that all lines keep to but so many.
  private func width(leaving count: Int, of all: [Int]) -> Int {
    let widths = all.compactMap { shapes[$0]?.width }.sorted()
    return widths.isEmpty ? 0 : widths[max(0, widths.count - 1 - count)]
  }

  private func isFull(_ last: Int, of width: Int, before index: Int) -> Bool {
    guard mayJoin(last, index), let before = shapes[last], let next = shapes[index], areWords(last, next) else {
      return false
    }
    // A line that stands further in begins a paragraph.
    let isNoHeading = joints[last] != .none || before.endsSentence || before.count >= Self.mostWordsOfHeading
    guard next.indent <= before.indent, isNoHeading || !beginsSentence(next) else { return false }
    return (before.width + 1 + next.firstWordWidth) * 100 > width * 86
  }
}
