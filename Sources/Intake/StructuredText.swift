import Model

/// Parts text with control lines into documents, and finds what each code lies on.
///
/// `#TEXTname` begins a document, `#CODEcode\subcode` a coded passage and `#ENDCODE` ends the one opened last, as MAXQDA
/// has them: in capitals, at the very start of a line. The control lines are no part of the text.
struct StructuredText {
  struct Document: Equatable {
    /// Empty where the file gives none.
    var name: String
    /// Of its `#TEXT`, from 1.
    var line: Int
    var text: [UInt8] = []
    var passages: [Passage] = []
  }

  struct Passage: Equatable {
    var span: TextSpan
    var code: [String]
    /// Of its `#CODE`, from 1.
    var line: Int
  }

  /// A control line that does not fit the others, as a sentence.
  struct Flaw: Equatable {
    var line: Int
    var text: String
  }

  private(set) var documents: [Document] = []
  private(set) var flaws: [Flaw] = []
  private var opened: [Passage] = []

  private static let text = Array("#TEXT".utf8)
  private static let code = Array("#CODE".utf8)
  private static let endCode = Array("#ENDCODE".utf8)

  /// Whether a file opens with `#TEXT`, in whatever encoding.
  static func opens(_ bytes: [UInt8]) -> Bool {
    // Without the noughts of UTF-16 and the byte order marks.
    let start = bytes.prefix(64).filter { $0 != 0 && $0 < 0x80 }.drop { $0 <= ASCII.blank }
    return start.starts(with: text)
  }

  /// Takes canonical text.
  init(_ bytes: [UInt8]) {
    var start = 0
    var line = 1
    while start < bytes.count {
      let end = bytes.lineEnd(from: start)
      take(start..<end, line, bytes)
      start = end + 1
      line += 1
    }
    endDocument()
  }

  private mutating func take(_ span: Range<Int>, _ line: Int, _ bytes: [UInt8]) {
    let words = bytes[span]
    if words.starts(with: Self.text) {
      endDocument()
      documents.append(Document(name: bytes.string(span.dropFirst(Self.text.count)).trimmed, line: line))
    } else if words.starts(with: Self.code) {
      let code = bytes.string(span.dropFirst(Self.code.count)).split(separator: "\\").map(\.trimmed)
      if documents.isEmpty { documents.append(Document(name: "", line: line)) }
      let at = documents[documents.count - 1].text.count
      opened.append(Passage(span: TextSpan(at, at), code: code.filter { !$0.isEmpty }, line: line))
    } else if words.starts(with: Self.endCode) {
      if opened.isEmpty { flaws.append(Flaw(line: line, text: "'#ENDCODE' stands here, and no '#CODE' is open.")) }
      closeLast()
    } else {
      if documents.isEmpty {
        guard CanonicalText.hasWords(words) else { return }
        documents.append(Document(name: "", line: line))
      }
      documents[documents.count - 1].text += words
      documents[documents.count - 1].text.append(ASCII.lineFeed)
    }
  }

  private mutating func endDocument() {
    for passage in opened {
      let name = passage.code.joined(separator: "\\")
      flaws.append(
        Flaw(line: passage.line, text: "'#CODE\(name)' has no '#ENDCODE'; it was taken to the end of its document."))
    }
    while !opened.isEmpty { closeLast() }
    guard !documents.isEmpty else { return }
    documents[documents.count - 1].passages.sort { $0.line < $1.line }
  }

  private mutating func closeLast() {
    guard var passage = opened.popLast() else { return }
    let text = documents[documents.count - 1].text
    let end = text.trimmingBlanks(from: passage.span.start, to: text.count)
    passage.span = TextSpan(text.skippingSpace(from: passage.span.start, to: end), end)
    if passage.code.isEmpty {
      flaws.append(Flaw(line: passage.line, text: "'#CODE' names no code; its passage was not coded."))
    } else if passage.span.length <= 0 {
      flaws.append(
        Flaw(line: passage.line, text: "'#CODE\(passage.code.joined(separator: "\\"))' has no words under it."))
    } else {
      documents[documents.count - 1].passages.append(passage)
    }
  }
}
