/// The text of an RTF document: a line for each paragraph and each row of a table, its notes apart.
struct RtfText {
  /// The talk, with words set apart by bold or colour as names, and its notes in their order.
  private(set) var document = DocumentText()

  private var body = DocumentLines()
  private var notes = DocumentLines()
  /// Text boxes, put after the paragraph on which they hang.
  private var boxes = DocumentLines()
  private var group = Group()
  private var outer: [Group] = []
  /// Groups that are open beyond the deepest that is told apart.
  private var groupsTooDeep = 0
  private var isNewGroup = false
  private var mayBeIgnored = false
  private var fonts = RtfFonts()
  private var colours = RtfColours()
  /// Signs after `\u` that only older programs should show.
  private var substitutes = 0
  private var highSurrogate: UInt32?
  private var lead: UInt8?

  private static let deepest = 10_000

  /// What holds until the end of the group.
  private struct Group {
    var destination = Destination.body
    var font: Int?
    var colour = 0
    var isBold = false
    var isHidden = false
    var isDeleted = false
    /// How many signs stand in for a character given by its number.
    var substitutes = 1
  }

  private enum Destination { case body, note, box, fonts, colours, unread }

  /// Reads any bytes; those that are no RTF give no text.
  init(_ rtf: [UInt8]) {
    var tokens = RtfTokens(rtf)
    reading: while let token = tokens.next() {
      switch token {
      case .open: open()
      case .close: if !close() { break reading }
      case _ where outer.isEmpty: continue
      case .word(let word, let number): take(word, number)
      case .symbol(let sign): take(symbol: sign)
      case .byte(let byte): take(byte)
      }
    }
    flushBoxes()
    body.close()
    notes.close()
    let counts = document.counts
    document = body.document
    document.notes = notes.bytes + document.notes
    document.counts.footnotes = counts.footnotes
    document.counts.comments = counts.comments
    document.counts.symbols = counts.symbols
    document.counts.hasHiddenText = counts.hasHiddenText
  }

  private mutating func open() {
    endSubstitutes()
    isNewGroup = true
    mayBeIgnored = false
    if outer.count < Self.deepest { outer.append(group) } else { groupsTooDeep += 1 }
  }

  /// False at the end of the document.
  private mutating func close() -> Bool {
    endSubstitutes()
    isNewGroup = false
    if groupsTooDeep > 0 {
      groupsTooDeep -= 1
      return true
    }
    guard let before = outer.popLast() else { return false }
    if group.destination == .note, before.destination != .note { notes.endWords() }
    if group.destination == .box, before.destination != .box { boxes.endWords() }
    group = before
    return !outer.isEmpty
  }

  private mutating func endSubstitutes() {
    substitutes = 0
    lead = nil
  }

  private mutating func take(_ name: String, _ number: Int?) {
    let opensGroup = isNewGroup
    let isIgnorable = mayBeIgnored
    isNewGroup = false
    mayBeIgnored = false
    lead = nil
    guard group.destination != .unread else { return }
    if substitutes > 0 {
      substitutes -= 1
      return
    }
    guard let word = RtfWord.all[name] else {
      if isIgnorable { group.destination = .unread }
      return
    }
    if opensGroup || word == .footnote || word == .annotation, begin(word) { return }
    if group.destination == .fonts || group.destination == .colours {
      return group.destination == .fonts ? fonts.take(word, number) : colours.take(word, number)
    }
    if let character = word.character { return append(character) }
    if word.isOfDocument {
      fonts.take(document: word, number)
    } else if word.isOfLook {
      look(word, number)
    } else {
      lay(word, number)
    }
  }

  /// Whether the word says what the group is for.
  private mutating func begin(_ word: RtfWord) -> Bool {
    if word.isUnread {
      group.destination = .unread
      return true
    }
    switch word {
    case .fonttbl: group.destination = .fonts
    case .colortbl: group.destination = .colours
    case .footnote, .annotation: beginNote(word)
    case .shptxt: if group.destination == .body { group.destination = .box }
    default: return false
    }
    return true
  }

  private mutating func beginNote(_ word: RtfWord) {
    guard group.destination != .note else { return }
    group.destination = .note
    (group.isHidden, group.isBold, group.colour) = (false, false, 0)
    guard !group.isDeleted else { return }
    if word == .footnote { document.counts.footnotes += 1 } else { document.counts.comments += 1 }
  }

  private mutating func look(_ word: RtfWord, _ number: Int?) {
    let isOn = number != 0
    switch word {
    case .b: group.isBold = isOn
    case .v: group.isHidden = isOn
    case .deleted: group.isDeleted = isOn
    case .f: group.font = number
    case .cf: group.colour = number ?? 0
    case .uc: group.substitutes = min(max(number ?? 1, 0), 255)
    default:
      (group.isBold, group.isHidden, group.isDeleted) = (false, false, false)
      (group.font, group.colour) = (nil, 0)
    }
  }

  /// Paragraphs, tables, and characters by their number.
  private mutating func lay(_ word: RtfWord, _ number: Int?) {
    if word == .u { return take(character: number ?? 0) }
    guard !group.isDeleted else { return }
    switch word {
    case .par: endParagraph()
    case .line: if group.destination == .note { notes.endWords() } else { change { $0.endLine() } }
    case .sect, .page, .column: change { $0.endWords() }
    case .trowd, .intbl: if group.destination == .body, !body.isInRow { openRow() }
    case .cell: endCell()
    case .row: if group.destination == .body { closeRow() }
    case .nestrow:
      change {
        $0.trimLine()
        $0.endWords()
      }
    default: break
    }
  }

  private mutating func openRow() {
    guard body.isAtLineStart else { return }
    body.openRow()
    body.openCell()
  }

  private mutating func endCell() {
    guard group.destination == .body else { return change { $0.endWords() } }
    if !body.isInRow { body.openRowBeforeLine() }
    flushBoxes()
    body.openCell()
  }

  private mutating func closeRow() {
    body.closeRow()
    flushBoxes()
  }

  private mutating func endParagraph() {
    guard group.destination != .note else { return notes.endWords() }
    change { $0.endLine() }
    if group.destination == .body { flushBoxes() }
  }

  private mutating func flushBoxes() {
    boxes.close()
    guard !boxes.bytes.isEmpty else { return }
    body.endWords()
    body.append(lines: boxes.bytes)
    boxes = DocumentLines()
  }

  private mutating func take(symbol: UInt8) {
    isNewGroup = isNewGroup && symbol == ASCII.star
    lead = nil
    guard group.destination != .unread else { return }
    if symbol == ASCII.star {
      mayBeIgnored = isNewGroup
      return
    }
    guard substitutes == 0 else {
      substitutes -= 1
      return
    }
    switch symbol {
    case UInt8(ascii: "~"): append("\u{A0}")
    case ASCII.dash: append("\u{AD}")
    case ASCII.underscore: append("\u{2011}")
    case ASCII.tab: append("\t")
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): take(symbol)
    case ASCII.lineFeed, ASCII.carriageReturn: if !group.isDeleted { endParagraph() }
    default: break
    }
  }

  private mutating func take(_ byte: UInt8) {
    isNewGroup = false
    switch group.destination {
    case .unread: return
    case .fonts: return fonts.take(byte)
    case .colours: return colours.take(byte)
    case .body, .note, .box: break
    }
    guard substitutes == 0 else {
      substitutes -= 1
      return
    }
    if let signs = fonts.signs(of: group.font) { return append(sign: UInt32(byte), of: signs) }
    if byte < 0x80, lead == nil {
      if byte >= ASCII.blank || byte == ASCII.tab { append(byte) }
      return
    }
    let page = fonts.page(of: group.font)
    if let first = lead {
      lead = nil
      append(page.character(first, byte))
    } else if page.isLead(byte) {
      lead = byte
    } else {
      append(page.character(byte))
    }
  }

  /// A UTF-16 unit, below zero from 32768 on; some programs write whole characters.
  private mutating func take(character number: Int) {
    substitutes = group.substitutes
    let value = UInt32(clamping: number < 0 ? number + 0x10000 : number)
    let high = highSurrogate
    highSurrogate = nil
    switch value {
    case 0xD800..<0xDC00: highSurrogate = value
    case 0xDC00..<0xE000:
      guard let high, let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (value - 0xDC00)) else { return }
      append(String(scalar))
    case 0xF020...0xF0FF: append(sign: value, of: fonts.signs(of: group.font) ?? .symbol)
    default: if value > 0, let scalar = Unicode.Scalar(value) { append(String(scalar)) }
    }
  }

  private mutating func append(sign: UInt32, of font: SymbolFont) {
    if let character = font.character(sign) { return append(String(character)) }
    if !group.isDeleted, !group.isHidden { document.counts.symbols += 1 }
  }

  private mutating func append(_ words: String) { append(words.utf8) }

  private mutating func append(_ byte: UInt8) { append(CollectionOfOne(byte)) }

  private mutating func append(_ words: some Sequence<UInt8>) {
    guard !group.isDeleted else { return }
    guard !group.isHidden else {
      if group.destination == .body { document.counts.hasHiddenText = true }
      return
    }
    if group.destination == .note, notes.isAtLineStart,
      words.allSatisfy({ $0 == ASCII.blank || $0 == 0xC2 || $0 == 0xA0 })
    {
      return
    }
    let emphasis: UInt8 = (group.isBold ? 1 : 0) | (colours.number(group.colour) << 1)
    change { $0.append(words, emphasis: emphasis) }
  }

  @inline(__always)
  private mutating func change(_ change: (inout DocumentLines) -> Void) {
    switch group.destination {
    case .body: change(&body)
    case .note: change(&notes)
    case .box: change(&boxes)
    case .fonts, .colours, .unread: break
    }
  }
}
