import Model
import Workbench

extension Reader {
  /// The rows at the bottom that a list takes.
  var listRows: Int {
    guard case .picker(let picker) = pane else { return 0 }
    return min(max(2, picker.found.count + 1), max(2, (layout.height - 3) / 2), 10)
  }

  /// The rows in which the transcript is shown.
  var bodyHeight: Int { layout.bodyHeight(list: listRows) }

  /// The lines of a segment's words, as bytes from where its words begin.
  mutating func lines(of segment: Int) -> [Range<Int>] {
    let (width, span) = (layout.textWidth, spokenSpan(of: segment))
    let bytes = bytes
    return flows.lines(of: segment) {
      TextFlow.lines(of: String(decoding: bytes[span.start..<span.end], as: UTF8.self), width: width)
    }
  }

  /// Whether a segment begins a turn, and so has a line with the speaker.
  func hasHead(_ segment: Int) -> Bool {
    segment == 0 || copy.segments[segment - 1].turn != copy.segments[segment].turn
  }

  /// The rows a segment takes, without the empty one behind a turn.
  mutating func rows(of segment: Int) -> Int {
    (hasHead(segment) ? 1 : 0) + contentRows(of: segment)
  }

  private mutating func contentRows(of segment: Int) -> Int {
    let words = lines(of: segment).count
    let codes = codeLabels(on: segment)
    if layout.marginStart != nil { return max(words, codes.count) }
    return words + CodeLabel.chips(codes, width: layout.textWidth).count
  }

  /// Whether an empty row stands behind a segment.
  func hasGap(behind segment: Int) -> Bool { segment + 1 < copy.segments.count && hasHead(segment + 1) }

  /// Scrolls so that what is chosen of a high segment is on the screen.
  mutating func showPart() {
    guard let part, rows(of: focus) > bodyHeight else { return }
    let start = spokenSpan(of: focus).start
    let head = hasHead(focus) ? 1 : 0
    let row = head + (lines(of: focus).lastIndex { $0.lowerBound <= part.cursor.start - start } ?? 0)
    if row < scroll { scroll = row }
    if row >= scroll + bodyHeight { scroll = row - bodyHeight + 1 }
  }

  /// The codes on a segment as the margin names them: the coder's own first, each once for each coder; and the memos.
  func codeLabels(on segment: Int) -> [CodeLabel] {
    let words = spokenSpan(of: segment)
    var labels: [CodeLabel] = []
    for coding in codings(on: segment) {
      let isWhole = coding.span.contains(words)
      if let known = labels.firstIndex(where: { $0.code == coding.code && $0.coder == coding.coder }) {
        labels[known].isPart = labels[known].isPart && !isWhole
      } else {
        let code = copy.codebook.codes[coding.code]
        labels.append(
          CodeLabel(
            code: coding.code, coder: coding.coder, key: code.key, name: code.name, colour: colours[coding.code],
            other: coding.coder == copy.coder ? nil : copy.coders[coding.coder], isPart: !isWhole))
      }
    }
    labels.sort { ($0.other == nil ? 0 : 1, $0.code, $0.coder) < ($1.other == nil ? 0 : 1, $1.code, $1.coder) }
    labels += memos(on: segment).map { memo in
      CodeLabel(memo: (memo.coder.map { $0 + ": " } ?? "") + String(memo.text.prefix(200)))
    }
    guard labels.count > CodeLabel.most else { return labels }
    return Array(labels.prefix(CodeLabel.most - 1)) + [CodeLabel(more: labels.count - CodeLabel.most + 1)]
  }
}
