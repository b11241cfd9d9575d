public import Model

/// Holds an expanded expression against a text, word by word, as the index would: what it finds and where.
public struct WordMatcher: Sendable {
  private let root: OccurrenceSearch.Question
  private let slots: [WordPattern.Slot]
  /// For each folded form the numbers of the slots that take it.
  private let slotsOfForm: [String: [Int]]
  private let prefixes: [(text: String, slot: Int)]

  public init(_ words: ExpandedWords) {
    var numbering = SlotNumbering()
    root = numbering.question(words)
    slots = numbering.slots
    var slotsOfForm: [String: [Int]] = [:]
    var prefixes: [(String, Int)] = []
    for (number, slot) in slots.enumerated() {
      switch slot {
      case .forms(let forms): for form in forms { slotsOfForm[form, default: []].append(number) }
      case .prefix(let prefix): prefixes.append((prefix, number))
      case .surface(_, let folded): slotsOfForm[folded, default: []].append(number)
      }
    }
    self.slotsOfForm = slotsOfForm
    self.prefixes = prefixes
  }

  /// Whether the text is what was asked for.
  public func matches(_ text: String) -> Bool {
    OccurrenceSearch(numbers: read(text).numbers).ranges(of: root) != nil
  }

  /// The words and phrases that make the text match, in bytes, in order and apart; none when it does not, nor any under `not`.
  public func hits(in text: String) -> [TextSpan] {
    let (words, numbers) = read(text)
    guard let ranges = OccurrenceSearch(numbers: numbers).ranges(of: root) else { return [] }
    let spans = ranges.map { TextSpan(words[$0.lowerBound].start, words[$0.upperBound - 1].end) }
    return spans.sorted().reduce(into: []) { merged, span in
      if let last = merged.last, span.start < last.end {
        merged[merged.count - 1].end = max(last.end, span.end)
      } else {
        merged.append(span)
      }
    }
  }

  /// Every word of the text in bytes, and for each slot the numbers of the words that fit it.
  private func read(_ text: String) -> (words: [TextSpan], numbers: [[Int]]) {
    var words: [TextSpan] = []
    var numbers = [[Int]](repeating: [], count: slots.count)
    var text = text
    text.withUTF8 { bytes in
      var scanner = WordScanner(bytes)
      while scanner.advance() {
        let span = TextSpan(scanner.start, scanner.end)
        let folded = String(decoding: scanner.folded, as: UTF8.self)
        for slot in slotsOfForm[folded] ?? [] where fits(slots[slot], span, of: bytes) {
          numbers[slot].append(words.count)
        }
        for prefix in prefixes where scanner.folded.starts(with: prefix.text.utf8) {
          numbers[prefix.slot].append(words.count)
        }
        words.append(span)
      }
    }
    return (words, numbers)
  }

  private func fits(_ slot: WordPattern.Slot, _ span: TextSpan, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard case .surface(let surface, _) = slot else { return true }
    return Folding.surface(String(decoding: bytes[span.start..<span.end], as: UTF8.self)) == surface
  }
}

/// Gives each distinct slot of an expression a number, so that a text is read without hashing lists of forms.
private struct SlotNumbering {
  var slots: [WordPattern.Slot] = []
  private var numbers: [WordPattern.Slot: Int] = [:]

  mutating func question(_ words: ExpandedWords) -> OccurrenceSearch.Question {
    switch words {
    case .pattern(let pattern): .pattern(number(pattern))
    case .near(let sides, let distance): .near(sides.map { $0.map { number($0) } }, within: distance)
    case .and(let all): .and(all.map { question($0) })
    case .or(let all): .or(all.map { question($0) })
    case .not(let inner): .not(question(inner))
    }
  }

  private mutating func number(_ pattern: WordPattern) -> [Int] {
    pattern.slots.map { slot in
      if let known = numbers[slot] { return known }
      numbers[slot] = slots.count
      slots.append(slot)
      return slots.count - 1
    }
  }
}
