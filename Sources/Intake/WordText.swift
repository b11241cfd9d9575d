/// The text of a Word document: a line for each paragraph and each row of a table.
struct WordText {
  /// UTF-8, each line with its line feed.
  private(set) var bytes: [UInt8] = []
  /// Words in bold at the head of a paragraph, by the number of their line from 0.
  private(set) var boldNames: [Int: String] = [:]
  private(set) var footnotes = 0
  private(set) var comments = 0
  private(set) var hasHiddenText = false

  private var flows: [Flow] = [Flow()]
  private var paragraphs: [Paragraph] = []
  /// Where the cells of each open row begin among the flows.
  private var rows: [Int] = []
  private var run = Run()
  /// How deep in elements that are not read, and in which properties.
  private var skipped = 0
  private var inText = false
  private var properties: [Properties] = []
  /// For each open field whether its instruction, and not yet its result, is being given.
  private var fields: [Bool] = []

  private enum Properties { case ofParagraph, ofRun }

  /// The text of a body, a cell or a text box.
  private struct Flow {
    var bytes: [UInt8] = []
    var lines = 0
    /// The mark of the last paragraph was deleted: the next one goes on in its line.
    var isOpen = false
  }

  private struct Paragraph {
    var bytes: [UInt8] = []
    /// Bytes at its head that are bold; nil once others have come.
    var bold = 0
    var isBoldSoFar = true
    var markIsDeleted = false
    /// Text boxes that hang on it.
    var boxes: [UInt8] = []
  }

  private struct Run {
    var isBold = false
    var isHidden = false
  }

  /// Reads `document.xml`; nil when it is not well-formed.
  init?(_ xml: [UInt8]) {
    var text = WordText()
    guard XMLEvents.walk(xml, { text.take($0) }) else { return nil }
    text.bytes = text.flows.first?.bytes ?? []
    self = text
  }

  private init() {}

  private mutating func take(_ event: XMLEvents.Event) {
    switch event {
    case .start(let element):
      if skipped > 0 || Self.unread.contains(element.name) && !isMark(element) {
        skipped += 1
      } else {
        start(element)
      }
    case .end(let element):
      if skipped > 0 { skipped -= 1 } else { end(element.name) }
    case .text(let words):
      if inText, skipped == 0 { append(words) }
    }
  }

  /// Deleted and moved words, codes of fields, readings above characters, and what only older programs should show.
  private static let unread: Set<String> = [
    "del", "moveFrom", "instrText", "delText", "delInstrText", "rt", "Fallback", "sectPr", "tblPr", "tblGrid", "trPr",
    "tcPr", "sdtPr", "tabs", "numPr",
  ]

  /// In the properties of a paragraph `del` is about its mark, the end of the line.
  private func isMark(_ element: XMLElement) -> Bool {
    properties.count > 0 && (element.name == "del" || element.name == "moveFrom")
  }

  private mutating func start(_ element: XMLElement) {
    switch element.name {
    case "p": if isWord(element) { paragraphs.append(Paragraph()) }
    case "pPr": properties.append(.ofParagraph)
    case "rPr": properties.append(.ofRun)
    case "r": run = Run()
    case "tr": rows.append(flows.count)
    case "tc", "txbxContent": flows.append(Flow())
    case "t": inText = isWord(element) && !fields.contains(true)
    case "fldChar": field(element.attribute("fldCharType"))
    case "footnoteReference", "endnoteReference": footnotes += 1
    case "commentReference": comments += 1
    case "del", "moveFrom", "b", "vanish", "rStyle": property(element)
    case "tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen": if properties.isEmpty { sign(element) }
    default: break
    }
  }

  private func isWord(_ element: XMLElement) -> Bool { element.namespace.contains("wordprocessingml") }

  private mutating func property(_ element: XMLElement) {
    let value = element.attribute("val")
    let isOn = value != "0" && value != "false" && value != "off"
    guard !properties.contains(.ofParagraph) else {
      if element.name == "del" || element.name == "moveFrom" { last { $0.markIsDeleted = true } }
      return
    }
    guard properties == [.ofRun] else { return }
    switch element.name {
    case "b": run.isBold = isOn
    case "vanish": run.isHidden = isOn
    case "rStyle": run.isBold = run.isBold || value == "Strong"
    default: break
    }
  }

  private mutating func field(_ type: String?) {
    switch type {
    case "begin": fields.append(true)
    case "separate": if !fields.isEmpty { fields[fields.count - 1] = false }
    case "end": _ = fields.popLast()
    default: break
    }
  }

  private mutating func sign(_ element: XMLElement) {
    switch element.name {
    case "tab", "ptab": append("\t")
    case "cr": append("\n")
    case "noBreakHyphen": append("\u{2011}")
    case "softHyphen": append("\u{AD}")
    default:
      // A page that begins in the middle of a paragraph ends a line; one that begins with it does not.
      let type = element.attribute("type")
      if type == nil || type == "textWrapping" || paragraphs.last?.bytes.isEmpty == false { append("\n") }
    }
  }

  private mutating func append(_ sign: String) {
    var sign = sign
    sign.withUTF8 { append($0, isSign: true) }
  }

  private mutating func append(_ words: UnsafeBufferPointer<UInt8>, isSign: Bool = false) {
    if run.isHidden { hasHiddenText = true }
    guard !run.isHidden else { return }
    let bold = run.isBold
    last { paragraph in
      for byte in words {
        let isBreak = byte == ASCII.lineFeed || byte == ASCII.carriageReturn
        paragraph.bytes.append(isBreak && !isSign ? ASCII.blank : byte)
      }
      let isBlank = words.allSatisfy { $0 <= ASCII.blank }
      if bold, paragraph.isBoldSoFar { paragraph.bold = paragraph.bytes.count }
      if !bold, !isBlank { paragraph.isBoldSoFar = false }
    }
  }

  private mutating func last(_ change: (inout Paragraph) -> Void) {
    if !paragraphs.isEmpty { change(&paragraphs[paragraphs.count - 1]) }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "p": if let paragraph = paragraphs.popLast() { close(paragraph) }
    case "pPr", "rPr": _ = properties.popLast()
    case "r": run = Run()
    case "t": inText = false
    case "tr": closeRow()
    case "txbxContent":
      guard flows.count > 1, let box = flows.popLast() else { return }
      if paragraphs.isEmpty { flows[flows.count - 1].bytes += box.bytes } else { last { $0.boxes += box.bytes } }
    default: break
    }
  }

  private mutating func close(_ paragraph: Paragraph) {
    var flow = flows.removeLast()
    let isOpening = !flow.isOpen
    if flows.isEmpty, isOpening, paragraph.bold > 0, paragraph.bold <= LineHead.longest * 4 {
      boldNames[flow.lines] = String(decoding: paragraph.bytes[..<paragraph.bold], as: UTF8.self)
    }
    flow.bytes += paragraph.bytes
    flow.isOpen = paragraph.markIsDeleted
    if !paragraph.markIsDeleted { flow.bytes.append(ASCII.lineFeed) }
    flow.bytes += paragraph.boxes
    let added = paragraph.bytes.count { $0 == ASCII.lineFeed } + paragraph.boxes.count { $0 == ASCII.lineFeed }
    flow.lines += added + (paragraph.markIsDeleted ? 0 : 1)
    flows.append(flow)
  }

  /// Cells side by side become one line with tabs between them; further paragraphs of the last cell follow as lines.
  private mutating func closeRow() {
    guard let first = rows.popLast(), first > 0, first <= flows.count else { return }
    var cells = flows[first...].map { Array($0.bytes[..<$0.bytes.trimmingBlanks(from: 0, to: $0.bytes.count)]) }
    flows.removeSubrange(first...)
    while cells.last?.isEmpty == true { cells.removeLast() }
    guard let last = cells.popLast() else { return }
    var line: [UInt8] = []
    for cell in cells {
      line += cell.map { $0 == ASCII.lineFeed ? ASCII.blank : $0 }
      line.append(ASCII.tab)
    }
    line += last
    line.append(ASCII.lineFeed)
    flows[flows.count - 1].bytes += line
    flows[flows.count - 1].lines += line.count { $0 == ASCII.lineFeed }
  }
}
