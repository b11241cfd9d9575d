import Model

/// Puts a document together from its paragraphs, tables, text boxes and notes, in whatever way they lie in one another.
///
/// What is opened must be closed in the opposite order, as elements of XML are.
struct DocumentBuilder {
  private(set) var text = DocumentText()

  private enum Frame { case paragraph, table, row, looseRow, cell, looseCell, box, note }

  /// The text of the talk, a cell, a text box or a note.
  private struct Flow {
    var bytes: [UInt8] = []
    var lines = 0
    /// The mark of the last paragraph was deleted: the next one goes on in its line.
    var isOpen = false
  }

  /// Words marked as a whole, that are a name if the next ones are not marked so.
  private struct LoneName {
    var line: Int
    var name: String
    var look: TextLook
  }

  private var frames: [Frame] = []
  private var flows: [Flow] = [Flow()]
  private var paragraphs: [DocumentParagraph] = []
  private var tables: [DocumentTable] = []
  private var loneName: LoneName?
  private var loneLines: [Int] = []

  /// Whether words that come now belong to a paragraph.
  var isInParagraph: Bool { frames.last == .paragraph }
  var paragraphIsEmpty: Bool { paragraphs.last?.bytes.isEmpty ?? true }
  var counts: DocumentText.Counts {
    get { text.counts }
    set { text.counts = newValue }
  }

  /// The talk; what is still open is not in it.
  mutating func finished() -> DocumentText {
    var count: [String: Int] = [:]
    for name in text.names.values { count[name.trimmed, default: 0] += 1 }
    // Words that stand alone in bold and do not return are a heading.
    for line in loneLines where text.names[line].map({ count[$0.trimmed] == 1 }) == true { text.names[line] = nil }
    text.bytes = flows.first?.bytes ?? []
    flows = [Flow()]
    return text
  }

  mutating func changeParagraph(_ change: (inout DocumentParagraph) -> Void) {
    if !paragraphs.isEmpty { change(&paragraphs[paragraphs.count - 1]) }
  }

  mutating func openParagraph(_ look: TextLook = TextLook()) {
    frames.append(.paragraph)
    paragraphs.append(DocumentParagraph(look: look))
  }

  /// Leaves the paragraph out that is open.
  mutating func hideParagraph() {
    changeParagraph { $0.isHidden = true }
    text.counts.hasHiddenText = true
  }

  /// The look from which the words of the paragraph start.
  var paragraphLook: TextLook { paragraphs.last?.look ?? TextLook() }

  /// Words as they stand, but for line ends, which are blanks, and signs of other fonts.
  mutating func append(_ words: UnsafeBufferPointer<UInt8>, _ look: TextLook) {
    guard isInParagraph, !words.isEmpty else { return }
    if look.isHidden {
      text.counts.hasHiddenText = true
    } else if words.contains(where: { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn || $0 == 0xEF }) {
      appendMended(words, look)
    } else {
      paragraphs[paragraphs.count - 1].append(words, look)
    }
  }

  /// A tab, a line end or a hyphen for which the document has an element.
  mutating func append(sign: Unicode.Scalar, _ look: TextLook) {
    guard isInParagraph, !look.isHidden else { return }
    var sign = String(sign)
    sign.withUTF8 { paragraphs[paragraphs.count - 1].append($0, look) }
  }

  /// A sign of a font of signs, by its code.
  mutating func append(symbol code: UInt32, of font: SymbolFont?, _ look: TextLook) {
    guard !look.isHidden else { return }
    let isPrivate = (0xE000...0xF8FF).contains(code)
    if let sign = font.map({ $0.character(code) }) ?? (isPrivate || code < 0x20 ? nil : Unicode.Scalar(code)) {
      append(sign: sign, look)
    } else {
      text.counts.symbols += 1
    }
  }

  private mutating func appendMended(_ words: UnsafeBufferPointer<UInt8>, _ look: TextLook) {
    for scalar in String(decoding: words, as: UTF8.self).unicodeScalars {
      if scalar == "\n" || scalar == "\r" {
        append(sign: " ", look)
      } else if let font = look.symbols, (0xF020...0xF0FF).contains(scalar.value) {
        append(symbol: scalar.value, of: font, look)
      } else {
        append(sign: scalar, look)
      }
    }
  }

  mutating func closeParagraph() {
    guard frames.popLast() == .paragraph, let paragraph = paragraphs.popLast(), !paragraph.isHidden else { return }
    if flows.count == 1, !flows[0].isOpen { note(paragraph, line: flows[0].lines) }
    add(paragraph.bytes)
    flows[flows.count - 1].isOpen = paragraph.goesOn
    if !paragraph.goesOn {
      flows[flows.count - 1].bytes.append(ASCII.lineFeed)
      flows[flows.count - 1].lines += 1
    }
    if !paragraph.boxes.isEmpty { add(paragraph.boxes) }
  }

  private mutating func note(_ paragraph: DocumentParagraph, line: Int) {
    guard let first = paragraph.first else { return }
    if let loneName, !first.isMarked(as: loneName.look) {
      text.names[loneName.line] = loneName.name
      loneLines.append(loneName.line)
    }
    loneName = paragraph.markedWhole.map { LoneName(line: line, name: $0, look: first) }
    // A label with a colon is known without its looks.
    if let head = paragraph.markedHead, head.trimmed.last != ":" { text.names[line] = head }
  }

  private mutating func add(_ bytes: [UInt8]) {
    flows[flows.count - 1].bytes += bytes
    flows[flows.count - 1].lines += bytes.count { $0 == ASCII.lineFeed }
  }

  mutating func openTable() {
    frames.append(.table)
    tables.append(DocumentTable())
  }

  mutating func closeTable() {
    guard frames.popLast() == .table, let table = tables.popLast() else { return }
    let rows = TableRows(table)
    add(rows.lines)
    loneName = nil
    text.counts.headings += rows.headings
    text.counts.remarks += rows.remarkCount
    add(notes: rows.remarks)
    text.speakers += rows.speakers
  }

  mutating func openRow() {
    let isLoose = frames.last != .table
    if isLoose { openTable() }
    frames.append(isLoose ? .looseRow : .row)
  }

  mutating func closeRow() {
    let frame = frames.popLast()
    if !tables.isEmpty { tables[tables.count - 1].endRow() }
    if frame == .looseRow { closeTable() }
  }

  mutating func openCell() {
    frames.append(frames.last == .row || frames.last == .looseRow ? .cell : .looseCell)
    flows.append(Flow())
  }

  mutating func closeCell() {
    let frame = frames.popLast()
    guard flows.count > 1, let cell = flows.popLast() else { return }
    if frame == .cell, !tables.isEmpty { tables[tables.count - 1].add(cell.bytes) } else { add(cell.bytes) }
  }

  mutating func openBox() {
    frames.append(.box)
    flows.append(Flow())
  }

  mutating func closeBox() {
    guard frames.popLast() == .box, flows.count > 1, let box = flows.popLast() else { return }
    if frames.last == .paragraph { changeParagraph { $0.boxes += box.bytes } } else { add(box.bytes) }
  }

  mutating func openNote() {
    frames.append(.note)
    flows.append(Flow())
  }

  /// Gives the lines of the note.
  mutating func closeNote() -> [UInt8] {
    guard frames.popLast() == .note, flows.count > 1, let note = flows.popLast() else { return [] }
    return note.bytes
  }

  /// Puts lines at the end, without those that are empty and the blanks that stood behind a mark.
  mutating func add(notes lines: [UInt8]) {
    for line in lines.split(separator: ASCII.lineFeed) where line.contains(where: { $0 > ASCII.blank }) {
      text.notes += line.drop { $0 <= ASCII.blank }
      text.notes.append(ASCII.lineFeed)
    }
  }
}
