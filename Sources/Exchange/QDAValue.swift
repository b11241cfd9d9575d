import Model

/// The values of variables in REFI-QDA, which have a type; here they are what was written.
enum QDAValue: String {
  case text = "Text"
  case integer = "Integer"
  case float = "Float"
  case date = "Date"

  private static let elements = [
    "TextValue", "BooleanValue", "IntegerValue", "FloatValue", "DateValue", "DateTimeValue",
  ]

  /// The value in an element `VariableValue`, nil where nothing stands in it.
  static func read(_ entry: QDAElement) -> String? {
    elements.lazy.compactMap { entry.first($0)?.text }.first { !$0.trimmed.isEmpty }
  }

  /// The type that all of the values have, written as they are.
  static func type(of values: some Sequence<String>) -> QDAValue {
    var type: QDAValue?
    for value in values {
      let own = isInteger(value) ? integer : isDecimal(value) ? float : isDate(value) ? date : text
      switch (type, own) {
      case (nil, _): type = own
      case (.integer, .float), (.float, .integer): type = .float
      case (let known, _) where known == own: continue
      default: return .text
      }
    }
    return type ?? .text
  }

  /// Writes a value of this type.
  func write(_ value: String, of variable: GUID, to text: inout QDAText) {
    text.element("VariableValue") { text in
      text.element("VariableRef", [("targetGUID", variable.text)])
      text.words(rawValue + "Value", value)
    }
  }

  /// Without a plus, a blank or a nought before it, so that a program that reads it as a number writes it as it was.
  private static func isInteger(_ value: String) -> Bool {
    let digits = value.hasPrefix("-") ? value.utf8.dropFirst() : value.utf8[...]
    guard (1...15).contains(digits.count), digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return false }
    return value == "0" || digits.first != 0x30
  }

  private static func isDecimal(_ value: String) -> Bool {
    let parts = value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, isInteger(parts[0]) || parts[0] == "-0" else { return false }
    return (1...15).contains(parts[1].utf8.count) && parts[1].utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func isDate(_ value: String) -> Bool {
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], value.utf8.allSatisfy({ $0 == 0x2D || $0 >= 0x30 && $0 <= 0x39 }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return year > 0 && (1...12).contains(month) && (1...days[month - 1]).contains(day)
  }
}
