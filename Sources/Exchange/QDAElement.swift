import Model
import Packages

/// An element of a REFI-QDA file with what stands in it, names without prefix and in small letters.
final class QDAElement {
  let name: String
  let attributes: [String: String]
  private(set) var children: [QDAElement] = []
  private(set) var bytes: [UInt8] = []

  init(_ name: String, _ attributes: [String: String] = [:]) {
    self.name = name
    self.attributes = attributes
  }

  /// Many times the largest project.
  static let mostElements = 8_000_000

  /// Reads a whole file; a sentence why not.
  static func read(_ xml: [UInt8], file: String) throws(Problem) -> QDAElement {
    var reading = Reading()
    let isWhole = XMLEvents.walk(xml) { reading.take($0) }
    if let root = reading.root, isWhole { return root }
    throw reading.refusal(of: xml, file: file)
  }

  /// An attribute with something in it.
  subscript(_ attribute: String) -> String? {
    attributes[attribute.lowercased()].flatMap { $0.isEmpty ? nil : $0 }
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
    var root: QDAElement?
    var open: [QDAElement] = []
    var count = 0
    var deepest = 0

    mutating func take(_ event: XMLEvents.Event) {
      switch event {
      case .start(let start):
        count += 1
        guard count <= QDAElement.mostElements else { return }
        var attributes: [String: String] = [:]
        start.forEachAttribute { attributes[$0.lowercased()] = $1 }
        let element = QDAElement(start.name.lowercased(), attributes)
        if let above = open.last { above.children.append(element) } else { root = root ?? element }
        open.append(element)
        deepest = max(deepest, open.count)
      case .end:
        guard count <= QDAElement.mostElements else { return }
        _ = open.popLast()
      case .text(let words):
        guard let element = open.last, count <= QDAElement.mostElements else { return }
        // Between elements stand only blanks, which nobody asks for.
        if element.children.isEmpty { element.bytes.append(contentsOf: words) }
      }
    }

    func refusal(of xml: [UInt8], file: String) -> Problem {
      let hint = "Export it anew from the program it comes from."
      if count > QDAElement.mostElements {
        return Problem("The file has more than \(QDAElement.mostElements) elements.", file: file, hint: hint)
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
