import Model

/// The text of a source: as the project has it, and as it is kept.
///
/// What stands where in the two is known to `positions()`, which takes many times the memory and is made anew when asked for.
struct QDAWords {
  /// As it is kept.
  let text: String
  /// Control characters that were left out.
  let dropped: Int
  /// Whether bytes of the source were no characters.
  let isBroken: Bool
  let hasPairs: Bool
  let hasLongLineEnds: Bool
  private let source: String

  init(_ source: String, isBroken: Bool = false) {
    let read = SourceText(source)
    // Where the two are the same they lie in memory once.
    text = read.text.utf8.elementsEqual(source.utf8) ? source : read.text
    self.source = source
    self.isBroken = isBroken
    (dropped, hasPairs, hasLongLineEnds) = (read.dropped, read.hasPairs, read.hasLongLineEnds)
  }

  init(_ bytes: [UInt8]) {
    let (source, isBroken) = SourceText.decoded(bytes)
    self.init(source, isBroken: isBroken)
  }

  func positions() -> SourceText { SourceText(source) }
}
