public import Model

/// What became of passages of a text in a new version of it.
public struct Reanchoring: Sendable {
  /// Where the words of a passage are now.
  ///
  /// Spans are in UTF-8 bytes of the new version, end exclusive.
  public enum Place: Equatable, Sendable {
    /// The very same words.
    case same(TextSpan)
    /// Words of which at least half are the same.
    case changed(TextSpan)
    /// Less than half of the words are left; they would be about here.
    case lost(near: Int)
  }

  private let old: [UInt8]
  private let new: [UInt8]
  private let diff: TextDiff

  public init(from old: String, to new: String) {
    (self.old, self.new) = (Array(old.utf8), Array(new.utf8))
    diff = TextDiff(from: self.old, to: self.new)
  }

  /// Whether the versions differ at all.
  public var isChange: Bool { !diff.hunks.isEmpty }

  /// - Parameter span: a span of the old version that lies inside it.
  public func place(of span: TextSpan) -> Place {
    let words = old[span.start..<span.end]
    var mapped = diff.start(span.start)..<max(diff.start(span.start), diff.end(span.end))
    if new[mapped].elementsEqual(words) { return .same(TextSpan(mapped.lowerBound, mapped.upperBound)) }
    if 2 * keptLetters(span) >= letters(words) {
      // Of two equal words side by side the diff may have taken the other.
      let around = max(0, mapped.lowerBound - words.count)..<min(new.count, mapped.upperBound + words.count)
      if let found = places(of: words, in: around).min(by: {
        abs($0.start - mapped.lowerBound) < abs($1.start - mapped.lowerBound)
      }) {
        return .same(found)
      }
      while let first = mapped.first, new[first] <= 0x20 { mapped.removeFirst() }
      while let last = mapped.last, new[last] <= 0x20 { mapped.removeLast() }
      if !mapped.isEmpty { return .changed(TextSpan(mapped.lowerBound, mapped.upperBound)) }
    } else if words.count >= Self.telling {
      // Moved as a whole; said twice, nobody can tell which was meant.
      let found = places(of: words, in: new.indices)
      if found.count == 1, let only = found.first { return .same(only) }
    }
    return .lost(near: mapped.lowerBound)
  }

  /// In bytes: shorter words are found again by chance.
  private static let telling = 16

  private func letters(_ words: ArraySlice<UInt8>) -> Int { words.reduce(0) { $0 + ($1 > 0x20 ? 1 : 0) } }

  /// How many bytes of the words, blanks not counted, are in the new version.
  private func keptLetters(_ span: TextSpan) -> Int {
    var kept = 0
    var from = span.start
    for hunk in diff.hunks(touching: span.start..<span.end) {
      let lost = hunk.old.clamped(to: span.start..<span.end)
      if from < lost.lowerBound { kept += letters(old[from..<lost.lowerBound]) }
      from = max(from, lost.upperBound)
    }
    return kept + (from < span.end ? letters(old[from..<span.end]) : 0)
  }

  /// Where the same words stand in a part of the new version.
  private func places(of words: ArraySlice<UInt8>, in part: Range<Int>) -> [TextSpan] {
    guard let first = words.first, part.count >= words.count else { return [] }
    return (part.lowerBound...part.upperBound - words.count).lazy.filter { start in
      new[start] == first && new[start..<start + words.count].elementsEqual(words)
    }.map { TextSpan($0, $0 + words.count) }
  }
}
