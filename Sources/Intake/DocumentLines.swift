/// The lines of a document in the making: one for each paragraph, and one for each row of a table.
struct DocumentLines {
  /// Words in bold (or colour) at the head of a paragraph, by the number of their line from 0.
  private(set) var boldNames: [Int: String] = [:]
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
    // A whole line in a colour is one that somebody says; only bold ones are names on a line of their own.
    if flows.count == 1, let emphasis, emphasis > 0, !isHead || emphasis & 1 == 1, head <= LineHead.longest * 4 {
      boldNames[flows[0].lines] = String(decoding: paragraph[..<head], as: UTF8.self)
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
    flows[flows.count - 1].bytes += lines
    flows[flows.count - 1].lines += lines.count { $0 == ASCII.lineFeed }
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

  /// Cells side by side become one line with tabs between them; further lines of the last cell follow.
  mutating func closeRow() {
    endWords()
    guard rowsTooDeep == 0 else {
      rowsTooDeep -= 1
      return
    }
    guard let first = rows.popLast() else { return }
    var cells = flows[first...].map { Array($0.bytes[..<$0.bytes.trimmingBlanks(from: 0, to: $0.bytes.count)]) }
    flows.removeSubrange(first...)
    while cells.last?.isEmpty == true { cells.removeLast() }
    guard let last = cells.popLast() else { return }
    for cell in cells {
      for byte in cell { append(byte == ASCII.lineFeed ? ASCII.blank : byte) }
      append(ASCII.tab)
    }
    append(last)
    let added = last.count { $0 == ASCII.lineFeed }
    emphasis = nil
    endLine()
    flows[flows.count - 1].lines += added
  }

  /// Ends whatever is open.
  mutating func close() {
    endWords()
    rowsTooDeep = 0
    while !rows.isEmpty { closeRow() }
  }
}
