import Model

/// What stands in a cell of a sheet of codings.
enum CodingSheetText {
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  /// The text of a cell, its quotes read where there are any.
  static func name(_ cell: Span<UInt8>) -> String {
    let text = cell.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    let unquoted = text.utf8.first == 0x22 ? DelimitedText(text).records.first?.fields.first ?? "" : text
    return CSVText.restored(unquoted.trimmed)
  }

  /// A whole number of at most nine digits.
  static func number(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int32? {
    guard !range.isEmpty, range.count <= 9 else { return nil }
    var number: Int32 = 0
    for index in range {
      let digit = Int32(bytes[index]) - 0x30
      guard digit >= 0, digit <= 9 else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  /// `12`, `12-14`, or with the dash that a word processor makes of it.
  static func segments(in bytes: Span<UInt8>, _ range: Range<Int>) -> (start: Int32, end: Int32)? {
    guard let dash = range.first(where: { bytes[$0] == 0x2D || bytes[$0] == 0xE2 }) else {
      return number(in: bytes, range).flatMap { $0 > 0 ? ($0, $0) : nil }
    }
    var after = dash + 1
    if bytes[dash] == 0xE2 {
      guard dash + 2 < range.upperBound, bytes[dash + 1] == 0x80, bytes[dash + 2] == 0x93 else { return nil }
      after = dash + 3
    }
    guard let first = number(in: bytes, range.lowerBound..<dash), first > 0,
      let last = number(in: bytes, after..<range.upperBound)
    else { return nil }
    return (first, last)
  }
}
