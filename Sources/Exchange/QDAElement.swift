import Model
import Packages

/// An element of a REFI-QDA file with what stands in it, names without prefix and in small letters.
final class QDAElement {
  let name: String
  /// A few each: looked through faster than a table is made.
  private let attributes: [(name: String, value: String)]
  private(set) var children: [QDAElement] = []
  private(set) var bytes: [UInt8] = []

  private init(_ name: String, _ attributes: [(name: String, value: String)]) {
    self.name = name
    self.attributes = attributes
  }

  /// The memory that the elements of a file may take, in bytes: many times the largest project.
  static let largest = 512 << 20

  /// Elements that something is read from or counted of; all others are passed over with what stands in them.
  private static let known: Set<String> = [
    "audioselection", "audiosource", "booleanvalue", "case", "cases", "code", "codebook", "coderef", "codes", "coding",
    "datetimevalue", "datevalue", "description", "floatvalue", "graph", "graphs", "integervalue", "link", "links",
    "membercode", "membersource", "note", "noteref", "notes", "pdfselection", "pdfsource", "pictureselection",
    "picturesource", "plaintextcontent", "plaintextselection", "project", "representation", "selectionref", "set",
    "sets",
    "sourceref", "sources", "syncpoint", "textdescription", "textsource", "textvalue", "transcript",
    "transcriptselection", "user", "users", "variable", "variableref", "variables", "variablevalue", "videoselection",
    "videosource",
  ]

  /// Reads a whole file; a sentence why not.
  static func read(
    _ xml: [UInt8], file: String, largest: Int = largest, isStopped: @escaping () -> Bool = { false }
  ) throws(Problem) -> QDAElement {
    var reading = Reading(largest: largest, isStopped: isStopped)
    let isWhole = XMLEvents.walk(xml) { reading.take($0) }
    if let root = reading.root, isWhole, reading.size <= largest { return root }
    throw reading.refusal(of: xml, file: file)
  }

  /// An attribute with something in it.
  subscript(_ attribute: String) -> String? {
    let name = attribute.lowercased()
    return attributes.first { $0.name == name }.flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  /// The words that stand in the element itself.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  func first(_ name: String) -> QDAElement? {
    let name = name.lowercased()
    return children.first { $0.name == name }
  }

  func all(_ name: String) -> [QDAElement] {
    let name = name.lowercased()
    return children.filter { $0.name == name }
  }

  /// The words of a child, nil where it is missing or empty.
  func text(of name: String) -> String? { first(name)?.text.content }

  private struct Reading {
    let largest: Int
    var root: QDAElement?
    var open: [QDAElement] = []
    /// How deep within an element that is passed over.
    var passed = 0
    var size = 0
    var deepest = 0

    let isStopped: () -> Bool

    init(largest: Int, isStopped: @escaping () -> Bool) {
      self.largest = largest
      self.isStopped = isStopped
    }

    mutating func take(_ event: XMLEvents.Event) {
      guard size <= largest else { return }
      switch event {
      case .start(let start):
        deepest = max(deepest, open.count + passed + 1)
        let name = start.name.lowercased()
        guard passed == 0, !isStopped(), open.isEmpty || QDAElement.known.contains(name) || open.last?.name == "sources"
        else {
          passed += 1
          return
        }
        // What an object, its list and a pair of words take, and words that do not lie within these.
        var attributes: [(name: String, value: String)] = []
        size += 96
        start.forEachAttribute {
          size += 32 + ($1.utf8.count > 15 ? $1.utf8.count + 32 : 0)
          if size <= largest { attributes.append(($0.lowercased(), $1)) }
        }
        guard size <= largest else { return }
        let element = QDAElement(name, attributes)
        if let above = open.last { above.children.append(element) } else { root = root ?? element }
        open.append(element)
      case .end:
        if passed > 0 { passed -= 1 } else { _ = open.popLast() }
      case .text(let words):
        // Between elements stand only blanks, which nobody asks for.
        guard passed == 0, let element = open.last, element.children.isEmpty else { return }
        size += words.count
        element.bytes.append(contentsOf: words)
      }
    }

    func refusal(of xml: [UInt8], file: String) -> Problem {
      let hint = "Export it anew from the program it comes from."
      if size > largest {
        return Problem(
          "The file holds more than \(largest >> 20) MB of codes, codings and other elements; no project does.",
          file: file, hint: "Take it apart into several projects in the program it comes from.")
      }
      if deepest >= XMLEvents.deepest {
        return Problem(
          "The elements lie more than \(XMLEvents.deepest) deep in one another; no codebook does.", file: file,
          hint: hint)
      }
      if xml.withUnsafeBufferPointer({ Self.declaresType($0) }) {
        return Problem(
          "The file declares a document type, which could make a reader fetch other files; such a file is not read.",
          file: file, hint: hint)
      }
      return Problem("The file is damaged or cut off: it is no XML to its end.", file: file, hint: hint)
    }

    private static func declaresType(_ xml: UnsafeBufferPointer<UInt8>) -> Bool {
      let mark = Array("<!DOCTYPE".utf8)
      var at = 0
      while at + mark.count <= min(xml.count, 1 << 16) {
        if (0..<mark.count).allSatisfy({ xml[at + $0] == mark[$0] }) { return true }
        at += 1
      }
      return false
    }
  }
}
