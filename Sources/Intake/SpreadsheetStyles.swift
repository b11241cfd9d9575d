import Packages

/// Which styles of a spreadsheet show a number as a date or a time.
struct SpreadsheetStyles {
  /// By the number of the style.
  private(set) var styles: [SpreadsheetNumber.Style] = []

  init() {}

  /// Reads `xl/styles.xml`; nil when it is damaged.
  init?(_ xml: [UInt8]) {
    var formats: [Int: SpreadsheetNumber.Style] = [:]
    var numbers: [Int] = []
    var isInCellStyles = false
    let isWhole = XMLEvents.walk(xml) { event in
      switch event {
      case .start(let element):
        switch element.name {
        case "numFmt":
          guard let id = element.attribute("numFmtId").flatMap({ Int($0) }) else { return }
          formats[id] = element.attribute("formatCode").map(Self.style)
        case "cellXfs": isInCellStyles = true
        case "xf" where isInCellStyles: numbers.append(element.attribute("numFmtId").flatMap { Int($0) } ?? 0)
        default: break
        }
      case .end(let element): if element.name == "cellXfs" { isInCellStyles = false }
      case .text: break
      }
    }
    guard isWhole else { return nil }
    styles = numbers.map { formats[$0] ?? Self.style(ofBuiltIn: $0) }
  }

  subscript(number: Int) -> SpreadsheetNumber.Style { styles.indices.contains(number) ? styles[number] : .plain }

  /// The formats that files name by number only (ECMA-376 part 1, 18.8.30), those of East Asian languages too.
  private static func style(ofBuiltIn id: Int) -> SpreadsheetNumber.Style {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: .date
    case 18...21, 32...35, 45, 47, 55, 56: .time
    case 22: .dateAndTime
    case 46: .elapsed
    default: .plain
    }
  }

  /// What the letters of a format code such as `[$-413]d mmmm yyyy;@` ask for, quoted words and colours left out.
  static func style(of code: String) -> SpreadsheetNumber.Style {
    var letters: Set<Character> = []
    var isElapsed = false
    var rest = code[...]
    while let sign = rest.popFirst(), sign != ";" {
      switch sign {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest[inside.endIndex...].dropFirst()
        if !inside.isEmpty, inside.lowercased().allSatisfy({ "hms".contains($0) }) { isElapsed = true }
      default: letters.formUnion(sign.lowercased())
      }
    }
    if isElapsed { return .elapsed }
    let hasTime = letters.contains("h") || letters.contains("s")
    let hasDate = letters.contains("y") || letters.contains("d") || (letters.contains("m") && !hasTime)
    return hasDate ? (hasTime ? .dateAndTime : .date) : hasTime ? .time : .plain
  }
}
