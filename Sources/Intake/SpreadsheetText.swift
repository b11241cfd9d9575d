import Packages

/// The text of cells as spreadsheets write it: `_x000D_` for characters that XML does not allow.
enum SpreadsheetText {
  /// Canonical text; an escaped underscore is one again.
  static func canonical(_ words: [UInt8]) -> [UInt8] {
    CanonicalText(words.contains(ASCII.underscore) ? unescaped(words) : words).bytes
  }

  private static func unescaped(_ words: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(words.count)
    var at = 0
    while at < words.count {
      if words[at] == ASCII.underscore, let unit = escape(words, at: at) {
        if let scalar = Unicode.Scalar(unit) { plain.append(contentsOf: String(scalar).utf8) }
        at += 7
      } else {
        plain.append(words[at])
        at += 1
      }
    }
    return plain
  }

  /// The number in `_x000D_`.
  private static func escape(_ words: [UInt8], at start: Int) -> UInt16? {
    guard start + 6 < words.count, words[start + 1] == UInt8(ascii: "x"), words[start + 6] == ASCII.underscore else {
      return nil
    }
    var unit: UInt16 = 0
    for byte in words[start + 2..<start + 6] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - 0x30
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): digit = (byte | 0x20) - 0x57
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  /// Reads `xl/sharedStrings.xml` into a grid: where each string stands there; nil when it is damaged.
  static func shared(_ xml: [UInt8], into grid: inout CellGrid) -> [Range<Int>]? {
    var spans: [Range<Int>] = []
    var words: [UInt8] = []
    var isInText = false
    var phonetic = 0
    let isWhole = XMLEvents.walk(xml) { event in
      switch event {
      case .start(let element):
        switch element.name {
        case "si": words.removeAll(keepingCapacity: true)
        case "t": isInText = phonetic == 0
        case "rPh": phonetic += 1
        default: break
        }
      case .text(let part): if isInText { words.append(contentsOf: part) }
      case .end(let element):
        switch element.name {
        case "si": spans.append(grid.keep(canonical(words)))
        case "t": isInText = false
        case "rPh": phonetic -= 1
        default: break
        }
      }
    }
    return isWhole ? spans : nil
  }
}
