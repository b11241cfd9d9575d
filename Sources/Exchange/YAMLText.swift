/// Texts as YAML scalars: bare where nothing can be misread, else in double quotes.
enum YAMLText {
  private static let words: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

  static func scalar(_ text: String, inList: Bool = false) -> String {
    isBare(text, inList: inList) ? text : quoted(text)
  }

  private static func isBare(_ text: String, inList: Bool) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, first.properties.isAlphabetic, scalars.last != " " else { return false }
    return !words.contains(text.lowercased())
      && scalars.allSatisfy { scalar in
        switch scalar {
        case " ", ".", "-", "_", "/", "(", ")", "'", "*", "+", "!", "?", ";": true
        case ",": !inList
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
      }
  }

  private static func quoted(_ text: String) -> String {
    // The reader takes one mark at the head of a text for that of a file, even one that is escaped.
    var result = text.unicodeScalars.first == "\u{FEFF}" ? "\"\\uFEFF" : "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if isPrintable(scalar) { result.unicodeScalars.append(scalar) } else { result += escape(scalar) }
      }
    }
    return result + "\""
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let width = scalar.value <= 0xFF ? 2 : scalar.value <= 0xFFFF ? 4 : 8
    let letter = width == 2 ? "x" : width == 4 ? "u" : "U"
    return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
  }

  /// Whether a text can be folded over lines and come back the same: words with one blank between them.
  static func folds(_ text: String) -> Bool {
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if !isPrintable(scalar) || (scalar == " " && previous == " ") { return false }
      previous = scalar
    }
    return previous != " "
  }

  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + [line]
  }
}
