public import Model

/// A paragraph is a segment: a line inside a turn, or a block of lines that were broken at a fixed width.
public struct ParagraphSegmenter: Segmenter {
  public init() {}

  public func segments(of transcript: Transcript) -> [Segment] {
    var paragraphs = ParagraphCuts(HardWrap(transcript.text.utf8.span))
    return cut(transcript) { text, turn, cuts in paragraphs.find(in: text, turn: turn, into: &cuts) }
  }
}

/// Finds where the paragraphs of a turn begin, the first one left out; blank lines belong to the paragraph before.
struct ParagraphCuts {
  private let wrap: HardWrap
  /// The lines since the last blank line, without the white space at their ends.
  private var block: [TextSpan] = []

  init(_ wrap: HardWrap) { self.wrap = wrap }

  mutating func find(in text: Span<UInt8>, turn: Turn, into cuts: inout [Int]) {
    let end = turn.span.end
    // Words that begin below their label: the label's line is no paragraph of its own.
    let words = text.skippingWhiteSpace(from: turn.wordsStart, before: end)
    let first = text.lineStart(of: words, notBefore: turn.span.start)
    var start = first
    while start < end {
      let lineEnd = text.lineEnd(from: start, before: end)
      let filled = trimmedEnd(of: text, from: start, to: lineEnd)
      if filled > start {
        block.append(TextSpan(start, filled))
      } else {
        closeBlock(text, first: first, into: &cuts)
      }
      start = lineEnd + 1
    }
    closeBlock(text, first: first, into: &cuts)
  }

  private mutating func closeBlock(_ text: Span<UInt8>, first: Int, into cuts: inout [Int]) {
    for index in wrap.paragraphs(of: block, in: text) where block[index].start != first {
      cuts.append(block[index].start)
    }
    block.removeAll(keepingCapacity: true)
  }

  private func trimmedEnd(of text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var last = end
    while last > start {
      if text.whiteSpace(at: last - 1, before: last) == 1 {
        last -= 1
      } else if last - start >= 2, text.whiteSpace(at: last - 2, before: last) == 2 {
        last -= 2
      } else if last - start >= 3, text.whiteSpace(at: last - 3, before: last) == 3 {
        last -= 3
      } else {
        return last
      }
    }
    return start
  }
}
