import Model
import Workbench

/// A part of a segment that is being chosen, word by word or sentence by sentence.
struct PartOfSegment: Equatable, Sendable {
  enum Unit: Sendable { case word, sentence }

  /// In bytes of the transcript, ascending.
  let words: [TextSpan]
  let sentences: [TextSpan]
  /// Where one stands: a word, or a sentence.
  private(set) var cursor: TextSpan
  private(set) var unit = Unit.word
  /// What is held while the cursor moves on; nil where the part is what the cursor is on.
  private(set) var held: TextSpan?

  /// Begins with the first word, or with the last; nil where there are no words.
  init?(of text: String, at start: Int, fromEnd: Bool) {
    words = Self.words(in: text).map { TextSpan($0.start + start, $0.end + start) }
    sentences = Workbench.sentences(of: text).map { TextSpan($0.start + start, $0.end + start) }
    guard let cursor = fromEnd ? words.last : words.first else { return nil }
    self.cursor = cursor
  }

  /// What is chosen.
  var span: TextSpan {
    guard let held else { return cursor }
    return TextSpan(min(held.start, cursor.start), max(held.end, cursor.end))
  }

  var isHeld: Bool { held != nil }

  /// Holds what is chosen, so that moving extends it; or lets go of it.
  mutating func hold() { held = held == nil ? span : nil }

  /// Moves by a word or a sentence; false at the end of the segment.
  ///
  /// Inside a sentence a step by sentences first takes that sentence, and from a sentence a step by words its first or
  /// last word. With `extending` what was chosen stays chosen.
  @discardableResult
  mutating func move(_ step: Int, by unit: Unit, extending: Bool) -> Bool {
    if extending, held == nil { held = span }
    guard let next = target(step, by: unit) else { return false }
    cursor = next
    self.unit = unit
    return true
  }

  private func target(_ step: Int, by unit: Unit) -> TextSpan? {
    let spans = unit == .word ? words : sentences
    let last = spans.lastIndex { $0.start <= cursor.start } ?? 0
    if held == nil {
      if unit == .sentence, self.unit == .word { return spans.indices.contains(last) ? spans[last] : nil }
      if unit == .word, self.unit == .sentence {
        return step > 0 ? spans.first { $0.start >= cursor.start } : spans.last { $0.end <= cursor.end }
      }
    }
    if step > 0 { return spans.first { $0.end > cursor.end }.map { TextSpan(max($0.start, cursor.start), $0.end) } }
    return spans.last { $0.start < cursor.start }
  }

  /// The runs of characters between blanks.
  static func words(in text: String) -> [TextSpan] {
    var words: [TextSpan] = []
    var start: Int?
    var offset = 0
    for character in text {
      if character.isWhitespace {
        if let begun = start { words.append(TextSpan(begun, offset)) }
        start = nil
      } else if start == nil {
        start = offset
      }
      offset += character.utf8.count
    }
    if let start { words.append(TextSpan(start, offset)) }
    return words
  }
}
