import Packages

/// Turns the elements of an OpenDocument text into text.
struct OdtText {
  private var builder = DocumentBuilder()
  private var styles = OdtStyles()
  private var vocabulary = XMLVocabulary<OdtTag>(prefix: OdtTag.prefix)
  /// How deep in elements that are not read.
  private var skipped = 0
  private var readsText: Bool
  private var inBody = false
  /// The look of each open paragraph and span.
  private var looks: [TextLook] = []
  /// For each open paragraph whether a blank would be the second one, or the first of the paragraph.
  private var blanks: [Bool] = []
  /// The change that is being described, and those that are deletions.
  private var region: String?
  private var deletions: Set<String> = []
  /// Deletions in which the text stands.
  private var deleting: Set<String> = []
  private var footnotes: [UInt8] = []
  private var comments: [UInt8] = []

  init(readsText: Bool = true) { self.readsText = readsText }

  /// Reads a document by itself; nil when it is not well-formed.
  static func read(_ xml: [UInt8]) -> DocumentText? {
    var text = OdtText()
    guard XMLEvents.walk(xml, { text.take($0) }) else { return nil }
    return text.finished()
  }

  mutating func finished() -> DocumentText {
    builder.add(notes: footnotes)
    builder.add(notes: comments)
    return builder.finished()
  }

  /// Goes on from the file with the common styles to that with the text: each walk has names of its own.
  mutating func beginText() {
    vocabulary = XMLVocabulary<OdtTag>(prefix: OdtTag.prefix)
    skipped = 0
    readsText = true
  }

  mutating func take(_ event: XMLEvents.Event) {
    switch event {
    case .start(let element):
      if skipped > 0 {
        skipped += 1
      } else if let tag = vocabulary.tag(of: element) {
        if isUnread(tag, element) { skipped = 1 } else { start(tag, element) }
      }
    case .end(let element):
      if skipped > 0 { skipped -= 1 } else if let tag = vocabulary.tag(of: element) { end(tag) }
    case .text(let words): if inBody, skipped == 0, deleting.isEmpty, builder.isInParagraph { append(words) }
    }
  }

  private mutating func isUnread(_ tag: OdtTag, _ element: XMLElement) -> Bool {
    switch tag {
    case .section:
      guard element.attribute("display") == "none" || element.attribute("is-hidden") == "true" else { return false }
      builder.counts.hasHiddenText = true
      return true
    case .hiddenText:
      guard element.attribute("is-hidden") == "true" else { return false }
      builder.counts.hasHiddenText = true
      return true
    case .deletion:
      if let region { deletions.insert(region) }
      return true
    default: return tag.isUnread
    }
  }

  private mutating func start(_ tag: OdtTag, _ element: XMLElement) {
    if tag == .body, readsText { inBody = true }
    guard inBody else {
      styles.start(tag, element)
      return
    }
    switch tag {
    case .paragraph, .heading: openParagraph(element)
    case .span: looks.append(look("text", element, over: looks.last ?? TextLook()))
    case .blanks: appendBlanks(element.attribute("c").flatMap { Int($0) } ?? 1)
    case .tab: append(sign: "\t")
    case .lineBreak: append(sign: "\n")
    case .table: builder.openTable()
    case .row: builder.openRow()
    case .cell, .coveredCell: builder.openCell()
    case .box, .shape, .rectangle, .ellipse, .caption: builder.openBox()
    case .note, .annotation: builder.openNote()
    case .changedRegion: region = element.attribute("id")
    case .changeStart: if let id = element.attribute("change-id"), deletions.contains(id) { deleting.insert(id) }
    case .changeEnd: if let id = element.attribute("change-id") { deleting.remove(id) }
    case .hiddenParagraph: if element.attribute("is-hidden") == "true" { builder.hideParagraph() }
    default: break
    }
  }

  private mutating func openParagraph(_ element: XMLElement) {
    let look = look("paragraph", element, over: TextLook())
    builder.openParagraph(look)
    looks.append(look)
    blanks.append(true)
  }

  private mutating func look(_ family: String, _ element: XMLElement, over look: TextLook) -> TextLook {
    guard let name = element.attribute("style-name") else { return look }
    return styles.sheet.style(OdtStyles.key(family, name))?.applied(to: look) ?? look
  }

  /// White space in a row is one blank, and none at the head of a paragraph: what more there is has elements of its own.
  private mutating func append(_ words: UnsafeBufferPointer<UInt8>) {
    guard let look = looks.last, var afterBlank = blanks.last else { return }
    var start = 0
    for (at, byte) in words.enumerated() {
      let isBlank = byte <= ASCII.blank
      if isBlank, byte != ASCII.blank || afterBlank {
        builder.append(UnsafeBufferPointer(rebasing: words[start..<at]), look)
        if !afterBlank { builder.append(sign: " ", look) }
        start = at + 1
      }
      afterBlank = isBlank
    }
    builder.append(UnsafeBufferPointer(rebasing: words[start...]), look)
    blanks[blanks.count - 1] = afterBlank
  }

  /// A document may ask for millions of blanks in a few bytes; nobody needs more than forty in a row.
  private mutating func appendBlanks(_ count: Int) {
    for _ in 0..<min(max(count, 1), 40) { append(sign: " ") }
  }

  private mutating func append(sign: Unicode.Scalar) {
    guard builder.isInParagraph, deleting.isEmpty, let look = looks.last else { return }
    builder.append(sign: sign, look)
    blanks[blanks.count - 1] = false
  }

  private mutating func end(_ tag: OdtTag) {
    guard inBody else {
      styles.end(tag)
      return
    }
    switch tag {
    case .body: inBody = false
    case .paragraph, .heading:
      if !deleting.isEmpty { builder.changeParagraph { $0.goesOn = true } }
      builder.closeParagraph()
      _ = looks.popLast()
      _ = blanks.popLast()
    case .span: _ = looks.popLast()
    case .table: builder.closeTable()
    case .row: builder.closeRow()
    case .cell, .coveredCell: builder.closeCell()
    case .box, .shape, .rectangle, .ellipse, .caption: builder.closeBox()
    case .note:
      let note = builder.closeNote()
      guard deleting.isEmpty else { return }
      footnotes += note
      builder.counts.footnotes += 1
    case .annotation:
      let note = builder.closeNote()
      guard deleting.isEmpty else { return }
      comments += note
      builder.counts.comments += 1
    default: break
    }
  }
}
