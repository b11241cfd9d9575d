/// A paragraph while it is read, and how its head is marked.
struct DocumentParagraph {
  var bytes: [UInt8] = []
  /// The look of the paragraph's style, from which that of its words starts.
  var look: TextLook
  /// The mark at its end was deleted: the next paragraph goes on in its line.
  var goesOn = false
  /// It is left out, whatever it says.
  var isHidden = false
  /// Lines of text boxes that hang on it.
  var boxes: [UInt8] = []

  /// How its first words look; nil while there are none.
  private(set) var first: TextLook?
  /// One past the last of the words that look so.
  private var headEnd = 0
  /// How the first words look that are marked in another way.
  private var other: TextLook?

  init(look: TextLook = TextLook()) { self.look = look }

  mutating func append(_ words: UnsafeBufferPointer<UInt8>, _ look: TextLook) {
    bytes.append(contentsOf: words)
    guard other == nil, words.contains(where: { $0 > ASCII.blank }) else { return }
    if let first, !first.isMarked(as: look) {
      other = look
    } else {
      if first == nil { first = look }
      headEnd = bytes.count
    }
  }

  /// The words at its head that stand out from what follows, and may be a name.
  var markedHead: String? {
    guard let first, let other, first.standsOut(from: other), headEnd <= LineHead.longest * 4 else { return nil }
    return String(decoding: bytes[..<headEnd], as: UTF8.self)
  }

  /// All its words, where they are few and marked alike: the name of who says what stands below, if that looks otherwise.
  var markedWhole: String? {
    guard let first, other == nil, first.standsOut(from: TextLook()), headEnd <= LineHead.longest * 4 else {
      return nil
    }
    let end = bytes.trimmingBlanks(from: 0, to: headEnd)
    guard end > 0, ![UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: ","), ASCII.lineFeed].contains(bytes[end - 1])
    else { return nil }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}
