/// A value of JSON whose members keep their order.
indirect enum JSONValue {
  case null
  /// Digits as JSON writes them.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([(name: String, value: JSONValue)])

  static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// The members of an object on a line each, and so the items of an array of objects in them.
  static func document(_ members: [(name: String, value: JSONValue)]) -> String {
    var text = "{"
    for (number, member) in members.enumerated() {
      text += number > 0 ? ",\n  " : "\n  "
      quote(member.name, into: &text)
      text += ": "
      if case .array(let items) = member.value, case .object? = items.first {
        write(items, open: "[", close: "\n  ]", separator: ",", before: "\n    ", into: &text) { $0.write(into: &$1) }
      } else {
        member.value.write(into: &text)
      }
    }
    return text + "\n}\n"
  }

  private func write(into text: inout String) {
    switch self {
    case .null: text += "null"
    case .number(let digits): text += digits
    case .string(let string): Self.quote(string, into: &text)
    case .array(let items): Self.write(items, open: "[", close: "]", into: &text) { $0.write(into: &$1) }
    case .object(let members):
      Self.write(members, open: "{", close: "}", into: &text) { member, text in
        Self.quote(member.name, into: &text)
        text += ": "
        member.value.write(into: &text)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], open: String, close: String, separator: String = ", ", before: String = "",
    into text: inout String, _ writeItem: (Item, inout String) -> Void
  ) {
    text += open
    for (number, item) in items.enumerated() {
      if number > 0 { text += separator }
      text += before
      writeItem(item, &text)
    }
    text += close
  }

  private static func quote(_ string: String, into text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      case _ where DisplayWidth.isControl(scalar) || DisplayWidth.turnsDirection(scalar):
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
