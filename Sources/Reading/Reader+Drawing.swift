import Model
import Workbench

extension Reader {
  /// What is to be on the screen, one line a row.
  public mutating func draw() -> Frame {
    guard !layout.isTooSmall else {
      let lines = TextFlow.lines(of: Self.tooSmall, width: layout.width).prefix(layout.height)
      return Frame(lines: lines.map { StyledLine(Self.tooSmall.utf8Part($0)) })
    }
    if case .page(let page) = pane { return draw(page) }
    var lines = [header()] + body()
    if case .picker(let picker) = pane { lines += list(picker) }
    lines.append(recentLine())
    let (status, column) = statusLine()
    lines.append(status)
    lines = lines.map { $0.cut(to: layout.width) }
    return Frame(lines: lines, cursor: column.map { (min($0, layout.width - 1), layout.height - 1) })
  }

  private static let tooSmall = "The window is too small to read in. Ctrl-Q leaves."

  /// The segments around the one in focus, so that it stands in the upper part of the screen.
  private mutating func body() -> [StyledLine] {
    let height = bodyHeight
    let own = rows(of: focus)
    var top = own >= height ? -min(scroll, own - height) : min(height / 4, height - own)
    var first = focus
    while top > 0, first > 0 {
      first -= 1
      top -= rows(of: first) + (hasGap(behind: first) ? 1 : 0)
    }
    // The transcript begins at the top of the screen.
    if top > 0 { top = 0 }
    var lines: [StyledLine] = []
    var segment = first
    while lines.count + top < height, segment < copy.segments.count {
      let rest = height - top - lines.count
      lines += block(segment, rows: rest)
      if hasGap(behind: segment) { lines.append(StyledLine()) }
      segment += 1
    }
    if segment == copy.segments.count { lines.append(StyledLine("   — the end of \(copy.transcript.name) —", .faint)) }
    lines = Array(lines.dropFirst(-top).prefix(height))
    return lines + Array(repeating: StyledLine(), count: height - lines.count)
  }

  /// The first rows of a segment: speaker, words, and the codes beside or under them.
  private mutating func block(_ segment: Int, rows most: Int) -> [StyledLine] {
    var rows: [StyledLine] = []
    let isFocus = segment == focus
    if hasHead(segment) {
      var line = StyledLine()
      line.pad(to: layout.gutter)
      line.append(speaker(of: segment), isFocus ? .bold : .faint)
      rows.append(line)
    }
    let flow = lines(of: segment)
    let words = SegmentWords(self, segment)
    let labels = codeLabels(on: segment)
    let content = layout.marginStart == nil ? flow.count : max(flow.count, labels.count)
    for number in 0..<min(content, most) {
      var line = gutter(segment, isFirst: number == 0)
      if flow.indices.contains(number) { words.append(flow[number], to: &line) }
      if let start = layout.marginStart, labels.indices.contains(number) {
        line.pad(to: start)
        line.append(labels[number].line(width: layout.marginWidth))
      }
      rows.append(line)
    }
    guard layout.marginStart == nil else { return rows }
    for chips in CodeLabel.chips(labels, width: layout.textWidth) {
      var line = gutter(segment, isFirst: false)
      line.append(chips)
      rows.append(line)
    }
    return rows
  }

  private func gutter(_ segment: Int, isFirst: Bool) -> StyledLine {
    let isFocus = segment == focus
    var line = StyledLine()
    let number = isFirst ? String(segment + 1) : ""
    line.append(String(repeating: " ", count: layout.gutter - 3 - number.count) + number, isFocus ? .bold : .faint)
    line.append(" ")
    line.append(isFocus ? "┃" : " ", .bold)
    line.append(" ")
    return line
  }

  /// Who speaks, as `Marijke · schoolleider · 00:12:31`.
  func speaker(of segment: Int) -> String {
    let turn = copy.transcript.turns[copy.segments[segment].turn]
    let speaker = turn.speaker.map { copy.transcript.speakers[$0] }
    let time = turn.time.map { Self.clock($0) }
    return [speaker?.name ?? "(nobody named)", speaker?.role, time].compactMap { $0 }.joined(separator: " · ")
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = seconds.isFinite && abs(seconds) < 1e15 ? Int(max(0, seconds)) : 0
    return [whole / 3600, whole / 60 % 60, whole % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}

extension String {
  /// The words in a range of bytes.
  func utf8Part(_ range: Range<Int>) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }
}
