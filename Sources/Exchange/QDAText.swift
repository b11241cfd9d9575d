/// XML as REFI-QDA has it, element by element; the same calls give the same text.
struct QDAText {
  private var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
  private var depth = 0
  /// Characters that no XML can hold and that were left out.
  private(set) var dropped = 0

  var bytes: [UInt8] { Array(text.utf8) }

  /// An element with elements in it; attributes without a value are left out.
  mutating func element(_ name: String, _ attributes: [(String, String?)] = [], _ inside: (inout QDAText) -> Void) {
    open(name, attributes)
    let start = text.utf8.count
    text += ">\n"
    depth += 1
    let empty = text.utf8.count
    inside(&self)
    depth -= 1
    if text.utf8.count == empty {
      text.removeLast(text.utf8.count - start)
      text += " />\n"
    } else {
      text += indent + "</" + name + ">\n"
    }
  }

  /// An element with nothing in it.
  mutating func element(_ name: String, _ attributes: [(String, String?)]) {
    open(name, attributes)
    text += " />\n"
  }

  /// An element with words in it.
  mutating func words(_ name: String, _ words: String) {
    text += indent + "<" + name + ">"
    append(words, inAttribute: false)
    text += "</" + name + ">\n"
  }

  private var indent: String { String(repeating: "  ", count: depth) }

  private mutating func open(_ name: String, _ attributes: [(String, String?)]) {
    text += indent + "<" + name
    for (name, value) in attributes {
      guard let value else { continue }
      text += " " + name + "=\""
      append(value, inAttribute: true)
      text += "\""
    }
  }

  private mutating func append(_ words: String, inAttribute: Bool) {
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"" where inAttribute: text += "&quot;"
      case "\n" where inAttribute: text += "&#10;"
      case "\t" where inAttribute: text += "&#9;"
      case "\r": text += "&#13;"
      default:
        if Self.isAllowed(scalar) { text.unicodeScalars.append(scalar) } else { dropped += 1 }
      }
    }
  }

  /// What XML 1.0 can hold (production 2, Char).
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\t" || scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
  }
}
