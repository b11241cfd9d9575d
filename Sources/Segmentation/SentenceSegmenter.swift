public import Model

/// A sentence is a segment; a paragraph always ends one.
public struct SentenceSegmenter: Segmenter {
  public init() {}

  public func segments(of transcript: Transcript) -> [Segment] {
    var paragraphs = ParagraphCuts(HardWrap(transcript.text.utf8.span))
    var borders: [Int] = []
    return cut(transcript) { text, turn, cuts in
      borders.removeAll(keepingCapacity: true)
      paragraphs.find(in: text, turn: turn, into: &borders)
      var start = text.skippingWhiteSpace(from: turn.wordsStart, before: turn.span.end)
      for border in borders {
        SentenceCuts.find(in: text, from: start, to: border, into: &cuts)
        cuts.append(border)
        start = border
      }
      SentenceCuts.find(in: text, from: start, to: turn.span.end, into: &cuts)
    }
  }
}

/// Finds where the sentences of a paragraph begin, the first one left out.
enum SentenceCuts {
  private enum Mark { case point, ellipsis, firm }

  static func find(in text: Span<UInt8>, from start: Int, to end: Int, into cuts: inout [Int]) {
    var offset = start
    while offset < end {
      guard SentenceCharacters.endMark(in: text, at: offset, before: end) > 0 else {
        offset += 1
        continue
      }
      let (mark, afterMarks) = readMarks(in: text, from: offset, before: end)
      let after = SentenceCharacters.skippingClosings(in: text, from: afterMarks, before: end)
      let next = text.skippingWhiteSpace(from: after, before: end)
      if next > after, next < end, ends(mark, at: offset, next: next, text, from: start, to: end) { cuts.append(next) }
      offset = next
    }
  }

  private static func readMarks(in text: Span<UInt8>, from start: Int, before end: Int) -> (mark: Mark, after: Int) {
    var offset = start
    var points = 0
    var firm = false
    while offset < end {
      let length = SentenceCharacters.endMark(in: text, at: offset, before: end)
      if length == 0 { break }
      firm = firm || (length == 1 && text[offset] != UInt8(ascii: "."))
      points += length
      offset += length
    }
    return (firm ? .firm : points > 1 ? .ellipsis : .point, offset)
  }

  private static func ends(
    _ mark: Mark, at offset: Int, next: Int, _ text: Span<UInt8>, from start: Int, to end: Int
  ) -> Bool {
    guard let opening = SentenceCharacters.opening(in: text, at: next, before: end) else { return false }
    switch mark {
    case .firm: return true
    case .ellipsis: return opening == .letter || opening == .digit || opensCapital(text, at: next, before: end)
    case .point:
      switch WordBeforePoint.kind(in: text, point: offset, from: start) {
      case .word: return true
      case .abbreviation, .initial, .listMark: return false
      case .abbreviationBeforeNumber: return opening != .digit && opening != .bracket
      case .abbreviationThatMayEnd: return opening == .letter || opening == .quote
      }
    }
  }

  /// Whether a quote or dash stands before a capital: `nou ja... 'Kom maar'` but not `nou ja... (lacht) ik`.
  private static func opensCapital(_ text: Span<UInt8>, at start: Int, before end: Int) -> Bool {
    var offset = start
    while offset < end {
      switch SentenceCharacters.opening(in: text, at: offset, before: end) {
      case .letter, .digit: return true
      case .bracket, nil: return false
      case .quote, .dash: offset += text[offset] < 0x80 ? 1 : text[offset] < 0xE0 ? 2 : 3
      }
      offset = text.skippingWhiteSpace(from: offset, before: end)
    }
    return false
  }
}
