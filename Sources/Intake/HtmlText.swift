/// The text of HTML as a browser shows it: a line for each paragraph, each `<br>` and each row of a table.
struct HtmlText {
  /// The talk and its notes; the counts of notes are those of the places that refer to them.
  private(set) var document = DocumentText()

  /// Canonical UTF-8, each line with its line feed.
  var bytes: [UInt8] { CanonicalText(document.bytes).bytes }
  /// Words in bold at the head of a line, by the number of their line from 0.
  var boldNames: [Int: String] { document.names }

  private let html: [UInt8]
  private let isXML: Bool
  private var lines = DocumentLines()
  /// While notes are read, these are the lines of the talk.
  private var notes = DocumentLines()
  /// The element with notes, and how many of its name are open.
  private var openNotes: (name: String, depth: Int)?
  private var hasBlank = false
  private var preformatted = 0
  /// The element whose content is passed over, and how many of its name are open.
  private var hidden: (name: String, depth: Int)?
  /// Open elements that may set words in bold, each with what it says of that.
  private var emphasis: [(name: String, isBold: Bool)] = [] {
    didSet { isBold = emphasis.last?.isBold ?? false }
  }
  private var isBold = false
  /// For each open table whether a row of it is open.
  private var openRows: [Bool] = []

  /// Reads UTF-8; whatever is wrong with the tags, there is some text.
  init(_ html: [UInt8]) {
    self.html = html
    isXML = html.starts(with: "<?xml".utf8)
    var tokens = HtmlTokens(html)
    while let token = tokens.next() {
      switch token {
      case .start(let tag): start(tag)
      case .end(let name): end(name)
      case .text(let range): if hidden == nil { append(range) }
      }
    }
    endNotes()
    lines.close()
    notes.close()
    let footnotes = document.counts.footnotes
    document = lines.document
    document.notes = notes.bytes + document.notes
    document.counts.footnotes = footnotes
  }

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "tfoot", "thead", "ul",
  ]
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
  /// Elements that may be left open: the next of their kind ends them.
  private static let unended: Set<String> = ["dd", "dt", "li", "p", "td", "th", "tr"]

  private mutating func start(_ tag: HtmlTag) {
    let isEmpty = Self.void.contains(tag.name) || isXML && tag.isClosed
    if let open = hidden {
      let isSame = tag.name == open.name
      guard Self.unended.contains(open.name) else {
        if isSame, !isEmpty { hidden?.depth += 1 }
        return
      }
      guard isSame || open.name == "p" && Self.blocks.contains(tag.name) else { return }
      hidden = nil
    }
    let isNoteMark = tag.isNoteMark
    if isNoteMark, openNotes == nil, tag.refersToNote { document.counts.footnotes += 1 }
    if isNoteMark || tag.isUnread {
      if !isEmpty { hidden = (tag.name, 1) }
      return
    }
    noteStart(of: tag, isEmpty)
    switch tag.name {
    case "br": endLine()
    case "table", "tr", "td", "th": startOfTable(tag.name)
    case "b", "strong", "span", "font": if !isEmpty { startEmphasis(tag) }
    case "pre" where !isEmpty:
      endWords()
      preformatted += 1
    case _ where Self.blocks.contains(tag.name): endWords()
    default: break
    }
    if isEmpty, !Self.void.contains(tag.name) { end(tag.name) }
  }

  private mutating func end(_ name: String) {
    if let open = hidden {
      if name == open.name { hidden = open.depth > 1 ? (name, open.depth - 1) : nil }
      if Self.unended.contains(open.name), Self.blocks.contains(name) { hidden = nil }
      if hidden != nil || name == open.name { return }
    }
    if let open = openNotes, open.name == name {
      openNotes?.depth -= 1
      if open.depth == 1 { endNotes() }
    }
    switch name {
    case "br": endLine()
    case "table", "tr": endOfTable(name)
    case "td", "th": endWords()
    case "b", "strong", "span", "font": endEmphasis(name)
    case "pre":
      endWords()
      preformatted = max(0, preformatted - 1)
    case _ where Self.blocks.contains(name): endWords()
    default: break
    }
  }

  private mutating func noteStart(of tag: HtmlTag, _ isEmpty: Bool) {
    guard !isEmpty else { return }
    if let open = openNotes {
      if open.name == tag.name { openNotes?.depth += 1 }
    } else if tag.holdsNotes {
      endWords()
      openNotes = (tag.name, 1)
      swap(&lines, &notes)
    }
  }

  private mutating func endNotes() {
    guard openNotes != nil else { return }
    endWords()
    openNotes = nil
    swap(&lines, &notes)
  }

  private mutating func startOfTable(_ name: String) {
    endWords()
    switch name {
    case "table": openRows.append(false)
    case "tr":
      if openRows.isEmpty { openRows.append(false) }
      endOfTable("tr")
      openRows[openRows.count - 1] = true
      lines.openRow()
    default:
      if openRows.last != true { startOfTable("tr") }
      lines.openCell()
    }
  }

  private mutating func endOfTable(_ name: String) {
    endWords()
    if openRows.last == true {
      lines.closeRow()
      openRows[openRows.count - 1] = false
    }
    guard name == "table" else { return }
    _ = openRows.popLast()
    if openRows.isEmpty { lines.endTable() }
  }

  private mutating func startEmphasis(_ tag: HtmlTag) {
    var isBold = self.isBold || tag.name == "b" || tag.name == "strong"
    if let weight = tag.style.split(separator: ";").last(where: { $0.hasPrefix("font-weight:") })?.dropFirst(12) {
      isBold = weight.hasPrefix("bold") || (Int(weight.prefix(3)) ?? 0) >= 600
    }
    // A time in oTranscribe stands close to what was said then.
    let isTime = tag.name == "span" && tag.attribute("class") == "timestamp"
    emphasis.append((isTime ? "span timestamp" : tag.name, isBold))
  }

  /// Looks for its start among the few last only, as markup may be broken.
  private mutating func endEmphasis(_ name: String) {
    var open = emphasis.count - 1
    let first = max(0, emphasis.count - 8)
    while open >= first, emphasis[open].name.prefix(while: { $0 != " " }) != name { open -= 1 }
    guard open >= first else { return }
    if emphasis[open].name == "span timestamp" { hasBlank = !lines.isAtLineStart }
    emphasis.removeSubrange(open...)
  }

  private mutating func endLine() {
    hasBlank = false
    lines.endLine()
  }

  private mutating func endWords() {
    hasBlank = false
    lines.endWords()
  }

  private mutating func append(_ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = html[at]
      if HtmlTag.isSpace(byte) {
        space(byte)
      } else if byte == UInt8(ascii: "&"), let entity = HtmlEntity(html, at: at, to: range.upperBound) {
        append(entity)
        at = entity.end
        continue
      } else {
        append(byte)
      }
      at += 1
    }
  }

  private mutating func append(_ entity: HtmlEntity) {
    for byte in entity.character.utf8 {
      if HtmlTag.isSpace(byte) { space(byte) } else { append(byte) }
    }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    if hasBlank {
      lines.append(ASCII.blank, emphasis: isBold ? 1 : 0)
      hasBlank = false
    }
    lines.append(byte, emphasis: isBold ? 1 : 0)
  }

  /// White space is one blank, and none at the head of a line, but stays as it is where it was laid out beforehand.
  private mutating func space(_ byte: UInt8) {
    if preformatted == 0 {
      hasBlank = !lines.isAtLineStart
    } else if byte == ASCII.lineFeed {
      lines.endLine()
    } else if byte != ASCII.carriageReturn {
      lines.append(byte, emphasis: isBold ? 1 : 0)
    }
  }
}
