/// The excerpts of one code among others, under a heading of their own.
public struct ExcerptSection: Equatable, Sendable {
  public var code: String
  public var name: String
  /// What the code means.
  public var definition: String?
  /// How many codes stand above it: 0 for a family.
  public var depth: Int
  /// How many passages, transcripts and cases have the code itself, those left out by a limit too.
  public var quotes: Int
  public var transcripts: Int
  public var cases: Int
  /// How many of the excerpts, after those of the sections before, are its own.
  public var shown: Int
  /// What was noted down about the code.
  public var memos: [ExcerptMemo]

  public init(
    code: String, name: String, definition: String? = nil, depth: Int = 0, quotes: Int, transcripts: Int, cases: Int,
    shown: Int, memos: [ExcerptMemo] = []
  ) {
    self.code = code
    self.name = name
    self.definition = definition
    self.depth = depth
    self.quotes = quotes
    self.transcripts = transcripts
    self.cases = cases
    self.shown = shown
    self.memos = memos
  }
}

extension Excerpts {
  /// Each section with its excerpts; one without a heading where there are none.
  public var parts: [(section: ExcerptSection?, items: ArraySlice<Excerpt>)] {
    guard !sections.isEmpty else { return [(nil, items[...])] }
    var start = items.startIndex
    return sections.map { section in
      let end = min(items.endIndex, start + max(0, section.shown))
      defer { start = end }
      return (section, items[start..<end])
    }
  }
}
