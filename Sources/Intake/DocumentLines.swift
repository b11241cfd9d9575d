/// The lines of a document in the making: one for each paragraph, and one for each row of a table.
///
/// What is opened may be left open, or closed without having been opened, as in RTF and HTML.
struct DocumentLines {
  private var text = DocumentText()
  /// The rows of the outermost table so far.
  private var table: DocumentTable?
  private var flows: [Flow] = [Flow()]
  /// Where the cells of each open row begin among the flows.
  private var rows: [Int] = []
  /// Rows that are open within the last of these, and make no lines of their own.
  private var rowsTooDeep = 0
  private var paragraph: [UInt8] = []
  /// The emphasis of the first word of the paragraph, and the bytes that have it.
  private var emphasis: UInt8?
  private var head = 0
  private var isHead = true

  /// Tables in tables are told apart up to here; each costs a copy of its words.
  private static let deepest = 16

  /// The text of the document or of a cell.
  private struct Flow {
    var bytes: [UInt8] = []
    var lines = 0
  }

  /// UTF-8, each line with its line feed; what is not closed is not in it.
  var bytes: [UInt8] { flows[0].bytes }

  /// What was closed, with what tables tell of speakers and remarks.
  var document: DocumentText {
    var document = text
    document.bytes = flows[0].bytes
    return document
  }

  /// Whether the line that is being made has nothing in it.
  var isAtLineStart: Bool { paragraph.isEmpty }

  var isInRow: Bool { !rows.isEmpty }

  /// Adds to the line; `emphasis` is 0 for plain words, odd for bold ones, another number for each colour.
  @inline(__always)
  mutating func append(_ byte: UInt8, emphasis: UInt8 = 0) {
    paragraph.append(byte)
    guard isHead else { return }
    if byte > ASCII.blank {
      if self.emphasis == nil { self.emphasis = emphasis }
      isHead = self.emphasis == emphasis
    }
    if self.emphasis == emphasis { head = paragraph.count }
  }

  mutating func append(_ words: some Sequence<UInt8>, emphasis: UInt8 = 0) {
    for byte in words { append(byte, emphasis: emphasis) }
  }

  /// Ends a line, even one without words.
  mutating func endLine() {
    endTable()
    // A whole line in a colour is one that somebody says; only bold ones are names on a line of their own.
    if flows.count == 1, let emphasis, emphasis > 0, !isHead || emphasis & 1 == 1, head <= LineHead.longest * 4 {
      text.names[flows[0].lines] = String(decoding: paragraph[..<head], as: UTF8.self)
    }
    flows[flows.count - 1].bytes += paragraph
    flows[flows.count - 1].bytes.append(ASCII.lineFeed)
    flows[flows.count - 1].lines += 1
    paragraph.removeAll(keepingCapacity: true)
    emphasis = nil
    head = 0
    isHead = true
  }

  /// Ends the line that is being made, where there is one.
  mutating func endWords() {
    if !paragraph.isEmpty { endLine() }
  }

  /// Adds whole lines, where none is being made.
  mutating func append(lines: [UInt8]) {
    endTable()
    add(lines)
  }

  /// Takes the blanks and tabs off the end of the line that is being made.
  mutating func trimLine() {
    paragraph.removeSubrange(paragraph.trimmingBlanks(from: 0, to: paragraph.count)...)
    head = min(head, paragraph.count)
  }

  mutating func openRow() {
    guard rows.count < Self.deepest else {
      rowsTooDeep += 1
      return
    }
    endWords()
    rows.append(flows.count)
  }

  /// Begins the next cell of the open row.
  mutating func openCell() {
    endWords()
    if rowsTooDeep == 0, !rows.isEmpty { flows.append(Flow()) }
  }

  /// Begins the next cell with the words of the line that is being made, where no row was opened before them.
  mutating func openRowBeforeLine() {
    rows.append(flows.count)
    flows.append(Flow())
  }

  /// Ends a row; one within another becomes a line of its cell with tabs, of which further lines of the last cell follow.
  mutating func closeRow() {
    endWords()
    guard rowsTooDeep == 0 else {
      rowsTooDeep -= 1
      return
    }
    guard let first = rows.popLast() else { return }
    if rows.isEmpty {
      var table = self.table ?? DocumentTable()
      self.table = nil
      for cell in flows[first...] { table.add(cell.bytes) }
      table.endRow()
      self.table = table
      flows.removeSubrange(first...)
    } else {
      var inner = DocumentTable()
      for cell in flows[first...] { inner.add(cell.bytes) }
      inner.endRow()
      flows.removeSubrange(first...)
      add(TableRows(inner).lines)
    }
  }

  /// Writes the rows of the outermost table out, once the last of them is closed.
  mutating func endTable() {
    guard rows.isEmpty, let table else { return }
    self.table = nil
    let rows = TableRows(table)
    add(rows.lines)
    text.counts.headings += rows.headings
    text.counts.remarks += rows.remarkCount
    text.notes += rows.remarks
    text.speakers += rows.speakers
  }

  private mutating func add(_ lines: [UInt8]) {
    flows[flows.count - 1].bytes += lines
    flows[flows.count - 1].lines += lines.count { $0 == ASCII.lineFeed }
  }

  /// Ends whatever is open.
  mutating func close() {
    endWords()
    rowsTooDeep = 0
    while !rows.isEmpty { closeRow() }
    endTable()
  }
}
