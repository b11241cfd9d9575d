/// A words expression in which every word is replaced by the forms that occur.
public indirect enum ExpandedWords: Hashable, Sendable {
  case pattern(WordPattern)
  /// Each side may be matched by any of its patterns.
  case near([[WordPattern]], within: Int)
  case and([ExpandedWords])
  case or([ExpandedWords])
  case not(ExpandedWords)
}

/// Words that follow each other directly; mostly it is one.
public struct WordPattern: Hashable, Sendable {
  public var slots: [Slot]

  public init(_ slots: [Slot]) { self.slots = slots }

  /// What one word of a text must be.
  public enum Slot: Hashable, Sendable {
    /// One of these folded forms; of none when nothing of it occurs.
    case forms([String])
    /// This spelling with its accents, which the index does not tell from others with the same folded form.
    case surface(String, folded: String)
    /// A word whose folded form begins so.
    case prefix(String)
  }
}
