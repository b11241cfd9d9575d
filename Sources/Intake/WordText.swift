import Packages

/// Turns the elements of a Word document, or of its notes, into text.
struct WordText {
  /// The notes that the talk refers to, in its order.
  private(set) var references: [Reference] = []
  /// The notes of a part with notes, by their numbers.
  private(set) var notes: [String: [UInt8]] = [:]

  struct Reference: Equatable {
    enum Kind: String, CaseIterable { case footnotes, endnotes, comments }

    var kind: Kind
    var id: String
  }

  private var builder = DocumentBuilder()
  private var styles: StyleSheet
  private var vocabulary = XMLVocabulary<WordTag>(prefix: WordTag.prefix)
  private var look = TextLook()
  /// How deep in elements that are not read.
  private var skipped = 0
  private var inText = false
  private var inCode = false
  private var properties: [WordTag] = []
  private var fields: [Field] = []
  /// For each open choice between forms of the same thing whether one was taken.
  private var choices: [Bool] = []
  private var noteIDs: [String?] = []

  /// Something that Word works out itself: its instruction comes first, then its result.
  private struct Field {
    var code: [UInt8] = []
    /// Its instruction is being given, or its result is a page number.
    var isUnread = true
  }

  /// How many of the open fields are not read.
  private var unreadFields = 0

  init(styles: StyleSheet = StyleSheet()) { self.styles = styles }

  /// Reads a document by itself; nil when it is not well-formed.
  static func read(_ xml: [UInt8]) -> DocumentText? {
    var text = WordText()
    guard XMLEvents.walk(xml, { text.take($0) }) else { return nil }
    return text.finished()
  }

  mutating func finished() -> DocumentText {
    for reference in references {
      if reference.kind == .comments { builder.counts.comments += 1 } else { builder.counts.footnotes += 1 }
    }
    return builder.finished()
  }

  mutating func add(note: [UInt8]) { builder.add(notes: note) }

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
    case .text(let words):
      guard skipped == 0 else { return }
      if inText { builder.append(words, look) } else if inCode { takeCode(words) }
    }
  }

  /// In the properties of a paragraph `del` is about its mark, the end of the line.
  private func isUnread(_ tag: WordTag, _ element: XMLElement) -> Bool {
    switch tag {
    case .del, .moveFrom: properties.isEmpty
    case .pageField: Self.isPage(element.attribute("instr") ?? "")
    case .choice, .fallback: choices.last == true
    default: tag.isUnread
    }
  }

  private static func isPage(_ code: String) -> Bool {
    let name = code.trimmed.prefix { !$0.isWhitespace && $0 != "\\" }.uppercased()
    return ["PAGE", "NUMPAGES", "SECTIONPAGES"].contains(name)
  }

  private mutating func start(_ tag: WordTag, _ element: XMLElement) {
    switch tag {
    case .paragraph:
      builder.openParagraph()
      look = TextLook()
    case .paragraphProperties, .runProperties: properties.append(tag)
    case .run: look = builder.paragraphLook
    case .table: builder.openTable()
    case .row: builder.openRow()
    case .cell: builder.openCell()
    case .box: builder.openBox()
    case .text, .formula: inText = unreadFields == 0
    case .fieldCode: inCode = true
    case .fieldSign: field(element.attribute("fldCharType"))
    case .footnoteReference: refer(.footnotes, element)
    case .endnoteReference: refer(.endnotes, element)
    case .commentReference: refer(.comments, element)
    case .footnote, .endnote, .comment:
      builder.openNote()
      noteIDs.append(element.attribute("type") == nil ? element.attribute("id") : nil)
    case .alternatives: choices.append(false)
    case .choice, .fallback: if !choices.isEmpty { choices[choices.count - 1] = true }
    case .otherPart: builder.counts.parts += 1
    default: if properties.isEmpty { sign(tag, element) } else { property(tag, element) }
    }
  }

  private mutating func refer(_ kind: Reference.Kind, _ element: XMLElement) {
    references.append(Reference(kind: kind, id: element.attribute("id") ?? ""))
  }

  private mutating func property(_ tag: WordTag, _ element: XMLElement) {
    if properties.contains(.paragraphProperties) {
      switch tag {
      case .del, .moveFrom: builder.changeParagraph { $0.goesOn = true }
      case .paragraphStyle:
        guard let style = element.attribute("val").flatMap({ styles.style($0) }) else { return }
        builder.changeParagraph { $0.look = style.applied(to: $0.look) }
      default: break
      }
    } else if tag == .runStyle {
      let name = element.attribute("val") ?? ""
      look = styles.style(name)?.applied(to: look) ?? look
      if name == "Strong", styles[name] == nil { look.isBold = true }
    } else if let style = TextStyle(tag, element) {
      look = style.applied(to: look)
    }
  }

  private mutating func field(_ type: String?) {
    switch type {
    case "begin":
      fields.append(Field())
      unreadFields += 1
    case "separate":
      guard let field = fields.last, field.isUnread, !Self.isPage(String(decoding: field.code, as: UTF8.self)) else {
        return
      }
      fields[fields.count - 1].isUnread = false
      unreadFields -= 1
    case "end": if fields.popLast()?.isUnread == true { unreadFields -= 1 }
    default: break
    }
  }

  private mutating func takeCode(_ words: UnsafeBufferPointer<UInt8>) {
    guard !fields.isEmpty, fields[fields.count - 1].code.count < 64 else { return }
    fields[fields.count - 1].code += words
  }

  private mutating func sign(_ tag: WordTag, _ element: XMLElement) {
    guard unreadFields == 0 else { return }
    switch tag {
    case .tab, .placedTab: builder.append(sign: "\t", look)
    case .lineEnd: builder.append(sign: "\n", look)
    case .hyphen: builder.append(sign: "\u{2011}", look)
    case .softHyphen: builder.append(sign: "\u{AD}", look)
    case .symbol:
      let code = element.attribute("char").flatMap { UInt32($0, radix: 16) }
      builder.append(symbol: code ?? 0, of: element.attribute("font").flatMap(SymbolFont.init), look)
    case .lineBreak:
      // A page that begins in the middle of a paragraph ends a line; one that begins with it does not.
      let type = element.attribute("type")
      if type == nil || type == "textWrapping" || !builder.paragraphIsEmpty { builder.append(sign: "\n", look) }
    default: break
    }
  }

  private mutating func end(_ tag: WordTag) {
    switch tag {
    case .paragraph:
      builder.closeParagraph()
      look = builder.paragraphLook
    case .paragraphProperties, .runProperties: _ = properties.popLast()
    case .run: look = builder.paragraphLook
    case .text, .formula: inText = false
    case .fieldCode: inCode = false
    case .table: builder.closeTable()
    case .row: builder.closeRow()
    case .cell: builder.closeCell()
    case .box: builder.closeBox()
    case .footnote, .endnote, .comment:
      let note = builder.closeNote()
      if let id = noteIDs.popLast() ?? nil { notes[id] = note }
    case .alternatives: _ = choices.popLast()
    default: break
    }
  }
}
