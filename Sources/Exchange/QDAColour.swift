/// Colours as programs write them, read as `#RRGGBB`.
enum QDAColour {
  /// `#RGB`, `#RRGGBB`, `#RRGGBBAA` and `rgb(68, 119, 170)`; nil for what is none of these.
  static func read(_ text: String) -> String? {
    let word = text.trimmed.lowercased()
    if word.hasPrefix("rgb") { return ofNumbers(word) }
    let digits = word.hasPrefix("#") ? Array(word.utf8.dropFirst()) : Array(word.utf8)
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    let six: [UInt8]
    switch digits.count {
    case 3: six = digits.flatMap { [$0, $0] }
    case 6, 8: six = Array(digits.prefix(6))
    default: return nil
    }
    return "#" + String(decoding: six, as: UTF8.self).uppercased()
  }

  private static func ofNumbers(_ word: String) -> String? {
    let numbers = word.split { !$0.isNumber }.prefix(3).compactMap { UInt8($0) }
    guard numbers.count == 3 else { return nil }
    let hex = numbers.map { number in
      let digits = String(number, radix: 16, uppercase: true)
      return digits.count == 1 ? "0" + digits : digits
    }
    return "#" + hex.joined()
  }
}
